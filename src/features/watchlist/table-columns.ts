import type { ListColumn, SortKey } from '../../shared/domain/watchlist/list-column';
import type { ListLook } from '../../shared/domain/watchlist/list-look';
import type { DeskMessages } from '../../shared/i18n/desk/desk-catalogue';

/** CSS pixels. */
const WIDTHS: Readonly<Record<ListColumn, number>> = {
  last: 92,
  change: 84,
  changePercent: 84,
  volume: 80,
  dayRange: 112,
  yearRange: 112,
  trend: 92,
  extended: 156,
  nextAnnouncement: 112,
  lastAnnouncement: 112,
  age: 76,
  note: 180,
  flags: 112,
  target: 84,
  quantity: 84,
  cost: 104,
  value: 104,
  gain: 160,
  valueInDisplay: 112,
  gainInDisplay: 168,
};
/** The column of code and name; beyond its widest the room is left empty, or eyes lose the line. */
const NAME_PX = 236;
const WIDEST_NAME_PX = 320;

const LEFT: ReadonlySet<ListColumn> = new Set([
  'dayRange',
  'yearRange',
  'trend',
  'nextAnnouncement',
  'lastAnnouncement',
  'note',
  'flags',
]);

export const isRightAligned = (column: ListColumn): boolean => !LEFT.has(column);

/** For `grid-template-columns`: code and name, the chosen ones, and what room is left. */
export function gridTracks(columns: readonly ListColumn[]): string {
  const chosen = columns.map((column) => `${WIDTHS[column]}px`);
  return [`minmax(${NAME_PX}px, ${WIDEST_NAME_PX}px)`, ...chosen, 'minmax(0, 1fr)'].join(' ');
}

/** The least width that shows all of them, CSS pixels. */
export function tableWidthPx(columns: readonly ListColumn[]): number {
  return columns.reduce((sum, column) => sum + WIDTHS[column], NAME_PX);
}

/** What a column is called; sums in another currency and small lines say in which, and of what. */
export function columnName(by: SortKey, look: ListLook, { lists }: DeskMessages): string {
  if (by === 'name') return lists.name;
  const name = lists.columns[by];
  if (by === 'valueInDisplay' || by === 'gainInDisplay') {
    return lists.inCurrency(name, look.displayCurrency);
  }
  return by === 'trend' ? `${name} ${look.period}` : name;
}
