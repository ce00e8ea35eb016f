import { guardFormula } from '../../formula-guard';

const MARK = '\ufeff';
const NEEDS_QUOTES = /[",;|\r\n\t]|^ | $/;

/** A cell; null is an empty one. A number stays a number, whatever its sign. */
export type CsvCell = string | number | null;

/**
 * A table as RFC 4180 has it, in front of it the mark by which Excel knows UTF-8. What a spreadsheet
 * would compute begins with an apostrophe, which the reading takes away again.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `${MARK}${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guardFormula(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
