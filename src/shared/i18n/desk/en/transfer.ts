import type { ListFormat } from '../../../domain/formats/watchlist/list-format';
import type { ListColumn } from '../../../domain/formats/watchlist/list-plan';
import type {
  ListFailure,
  RowFault,
  RowField,
  RowWarning,
} from '../../../domain/formats/watchlist/list-reading';
import type { LossKind } from '../../../domain/formats/watchlist/list-writing';

const formats: Record<ListFormat, string> = {
  tapeout: 'Tapeout (.tapeout.json)',
  tradingview: 'TradingView (.txt)',
  yahoo: 'Yahoo portfolio (.csv)',
  csv: 'Table (.csv)',
  tongdaxin: 'TDX (.blk)',
  ibkr: 'IBKR TWS (.csv)',
  motivewave: 'MotiveWave (.csv)',
  ticker: 'ticker (.yaml)',
  text: 'Free text',
};

const columns: Record<ListColumn, string> = {
  symbol: 'Symbol',
  exchange: 'Exchange',
  name: 'Name',
  note: 'Note',
  section: 'Section',
  flags: 'Flags',
  targets: 'Target levels',
  quantity: 'Quantity',
  price: 'Cost',
  currency: 'Currency',
  date: 'Date',
  commission: 'Commission',
  comment: 'Comment',
  highLimit: 'High limit',
  lowLimit: 'Low limit',
  side: 'Buy or sell',
  ignored: 'Ignored',
};

const fields: Record<RowField, string> = {
  note: 'note',
  section: 'section',
  flags: 'flags',
  targets: 'target levels',
  lots: 'lots',
  quantity: 'quantity',
  price: 'cost',
  currency: 'currency',
  date: 'date',
  commission: 'commission',
  comment: 'comment',
  highLimit: 'high limit',
  lowLimit: 'low limit',
  side: 'buy or sell',
};

const failures: Record<ListFailure, string> = {
  empty: 'There is nothing in it. Choose another file.',
  'too-large': 'It is larger than a list of this form can be. Split it and import the parts.',
  'not-text': 'It is no text in any encoding that tells itself. Choose another encoding above.',
  'not-of-format': 'It is no list of this form. Choose another form or encoding above.',
  'newer-version': 'It was made by a newer version of Tapeout. Update the app.',
  'refused-key': 'It holds a key that could harm the app, so that nothing of it is taken.',
  'too-deep': 'It is nested deeper than any list.',
  'broken-off':
    'Reading it broke off, most likely for want of memory; your lists are as they were. Split it and import the parts.',
};

const faults: Record<RowFault['kind'], string> = {
  'no-symbol': 'No symbol stands in this row.',
  'not-of-format': 'This is no line of this form.',
  cash: 'Cash is not kept in a list.',
  'symbol-too-long': 'The symbol is longer than 64 characters.',
  'bad-symbol': 'The symbol has control characters in it.',
  'open-quote': 'A quote is opened and never closed.',
  'line-too-long': 'The line is longer than any row of a list.',
  'list-full': 'A list holds 5,000 instruments at most.',
  'too-many-sections': 'A list has 200 sections at most.',
};

const warnings: Record<RowWarning['kind'], string> = {
  'unknown-symbol': 'Not known here: it is kept as it is written, without a price.',
  ambiguous: 'May mean several instruments: choose one, or it is kept as it is written.',
  spread: 'Several symbols in one formula: kept and written back, without a chart.',
  future: 'A future: kept and written back, without a chart.',
  'value-left-out': 'A value was left out',
  'text-cut': 'A text was cut',
  'entries-left-out': 'Entries were left out',
};

const losses: Record<LossKind, (n: number) => string> = {
  items: (n) =>
    n === 1 ? '1 instrument has no spelling there' : `${n} instruments have no spelling there`,
  identities: (n) =>
    n === 1
      ? '1 instrument is spelt so that its exchange is lost'
      : `${n} instruments are spelt so that their exchange is lost`,
  'list-name': () => 'the name of the list (the name of the file tells it)',
  sections: (n) => (n === 1 ? 'the name of 1 section' : `the names of ${n} sections`),
  'empty-sections': (n) => (n === 1 ? '1 empty section' : `${n} empty sections`),
  'joined-sections': (n) =>
    n === 1
      ? '1 section becomes one with another of the same name'
      : `${n} sections become one with others of the same name`,
  'repeated-items': (n) =>
    n === 1
      ? '1 instrument stands in several sections'
      : `${n} instruments stand in several sections`,
  order: () => 'the order',
  notes: (n) => (n === 1 ? '1 note' : `${n} notes`),
  flags: (n) => (n === 1 ? 'the flags of 1 instrument' : `the flags of ${n} instruments`),
  targets: (n) => (n === 1 ? '1 target level' : `${n} target levels`),
  lots: (n) => (n === 1 ? '1 lot' : `${n} lots`),
  'lot-currencies': (n) => (n === 1 ? 'the currency of 1 lot' : `the currencies of ${n} lots`),
  'lot-comments': (n) => (n === 1 ? 'the comment of 1 lot' : `the comments of ${n} lots`),
  'lot-commissions': (n) => (n === 1 ? 'the commission of 1 lot' : `the commissions of ${n} lots`),
  'lot-dates': (n) => (n === 1 ? 'the date of 1 lot' : `the dates of ${n} lots`),
  'lot-prices': (n) => (n === 1 ? 'the cost of 1 lot' : `the costs of ${n} lots`),
  'text-marks': (n) =>
    n === 1 ? 'line breaks and signs in 1 text' : `line breaks and signs in ${n} texts`,
};

/** Texts of lists on their way in and out. */
export const enTransfer = {
  importTitle: 'Import a list',
  importOf: (file: string) => `Import a list: ${file}`,
  importPasted: 'Import what was pasted',
  importAction: 'Import a list …',
  exportAction: 'Export this list …',
  close: 'Close',
  cancel: 'Cancel',
  formats,
  columns,
  format: 'Form',
  encoding: 'Encoding',
  encodingGuessed: 'guessed: look at the names below',
  likely: (form: string) => `${form} (likely)`,
  columnsTitle: 'What the columns hold',
  columnNumber: (n: number) => `Column ${n}`,
  columnOf: (name: string) => `What “${name}” holds`,
  counts: {
    valid: (n: number) => (n === 1 ? '1 ready' : `${n} ready`),
    warning: (n: number) => (n === 1 ? '1 with a remark' : `${n} with a remark`),
    duplicate: (n: number) => (n === 1 ? '1 duplicate' : `${n} duplicates`),
    invalid: (n: number) => (n === 1 ? '1 left out' : `${n} left out`),
  },
  verdicts: {
    valid: 'ready',
    warning: 'remark',
    duplicate: 'duplicate',
    invalid: 'left out',
  },
  failures,
  failureLine: (why: string, line: number) => `Line ${line}: ${why}`,
  faults,
  warnings,
  valueLeftOut: (field: string, value: string) => `Left out, no ${field}: ${value}`,
  textCut: (field: string, longest: number) => `The ${field} was cut; characters kept: ${longest}.`,
  entriesLeftOut: (field: string, most: number) => `Of the ${field}, the first ${most} are kept.`,
  duplicateOf: (line: number) => `The same instrument as in line ${line}.`,
  duplicateMerged: (line: number) =>
    `The same instrument as in line ${line}; what this row has besides was added there.`,
  fields,
  rows: 'Rows',
  line: 'Line',
  unnamedSection: '(no section)',
  take: (symbol: string) => `Take ${symbol}`,
  choose: 'Choose …',
  keepWritten: 'Keep as written',
  chooseFor: (symbol: string) => `Which instrument is meant: ${symbol}`,
  unreadRows: (n: number) =>
    n === 1 ? '1 further row was not looked at.' : `${n} further rows were not looked at.`,
  leftOut: (names: string) => `Not kept in a list: ${names}`,
  into: 'Into',
  newList: 'A new list',
  nameOfList: 'Name of the list',
  withAlerts: (n: number) =>
    n === 1 ? 'Draft an alert from 1 limit' : `Draft alerts from ${n} limits`,
  commit: (n: number) => (n === 1 ? 'Import 1 instrument' : `Import ${n} instruments`),
  nothingToImport: 'Nothing to import',
  reading: 'Reading …',
  undo: 'Undo',
  imported: (n: number, list: string) =>
    n === 1 ? `1 instrument was added to ${list}.` : `${n} instruments were added to ${list}.`,
  alertsDrafted: (n: number) =>
    n === 1 ? '1 alert was drafted; it is off.' : `${n} alerts were drafted; they are off.`,
  importGone: 'This import is not open any more. Nothing was changed; open the file again.',
  refusals: {
    'list-full':
      'There is no more room: a list holds 5,000 instruments, all of them 20,000. Nothing was changed; leave rows out.',
    nothing: 'Every row is left out or there already. Nothing was changed.',
    'unknown-list': 'That list is not there any more. Nothing was changed; choose another one.',
  },
  fileErrors: {
    'not-readable':
      'The file cannot be read. Check that it is still there and that you may read it.',
    'too-large': 'The file is larger than 32 MB. Split it and import the parts.',
  },
  fileRefused: (file: string, why: string) => `${file} was not imported. ${why}`,
  pasteTooLong: 'The text is longer than any list. Save it as a file and import that.',
  dropHere: 'Drop a list or text to import it',
  dropOne: 'Drop one file at a time. Nothing was imported.',
  exportTitle: (list: string) => `Export ${list}`,
  saveAs: 'Save as …',
  carriesAll: 'This form carries everything that the list has.',
  writes: (n: number) => (n === 1 ? '1 instrument is written.' : `${n} instruments are written.`),
  loses: 'This form cannot carry:',
  losses,
  lossExamples: (examples: string) => `(${examples})`,
  exported: 'The list was saved.',
  saveFailed: {
    'disk-full': 'The list was not saved: the disk is full. Nothing was written.',
    'not-writable': 'The list was not saved: the place cannot be written to. Choose another one.',
  },
};

export type TransferMessages = typeof enTransfer;
