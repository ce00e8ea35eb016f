import type { Interval } from '../../candle/interval';

/** How the text of a file can be encoded. The first four are told apart by their bytes, the others are chosen. */
export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'windows-1252',
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/**
 * Order of year, month and day; `ymd` with or without marks between them. `epoch-s` and `epoch-ms`
 * count from 1970-01-01 UTC.
 */
export const DATE_FORMS = ['ymd', 'dmy', 'mdy', 'epoch-s', 'epoch-ms'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** What a column of the file holds. `time` is a time of day beside a `date`. */
export const COLUMN_ROLES = [
  'date',
  'time',
  'open',
  'high',
  'low',
  'close',
  'adjustedClose',
  'volume',
  'symbol',
  'ignored',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Columns without which no row is a bar. */
export const REQUIRED_ROLES = ['date', 'open', 'high', 'low', 'close'] as const;

/** The zone of the instrument's exchange, whichever that is. */
export const EXCHANGE_ZONE = 'exchange';

/** Zones to choose from where a file does not say in which one its times are meant. */
export const IMPORT_ZONES = [
  EXCHANGE_ZONE,
  'UTC',
  'America/New_York',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Kolkata',
  'Australia/Sydney',
] as const;
export type ImportZone = (typeof IMPORT_ZONES)[number];

/** How a file of bars is to be read. */
export interface BarsPlan {
  readonly encoding: TextEncoding;
  readonly separator: Separator;
  readonly decimalMark: '.' | ',';
  readonly hasHeader: boolean;
  /** The role of every column, from the left; each role but `ignored` at most once. */
  readonly columns: readonly ColumnRole[];
  readonly dateForm: DateForm;
  readonly interval: Interval;
  /**
   * The zone in which times of day without an offset are meant. It also says on
   * which date a moment counted from 1970 is, where bars are daily.
   */
  readonly zone: ImportZone;
}

/** Decisions of the user; the rest of the plan is guessed around them. */
export type PlanWish = { readonly [Name in keyof BarsPlan]?: BarsPlan[Name] | undefined };

/** The roles that a file cannot be read without and does not have. */
export function missingRoles(columns: readonly ColumnRole[]): readonly ColumnRole[] {
  return REQUIRED_ROLES.filter((role) => !columns.includes(role));
}

/** Gives a column a role; whichever had it before becomes `ignored`. */
export function withRole(
  columns: readonly ColumnRole[],
  index: number,
  role: ColumnRole,
): readonly ColumnRole[] {
  return columns.map((before, at) => {
    if (at === index) return role;
    return role !== 'ignored' && before === role ? 'ignored' : before;
  });
}
