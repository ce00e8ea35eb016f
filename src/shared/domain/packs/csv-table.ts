import { guardFormula, unguardFormula } from '../formats/formula-guard';

const SEPARATORS = [',', ';', '\t'] as const;

/**
 * A table as RFC 4180 has it, in front of it the mark by which Excel knows UTF-8. A cell that a
 * spreadsheet would compute begins with an apostrophe, which {@link readCsv} takes away again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(text: string): string {
  const guarded = guardFormula(text);
  return /[",;\r\n\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * The rows of a table, blank ones left out; the separator is the one that its first line has most of.
 * Reads anything: what is no good table comes out as odd cells.
 *
 * @param mostRows - reading stops behind them
 */
export function readCsv(text: string, mostRows: number): readonly (readonly string[])[] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length && rows.length < mostRows) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    row.push(unguardFormula(cell.text));
    const isRowEnd = text[cell.end] !== separator;
    at = cell.end + 1;
    if (!isRowEnd && at < text.length) continue;
    if (!isRowEnd) row.push('');
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

interface Cell {
  readonly text: string;
  /** Of the separator or line feed behind it, or of the end of the text. */
  readonly end: number;
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  const last = text[end] !== separator && text[end - 1] === '\r' && end > start ? end - 1 : end;
  return { text: text.slice(start, last), end };
}

function quotedCell(text: string, start: number): Cell {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { text: parts.join('') + text.slice(from), end: text.length };
    parts.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') {
      const isReturn = text[quote + 1] === '\r' && text[quote + 2] === '\n';
      return { text: parts.join(''), end: isReturn ? quote + 2 : quote + 1 };
    }
    parts.push('"');
    from = quote + 2;
  }
}

function separatorOf(text: string): string {
  const head = text.slice(0, 4096).split('\n', 1)[0] ?? '';
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
