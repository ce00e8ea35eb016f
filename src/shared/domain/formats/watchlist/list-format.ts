/** Forms in which lists come in; `text` is what somebody pastes. */
export const LIST_FORMATS = [
  'tapeout',
  'tradingview',
  'yahoo',
  'csv',
  'tongdaxin',
  'ibkr',
  'motivewave',
  'ticker',
  'text',
] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Forms in which lists go out. */
export const WRITTEN_LIST_FORMATS = LIST_FORMATS.filter(
  (format): format is WrittenListFormat => format !== 'text',
);
export type WrittenListFormat = Exclude<ListFormat, 'text'>;

/** What the name of a file of each form ends in, without the first dot. */
export const LIST_EXTENSIONS = {
  tapeout: 'tapeout.json',
  tradingview: 'txt',
  yahoo: 'csv',
  csv: 'csv',
  tongdaxin: 'blk',
  ibkr: 'csv',
  motivewave: 'csv',
  ticker: 'yaml',
} as const satisfies Readonly<Record<WrittenListFormat, string>>;

/** How likely a text is of a form: 1 where it says so itself, 0 where it cannot be. */
export interface FormatGuess {
  readonly format: ListFormat;
  readonly confidence: number;
}
