import { toDate } from '../../calendar/calendar-date';
import { parseDecimal } from '../../formats/csv-decimal';
import { parseSessionStamp } from '../../formats/csv-date';
import { readCsv } from '../../packs/csv-table';
import { isFault, type StudyFault } from './study-fault';

/** Series by the name of their column, on one column of session keys. */
export interface StudyTable {
  /** Strictly ascending. */
  readonly keys: Float64Array;
  /** NaN where a cell is empty. */
  readonly series: ReadonlyMap<string, Float64Array>;
}

const DATE_NAMES = new Set(['date', 'time', 'datetime', '日期']);
/** How programs write that there is no value. */
const MISSING = new Set(['', '-', '.', 'na', 'n/a', '#n/a', 'nan', 'null', 'none']);
const MOST_ROWS = 1_000_000;

/**
 * Reads a table with a column of dates (the one that is called so, else the first) and a column for
 * each series. Rows may stand in any order.
 */
export function readStudyTable(text: string): StudyTable | StudyFault {
  const [head = [], ...rows] = readCsv(text, MOST_ROWS);
  const named = head.findIndex((name) => DATE_NAMES.has(name.trim().toLowerCase()));
  const dateColumn = Math.max(0, named);
  if (head.length < 2 || rows.length === 0) {
    return { fault: 'bad-table', message: 'the data has no date column with a series beside it' };
  }
  const dated = datedRows(rows, dateColumn, head[dateColumn] ?? '');
  if (isFault(dated)) return dated;
  const series = new Map<string, Float64Array>();
  for (const [column, name] of head.entries()) {
    if (column === dateColumn) continue;
    const values = columnOf(dated, column, name);
    if (isFault(values)) return values;
    series.set(name.trim(), values);
  }
  return { keys: Float64Array.from(dated, ({ key }) => key), series };
}

interface DatedRow {
  readonly key: number;
  readonly row: readonly string[];
  /** In the file, counted from 1 with the head. */
  readonly line: number;
}

/** The rows in the order of their dates. */
function datedRows(
  rows: readonly (readonly string[])[],
  column: number,
  name: string,
): readonly DatedRow[] | StudyFault {
  const dated: DatedRow[] = [];
  for (const [index, row] of rows.entries()) {
    const bytes = bytesOf(row[column] ?? '');
    const stamp = parseSessionStamp(bytes, 0, bytes.length);
    const line = index + 2;
    if (stamp === null) return badCell(line, name, row[column] ?? '', 'date');
    dated.push({ key: stamp.sessionKey, row, line });
  }
  dated.sort((one, other) => one.key - other.key);
  const again = dated.find(({ key }, at) => at > 0 && dated[at - 1]?.key === key);
  return again === undefined
    ? dated
    : { fault: 'same-date', message: `the data has two rows of ${toDate(again.key)}` };
}

function columnOf(
  rows: readonly DatedRow[],
  column: number,
  name: string,
): Float64Array | StudyFault {
  const values = new Float64Array(rows.length);
  for (const [at, { row, line }] of rows.entries()) {
    const cell = row[column] ?? '';
    const value = valueOf(cell.trim());
    if (value === null) return badCell(line, name, cell, 'number');
    values[at] = value;
  }
  return values;
}

/** NaN for a missing value, null for what is no number. */
function valueOf(cell: string): number | null {
  if (MISSING.has(cell.toLowerCase())) return NaN;
  const bytes = bytesOf(cell);
  const value = parseDecimal(bytes, 0, bytes.length);
  return Number.isFinite(value) ? value : null;
}

/** One byte for each character; a character outside of Latin-1 becomes one that is no digit. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text.trim(), (character) => Math.min(255, character.charCodeAt(0)));
}

function badCell(line: number, column: string, cell: string, expected: string): StudyFault {
  const shown = JSON.stringify(cell.slice(0, 40));
  const where = `line ${line} of the data has ${shown} in column ${JSON.stringify(column)}`;
  return { fault: 'bad-cell', message: `${where}, which is no ${expected}` };
}
