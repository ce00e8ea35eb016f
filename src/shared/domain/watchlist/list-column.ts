/** What a list can show of each instrument beside its code and name, in the order of the chooser. */
export const LIST_COLUMNS = [
  'last',
  'change',
  'changePercent',
  'volume',
  'dayRange',
  'yearRange',
  'trend',
  'extended',
  'nextAnnouncement',
  'lastAnnouncement',
  'age',
  'note',
  'flags',
  'target',
  'quantity',
  'cost',
  'value',
  'gain',
  'valueInDisplay',
  'gainInDisplay',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** What a list can be sorted by; `name` stands in front of the columns and is always shown. */
export type SortKey = ListColumn | 'name';

/** `descending` is the greatest first; what has no value stands last in both. */
export const SORT_DIRECTIONS = ['ascending', 'descending'] as const;
export type SortDirection = (typeof SORT_DIRECTIONS)[number];

export interface ListSort {
  readonly by: SortKey;
  readonly direction: SortDirection;
}

/** Columns of words: the first click sorts them from A to Z, all others from the greatest down. */
const WORDS: ReadonlySet<SortKey> = new Set(['name', 'note', 'flags']);
/** The smallest is what one looks for: the newest quote, the nearest day, the nearest target. */
const NEAREST_FIRST: ReadonlySet<SortKey> = new Set(['age', 'nextAnnouncement', 'target']);

/**
 * The sort after a click on a column's heading: first the direction that the column is usually looked
 * at, then the other one, then the list's own order (null).
 */
export function nextSort(current: ListSort | null, by: SortKey): ListSort | null {
  const first: SortDirection = WORDS.has(by) || NEAREST_FIRST.has(by) ? 'ascending' : 'descending';
  if (current?.by !== by) return { by, direction: first };
  if (current.direction !== first) return null;
  return { by, direction: first === 'ascending' ? 'descending' : 'ascending' };
}
