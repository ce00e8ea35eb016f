import { rolesOfHeader } from './column-names';
import { type ColumnRole, missingRoles } from './import-plan';
import { sniffDateForms } from './sniff-date-form';

type Rows = readonly (readonly string[])[];

/** Columns of a file without a header, in the order that all sources use. */
const USUAL_ORDER: readonly ColumnRole[] = ['open', 'high', 'low', 'close', 'volume'];
const TIME_OF_DAY = /^\d{1,2}:\d\d/;

/** The roles of the columns by their names, else by what stands in them. */
export function guessRoles(
  header: readonly string[],
  rows: Rows,
  columnCount: number,
): readonly ColumnRole[] {
  const named = rolesOfHeader(header);
  const roles = Array.from({ length: columnCount }, (_, index) => named[index] ?? 'ignored');
  if (missingRoles(roles).length === 0) return roles;
  return header.length === 0 ? rolesByShape(rows, columnCount) : withDateByShape(roles, rows);
}

/** A header that names prices and calls the dates otherwise, or `Price` as some exports do. */
function withDateByShape(roles: readonly ColumnRole[], rows: Rows): readonly ColumnRole[] {
  if (roles.includes('date')) return roles;
  const at = dateColumn(rows);
  return at >= 0 && roles[at] === 'ignored'
    ? roles.map((role, index) => (index === at ? 'date' : role))
    : roles;
}

function rolesByShape(rows: Rows, columnCount: number): readonly ColumnRole[] {
  const at = dateColumn(rows);
  const roles: ColumnRole[] = Array.from({ length: columnCount }, () => 'ignored');
  if (at < 0) return roles;
  roles[at] = 'date';
  let next = at + 1;
  if (rows.every((cells) => TIME_OF_DAY.test(cells[next] ?? ''))) roles[next++] = 'time';
  for (const role of USUAL_ORDER) if (next < columnCount) roles[next++] = role;
  return roles;
}

/** The first column in which most cells are dates. */
function dateColumn(rows: Rows): number {
  const columns = rows[0]?.length ?? 0;
  for (let column = 0; column < columns; column++) {
    if (sniffDateForms(rows.map((cells) => cells[column] ?? '')).forms.length > 0) return column;
  }
  return -1;
}
