import { allocateSpans, splitCells } from '../csv-cells';
import { rolesOfHeader } from './column-names';
import { type Separator, SEPARATORS } from './import-plan';
import { utf8Text } from './utf8-text';

const MOST_LINES = 400;
const MOST_CELLS = 512;
/** Titles stand above some headers, and units below. */
const HEADER_WITHIN = 12;
/** Date, open, high, low and close. */
export const FEWEST_CELLS = 5;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;

/** A line of the beginning of a file. */
export interface HeadLine {
  /** Counted from 1, blank lines included. */
  readonly line: number;
  readonly bytes: Uint8Array;
}

export interface HeadRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines end in CR alone where there is no line feed at all. */
export function endsInReturn(head: Uint8Array): boolean {
  return !head.includes(LINE_FEED) && head.includes(CARRIAGE_RETURN);
}

/**
 * The lines that are not blank.
 *
 * @param isWhole - false where the last line may be cut off: then it is left out, unless it is the only one
 */
export function headLines(head: Uint8Array, isWhole: boolean): readonly HeadLine[] {
  const lineEnd = endsInReturn(head) ? CARRIAGE_RETURN : LINE_FEED;
  const lines: HeadLine[] = [];
  let start = 0;
  for (let line = 1; start < head.length && line <= MOST_LINES; line++) {
    const found = head.indexOf(lineEnd, start);
    if (found < 0 && !isWhole && line > 1) break;
    const end = found < 0 ? head.length : found;
    const bytes = head.subarray(start, head[end - 1] === CARRIAGE_RETURN ? end - 1 : end);
    if (bytes.some((byte) => byte > SPACE)) lines.push({ line, bytes });
    start = end + 1;
  }
  return lines;
}

/** The separator that gives most lines the same number of cells; null where none gives enough. */
export function likeliestSeparator(lines: readonly HeadLine[]): Separator | null {
  let best: { readonly separator: Separator; readonly score: number } | null = null;
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => rowOf(line, separator).cells.length);
    const width = usualWidth(counts);
    if (width < FEWEST_CELLS) continue;
    const score = counts.filter((count) => count === width).length;
    if (best === null || score > best.score) best = { separator, score };
  }
  return best?.separator ?? null;
}

/** The commonest number of cells. */
export function usualWidth(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

export function rowOf({ line, bytes }: HeadLine, separator: Separator): HeadRow {
  const spans = allocateSpans(Math.min(MOST_CELLS, bytes.length + 1));
  const count = splitCells(bytes, 0, bytes.length, separator.charCodeAt(0), spans);
  const cells = Array.from({ length: Math.min(count, spans.starts.length) }, (_, index) =>
    utf8Text(bytes, spans.starts[index] as number, spans.ends[index] as number),
  );
  return { line, cells };
}

/** Index of the first line that names enough columns; -1 where none of the first ones does. */
export function findHeader(table: readonly HeadRow[]): number {
  const scores = table
    .slice(0, HEADER_WITHIN)
    .map(({ cells }) => rolesOfHeader(cells).filter((role) => role !== 'ignored').length);
  const best = Math.max(0, ...scores);
  return best >= 3 ? scores.indexOf(best) : -1;
}
