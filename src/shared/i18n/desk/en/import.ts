import type { ImportRowFault } from '../../../domain/formats/import/import-faults';
import type {
  ColumnRole,
  DateForm,
  ImportZone,
  Separator,
  TextEncoding,
} from '../../../domain/formats/import/import-plan';
import type {
  ImportFailure,
  ImportFileError,
  ImportQuestion,
} from '../../../domain/formats/import/import-preview';
import type { Interval } from '../../../domain/candle/interval';

const encodings: Record<TextEncoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030 (GBK)',
  big5: 'Big5',
  shift_jis: 'Shift-JIS',
  'windows-1252': 'Windows-1252',
};

const separators: Record<Separator, string> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Pipe',
};

const dateForms: Record<DateForm, string> = {
  ymd: 'Year-month-day',
  dmy: 'Day/month/year',
  mdy: 'Month/day/year',
  'epoch-s': 'Seconds since 1970',
  'epoch-ms': 'Milliseconds since 1970',
};

const roles: Record<ColumnRole, string> = {
  date: 'Date',
  time: 'Time of day',
  open: 'Open',
  high: 'High',
  low: 'Low',
  close: 'Close',
  adjustedClose: 'Adjusted close',
  volume: 'Volume',
  symbol: 'Symbol',
  ignored: 'Not used',
};

const intervals: Record<Interval, string> = {
  '1m': '1 minute',
  '5m': '5 minutes',
  '15m': '15 minutes',
  '30m': '30 minutes',
  '1h': '1 hour',
  D: '1 day',
};

const zones: Record<ImportZone, string> = {
  exchange: 'The exchange’s own',
  UTC: 'UTC',
  'America/New_York': 'New York',
  'Europe/London': 'London',
  'Europe/Berlin': 'Berlin',
  'Asia/Shanghai': 'Shanghai',
  'Asia/Hong_Kong': 'Hong Kong',
  'Asia/Taipei': 'Taipei',
  'Asia/Tokyo': 'Tokyo',
  'Asia/Seoul': 'Seoul',
  'Asia/Kolkata': 'Mumbai',
  'Australia/Sydney': 'Sydney',
};

const faults: Record<ImportRowFault, string> = {
  'missing-cells': 'cells are missing',
  'extra-cells': 'there are more cells than columns',
  'bad-date': 'the date cannot be read',
  'bad-time': 'the time of day cannot be read',
  'no-such-time': 'the clock was moved over this time',
  'bad-number': 'a price or the volume is no number',
  'not-positive': 'a price is zero or negative',
  'high-below-low': 'the high is below the low',
  'outside-range': 'open or close lies outside low and high',
  'other-symbol': 'another instrument than in the rows before',
  'line-too-long': 'the line is too long to be a row',
  'split-jump': 'jumps like a split that the prices are not adjusted for',
  'unit-error': 'seems to be in another unit than its neighbours',
  'off-interval': 'does not start at a multiple of the interval',
  'repeated-hour': 'taken as the second of two hours with this time',
  'bad-adjusted-close': 'the adjusted close is no price and is left out',
  duplicate: 'the same bar stands on an earlier line',
  'conflicting-duplicate': 'an earlier line has other values for this time and holds',
};

const fileErrors: Record<ImportFileError, string> = {
  'not-readable': 'The file cannot be read. Check that it is still there and that you may read it.',
  'too-large': 'The file is larger than 1 GB. Split it and import the parts.',
  'bad-gzip': 'The gzip data is damaged. Fetch or pack the file again.',
  empty: 'The file is empty.',
  'not-text': 'The file is no text in any encoding known here.',
  'not-a-table': 'No table with at least five columns was found in the file.',
  'no-valid-rows': 'No row could be used as it is read now. Correct the columns or the date.',
  'same-series': 'A file above has the same instrument and interval. Untick one of the two.',
};

const questions: Record<ImportQuestion, string> = {
  instrument: 'Which instrument is this? Choose it below.',
  columns: 'Say which columns hold the date, the open, the high, the low and the close.',
  'date-form': 'Day and month cannot be told apart. Choose the order of the date.',
  interval: 'The spacing of the rows is none that is known. Choose the interval.',
  zone: 'The rows do not say in which time zone their times are meant. Check the zone.',
};

const nothingWritten = 'Nothing was written; the bars that you had are kept.';
const failures: Record<ImportFailure, (file: string) => string> = {
  cancelled: () => `The import was stopped. ${nothingWritten}`,
  'file-changed': (file) =>
    `${file} was changed or removed since the preview. ${nothingWritten} Open it again.`,
  'store-changed': (file) =>
    `Other bars of the instrument in ${file} came in meanwhile. ${nothingWritten} Import once more.`,
  'disk-full': () => `The disk is full. ${nothingWritten} Free some space and import again.`,
  'store-failed': () => `The bars could not be written. ${nothingWritten} The log says why.`,
  'process-ended': () => `The process that reads the files ended. ${nothingWritten} Import again.`,
};

const count = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${many}`;

/** Texts of the import of files of bars. */
export const enImport = {
  title: 'Import bars',
  close: 'Close without importing',
  reading: (file: string) => `Reading ${file} …`,
  writing: (file: string) => `Importing ${file} …`,
  opening: 'Looking at the files …',
  progress: 'Progress',
  rowsSoFar: (n: string) => `Rows: ${n}`,
  filesSoFar: (done: number, all: number) => `file ${done} of ${all}`,
  noFiles: 'There are no CSV, TSV or text files in this folder. Nothing was changed.',
  files: 'Files',
  include: (file: string) => `Import ${file}`,
  settings: 'How the file is read',
  instrument: 'Instrument',
  chooseInstrument: 'Search by name or code',
  canBe: 'It can be:',
  encoding: 'Encoding',
  encodingGuessed: 'guessed: look at the names below',
  separator: 'Separator',
  decimalMark: 'Decimal mark',
  decimalPoint: 'Point (1.5)',
  decimalComma: 'Comma (1,5)',
  header: 'First line names the columns',
  dateForm: 'Date',
  interval: 'Interval',
  zone: 'Time zone',
  columns: 'Columns',
  columnOf: (name: string) => `What “${name}” holds`,
  columnNumber: (n: number) => `Column ${n}`,
  willBeTaken: 'As they will be taken',
  time: 'Time',
  rowCounts: {
    valid: (n: string) => `${n} valid`,
    duplicate: (n: string) => `${n} duplicate`,
    warning: (n: string) => `${n} with a warning`,
    invalid: (n: string) => `${n} left out`,
  },
  faulty: 'Rows to look at',
  line: (n: number) => `line ${n}`,
  stored: (source: string, bars: string, from: string, to: string) =>
    `Stored already, from ${source}: ${from} to ${to}. Bars: ${bars}.`,
  shared: (n: string) => `${n} of them have the same times as bars of the file.`,
  disagrees: 'They differ by more than rounding: one of the two may be adjusted otherwise.',
  mode: 'What becomes of the stored bars',
  merge: 'Merge: the file counts where both have a bar',
  replace: 'Replace all of them',
  cancel: 'Cancel',
  stop: 'Stop',
  commit: (files: number) => (files === 1 ? 'Import 1 file' : `Import ${files} files`),
  nothingReady: 'No file is ready yet',
  waiting: (n: number) =>
    n === 1
      ? '1 ticked file is not settled yet. Settle it or untick it.'
      : `${n} ticked files are not settled yet. Settle or untick them.`,
  done: (bars: string, series: number, leftOut: string) =>
    `Bars imported from ${count(series, 'file', 'files')}: ${bars}. Rows left out: ${leftOut}.`,
  start: 'Import files …',
  startFolder: 'Import a folder …',
  imported:
    'These bars were imported by hand. The sources of the network and the watched folder leave them as they are.',
  useSources: 'Use the network’s bars',
  removeAsked: 'Remove the imported bars of this instrument, of all intervals? Your file stays.',
  removeConfirmed: 'Remove them',
  keepImport: 'Keep them',
  encodings,
  separators,
  dateForms,
  roles,
  intervals,
  zones,
  faults,
  fileErrors,
  questions,
  failures,
};

export type ImportMessages = typeof enImport;
