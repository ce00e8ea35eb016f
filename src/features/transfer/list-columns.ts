import type { ListColumn } from '../../shared/domain/formats/watchlist/list-plan';

/** Roles that several columns may have. */
const SHARED: readonly ListColumn[] = ['note', 'ignored'];

/** Gives a column a role; another column that had it is ignored from now on. */
export function withListColumn(
  columns: readonly ListColumn[],
  at: number,
  column: ListColumn,
): readonly ListColumn[] {
  return columns.map((each, index) => {
    if (index === at) return column;
    return each === column && !SHARED.includes(column) ? 'ignored' : each;
  });
}
