import { guardFormula } from './formula-guard';

/** Rows of texts and numbers; the first one is the head. */
export type PlainTable = readonly (readonly (string | number)[])[];

const NEEDS_QUOTES = /[",\r\n]/;

/**
 * CSV as RFC 4180 has it: commas, double quotes where they are needed, CRLF. A text that a
 * spreadsheet would calculate gets an apostrophe in front, which it then does not show; a number
 * stays a number, negative ones too.
 */
export function toCsv(table: PlainTable): string {
  return table.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** A table of GitHub Flavored Markdown; columns of numbers are set to the right. */
export function toMarkdown(table: PlainTable): string {
  const [head = [], ...rows] = table;
  const rules = head.map((_, at) => (isNumeric(rows, at) ? '---:' : '---'));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [head.map(markdownCell), rules, ...rows.map((row) => row.map(markdownCell))]
    .map(line)
    .join('');
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = guardFormula(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text stays text: no end of the cell, no markup, no line break. */
function markdownCell(cell: string | number): string {
  return String(cell)
    .replace(/[\\|`*_[\]<>~]/g, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`))
    .replace(/\s+/g, ' ')
    .trim();
}

function isNumeric(rows: PlainTable, at: number): boolean {
  return rows.length > 0 && rows.every((row) => typeof row[at] === 'number');
}
