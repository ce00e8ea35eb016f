import type { BarFault } from '../../../domain/candle/clean-bars';
import type { SuspectKind } from '../../../domain/candle/suspect-bars';
import type { FileError, FolderError, RowFault } from '../../../domain/market/market-status';

const rowFaults: Record<RowFault, string> = {
  'bad-date': 'the date cannot be read',
  'bad-number': 'a price or the volume is no number',
  'not-positive': 'a price is zero or negative',
  'high-below-low': 'the high is below the low',
  'outside-range': 'open or close lies outside low and high',
  'duplicate-date': 'the date was there before',
  'missing-cells': 'cells are missing',
};

/** Why a bar is in doubt, with its close and what that was compared with. */
const doubts: Record<SuspectKind, (close: string, reference: string) => string> = {
  unit: (close, reference) =>
    `the close of ${close} is as if in another unit: it stands beside ${reference}`,
  split: (close, reference) =>
    `a jump from ${reference} to ${close}, like a split that is not in the prices`,
  basis: (close, reference) =>
    `the bars before it were adjusted differently (${reference} is ${close} now), and the source no longer has them`,
};

const barFaults: Record<BarFault, string> = {
  'not-finite': 'a price or the volume is no number',
  'not-positive': 'a price is zero or negative',
  'outside-range': 'open or close lies outside low and high',
  'not-rising': 'the row is out of order',
  'in-the-future': 'the period is not over',
};

const fileErrors: Record<FileError, string> = {
  'unknown-instrument': 'the file name names no known instrument',
  'duplicate-instrument': 'another file of this folder has the same instrument',
  'imported-by-hand': 'bars that you imported by hand stand in its place',
  'not-readable': 'the file cannot be read',
  'too-large': 'the file is too large',
  'bad-gzip': 'the gzip data is damaged',
  'missing-columns': 'Date, Open, High, Low or Close is missing in the first line',
  'not-daily': 'its bars are shorter than a day; only daily bars can be read yet',
  'no-valid-rows': 'no row could be used',
};

const folderErrors: Record<FolderError, string> = {
  'not-found': 'The folder is not there any more. The bars read from it earlier are kept.',
  'not-a-folder': 'The chosen path is no folder. Nothing was changed.',
  'not-readable': 'The folder cannot be read. The bars read from it earlier are kept.',
  'no-csv-files': 'The folder holds no .csv or .csv.gz files. Nothing was changed.',
};

/** Texts of the panel under the chart. */
export const enData = {
  tabs: 'Under the chart',
  announcementsTab: (company: string) => `Announcements of ${company}`,
  dataTab: 'Data',
  show: 'Show the panel under the chart',
  hide: 'Hide the panel under the chart',
  noAnnouncements: (company: string) => `No announcement on record names ${company}.`,
  source: 'Bars',
  price: 'Price',
  priceOf: (source: string, state: string, moment: string) => `${source} · ${state} · ${moment}`,
  noSource: 'none',
  sessions: (n: number) => (n === 1 ? '1 session' : `${n} sessions`),
  period: 'Period',
  periodOf: (from: string, to: string) => `${from} to ${to}`,
  folder: 'Folder',
  noFolder: 'No folder of CSV files is in use.',
  chooseFolder: 'Choose a folder',
  rescan: 'Read it again',
  useNetwork: 'Use network prices instead',
  reading: 'Reading …',
  files: 'Files',
  bars: (n: number) => (n === 1 ? '1 bar' : `${n} bars`),
  skipped: (n: number) => (n === 1 ? '1 row skipped' : `${n} rows skipped`),
  line: (n: number) => `line ${n}`,
  more: (n: number) => `and ${n} more`,
  doubts,
  doubtful: (n: number) => `and ${n} more in doubt`,
  leftOut: (reason: string) => `left out, ${reason}`,
  barFaults,
  moreLeftOut: (n: number) => `and ${n} more left out`,
  withoutPrices: (n: number) =>
    n === 1
      ? '1 row of the source had no prices of its own and was left out.'
      : `${n} rows of the source had no prices of their own and were left out.`,
  rowFaults,
  fileErrors,
  folderErrors,
};

export type DataMessages = typeof enData;
