import { type Separator, SEPARATORS } from '../../import/import-plan';
import { usualWidth } from '../../import/head-table';
import { LineCutter } from '../line-cutter';
import { LIST_LIMITS } from '../list-limits';
import type { ListColumn, ListTablePlan, ListWish } from '../list-plan';
import { RecordReader, type TableRecord } from './record-reader';
import type { TableDialect } from './table-dialect';

const MOST_RECORDS = 60;
/** Titles stand above some headers. */
const HEADER_WITHIN = 12;
const COMMA = /^-?\d+,\d+$/;
/** A thousand, as likely as not. */
const GROUPED = /^-?[1-9]\d{0,2},\d{3}$/;

export interface SniffedTable {
  readonly plan: ListTablePlan;
  /** Line of the header; 0 where there is none. */
  readonly headerLine: number;
  readonly header: readonly string[];
  /** The first rows below it. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * How a table is likely to be read.
 *
 * @param head - the beginning of the text
 * @param likelihood - how likely a text is the symbol of an instrument; 0 where it cannot be
 */
export function sniffTable(
  head: string,
  dialect: TableDialect,
  wish: NonNullable<ListWish['table']>,
  likelihood: (text: string) => number,
): SniffedTable {
  const separator = wish.separator ?? likeliestSeparator(head, dialect);
  const records = recordsOf(head, separator);
  const at = wish.hasHeader === false ? -1 : findHeader(records, dialect, wish.hasHeader === true);
  const headerRecord = records[at];
  const header = headerRecord?.cells ?? [];
  const rows = records.slice(at + 1).map(({ cells }) => cells);
  const width = Math.max(header.length, ...rows.map(({ length }) => length));
  const guessed = at < 0 ? dialect.bareColumns(rows, likelihood) : dialect.columns(header);
  const columns = Array.from(
    { length: width },
    (_, index): ListColumn =>
      wish.columns?.[index] ?? (wish.columns ? 'ignored' : guessed[index]) ?? 'ignored',
  );
  const decimalMark = wish.decimalMark ?? likeliestMark(separator, columns, rows);
  return {
    plan: { separator, decimalMark, hasHeader: at >= 0, columns },
    ...{ headerLine: headerRecord?.line ?? 0, header, rows },
  };
}

function likeliestSeparator(head: string, dialect: TableDialect): Separator {
  let best: { readonly separator: Separator; readonly score: number } = {
    separator: ',',
    score: 0,
  };
  for (const separator of SEPARATORS) {
    const records = recordsOf(head, separator);
    const counts = records.map(({ cells }) => cells.length);
    const width = usualWidth(counts);
    const regular = width > 1 ? counts.filter((count) => count === width).length : 0;
    const named = width > 1 && findHeader(records, dialect, false) >= 0 ? MOST_RECORDS : 0;
    if (regular + named > best.score) best = { separator, score: regular + named };
  }
  return best.separator;
}

/** @returns index of the header; -1 where there is none */
function findHeader(
  records: readonly TableRecord[],
  dialect: TableDialect,
  isWished: boolean,
): number {
  const found = records.slice(0, HEADER_WITHIN).findIndex(({ cells }) => dialect.isHeader(cells));
  return found < 0 && isWished && records.length > 0 ? 0 : found;
}

function likeliestMark(
  separator: Separator,
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
): '.' | ',' {
  if (separator === ',') return '.';
  const numeric = ['quantity', 'price', 'commission'];
  const numbers = rows.flatMap((cells) =>
    cells
      .filter((_cell, index) => numeric.includes(columns[index] ?? ''))
      .map((cell) => cell.trim()),
  );
  const hasComma = numbers.some((cell) => COMMA.test(cell) && !GROUPED.test(cell));
  return hasComma && !numbers.some((cell) => /\d\.\d/.test(cell)) ? ',' : '.';
}

/** The first records that are not blank. */
export function recordsOf(head: string, separator: Separator): readonly TableRecord[] {
  const records: TableRecord[] = [];
  const reader = new RecordReader(separator, {
    record: (record) => {
      const isBlank = record.cells.every((cell) => cell === '');
      if (!isBlank && records.length < MOST_RECORDS) records.push(record);
    },
    openQuote: () => undefined,
  });
  const lines = new LineCutter(LIST_LIMITS.cell, (text, line, isCut) => {
    if (!isCut && records.length < MOST_RECORDS) reader.line(text, line);
  });
  lines.push(head);
  lines.finish();
  return records;
}
