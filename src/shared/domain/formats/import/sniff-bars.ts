import { allocateSpans, splitCells } from '../csv-cells';
import { rolesOfHeader } from './column-names';
import { sniffDateForms } from './sniff-date-form';
import { sniffInterval } from './sniff-interval';
import {
  type BarsPlan,
  type ColumnRole,
  EXCHANGE_ZONE,
  missingRoles,
  type PlanWish,
  type Separator,
  SEPARATORS,
  type TextEncoding,
} from './import-plan';
import { parseNumberText } from './number-text';
import type { SniffedBars } from './sniffed-bars';
import { utf8Text } from './utf8-text';

const MOST_LINES = 400;
const MOST_CELLS = 512;
const SHOWN_ROWS = 3;
/** Titles stand above some headers, and units below. */
const HEADER_WITHIN = 12;
/** Columns of a file without a header, in the order that all sources use. */
const USUAL_ORDER: readonly ColumnRole[] = ['open', 'high', 'low', 'close', 'volume'];

interface HeadLine {
  readonly line: number;
  readonly bytes: Uint8Array;
}

/**
 * Guesses how a file of bars is to be read.
 *
 * @param head - the beginning of the text in UTF-8, without a byte order mark
 * @param isWhole - true where it is all of it, so that the last line is not cut off
 * @param wish - what the user decided; the rest is guessed around it
 * @returns null where the text is no table at all
 */
export function sniffBars(
  head: Uint8Array,
  isWhole: boolean,
  encoding: TextEncoding,
  wish: PlanWish = {},
): SniffedBars | null {
  const lineEndsInReturn = endsInReturn(head);
  const lines = headLines(head, isWhole, lineEndsInReturn ? 0x0d : 0x0a);
  const separator = wish.separator ?? likeliestSeparator(lines);
  if (separator === null) return null;
  const table = lines.map(({ line, bytes }) => ({ line, cells: cellsOf(bytes, separator) }));
  const width = usualWidth(table.map(({ cells }) => cells.length));
  const headerAt = wish.hasHeader === false ? -1 : findHeader(table);
  const body = table.slice(headerAt + 1).filter(({ cells }) => cells.length >= Math.min(width, 5));
  const header = headerAt < 0 ? [] : (table[headerAt]?.cells ?? []);
  const columnCount = Math.max(header.length, width);
  const roles =
    wish.columns ??
    guessRoles(
      header,
      body.map(({ cells }) => cells),
      columnCount,
    );
  const dates = body.map(({ cells }) => cells[roles.indexOf('date')] ?? '');
  const { forms, first } = sniffDateForms(dates);
  const rows = body.slice(first);
  const dateForm = wish.dateForm ?? forms[0] ?? 'ymd';
  const spacing = sniffInterval(
    rows.map(({ cells }) => cells),
    roles,
    dateForm,
  );
  const plan: BarsPlan = {
    ...{ encoding, separator, dateForm, columns: roles },
    hasHeader: headerAt >= 0,
    decimalMark:
      wish.decimalMark ??
      likeliestMark(
        rows.map(({ cells }) => cells),
        roles,
      ),
    interval: wish.interval ?? spacing.interval,
    zone: wish.zone ?? EXCHANGE_ZONE,
  };
  return {
    ...{ plan, lineEndsInReturn, dateForms: forms, intervalKnown: spacing.known },
    ...{ header: header.map(shortened), rows: rows.slice(0, SHOWN_ROWS).map(shownCells) },
    firstRowLine: rows[0]?.line ?? (table[headerAt]?.line ?? 0) + 1,
    lineBytes: Math.max(8, head.length / Math.max(1, lines.at(-1)?.line ?? 1)),
  };
}

/** Lines end in CR alone where there is no line feed at all. */
function endsInReturn(head: Uint8Array): boolean {
  return !head.includes(0x0a) && head.includes(0x0d);
}

function headLines(head: Uint8Array, isWhole: boolean, lineEnd: number): readonly HeadLine[] {
  const lines: HeadLine[] = [];
  let start = 0;
  for (let line = 1; start < head.length && line <= MOST_LINES; line++) {
    const found = head.indexOf(lineEnd, start);
    if (found < 0 && !isWhole && line > 1) break;
    const end = found < 0 ? head.length : found;
    const bytes = head.subarray(start, head[end - 1] === 0x0d ? end - 1 : end);
    if (bytes.some((byte) => byte > 0x20)) lines.push({ line, bytes });
    start = end + 1;
  }
  return lines;
}

/** The separator that gives most lines the same number of cells, at least five. */
function likeliestSeparator(lines: readonly HeadLine[]): Separator | null {
  let best: { readonly separator: Separator; readonly score: number } | null = null;
  for (const separator of SEPARATORS) {
    const counts = lines.map(({ bytes }) => cellsOf(bytes, separator).length);
    const width = usualWidth(counts);
    if (width < 5) continue;
    const score = counts.filter((count) => count === width).length;
    if (best === null || score > best.score) best = { separator, score };
  }
  return best?.separator ?? null;
}

function usualWidth(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function cellsOf(bytes: Uint8Array, separator: Separator): readonly string[] {
  const spans = allocateSpans(Math.min(MOST_CELLS, bytes.length + 1));
  const count = splitCells(bytes, 0, bytes.length, separator.charCodeAt(0), spans);
  return Array.from({ length: Math.min(count, spans.starts.length) }, (_, index) =>
    utf8Text(bytes, spans.starts[index] as number, spans.ends[index] as number),
  );
}

/** The first line that names enough columns; -1 where none of the first ones does. */
function findHeader(table: readonly { readonly cells: readonly string[] }[]): number {
  const scores = table
    .slice(0, HEADER_WITHIN)
    .map(({ cells }) => rolesOfHeader(cells).filter((role) => role !== 'ignored').length);
  const best = Math.max(0, ...scores);
  return best >= 3 ? scores.indexOf(best) : -1;
}

function guessRoles(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  columnCount: number,
): readonly ColumnRole[] {
  const named = rolesOfHeader(header);
  const roles = Array.from({ length: columnCount }, (_, index) => named[index] ?? 'ignored');
  if (missingRoles(roles).length === 0) return roles;
  return header.length === 0 ? rolesByShape(rows, columnCount) : withDateByShape(roles, rows);
}

/** A header that names prices and calls the dates otherwise, or `Price` as some exports do. */
function withDateByShape(
  roles: readonly ColumnRole[],
  rows: readonly (readonly string[])[],
): readonly ColumnRole[] {
  if (roles.includes('date')) return roles;
  const at = dateColumn(rows);
  if (at < 0 || (roles[at] !== 'ignored' && roles[at] !== 'close')) return roles;
  return roles.map((role, index) => (index === at ? 'date' : role));
}

function rolesByShape(
  rows: readonly (readonly string[])[],
  columnCount: number,
): readonly ColumnRole[] {
  const at = dateColumn(rows);
  const roles: ColumnRole[] = Array.from({ length: columnCount }, () => 'ignored');
  if (at < 0) return roles;
  roles[at] = 'date';
  let next = at + 1;
  if (rows.every((cells) => /^\d{1,2}:\d\d/.test(cells[next] ?? ''))) roles[next++] = 'time';
  for (const role of USUAL_ORDER) if (next < columnCount) roles[next++] = role;
  return roles;
}

/** The first column in which most cells are dates. */
function dateColumn(rows: readonly (readonly string[])[]): number {
  const columns = rows[0]?.length ?? 0;
  for (let column = 0; column < columns; column++) {
    if (sniffDateForms(rows.map((cells) => cells[column] ?? '')).forms.length > 0) return column;
  }
  return -1;
}

/** The decimal mark with which more of the prices are numbers; the point where both are as good. */
function likeliestMark(
  rows: readonly (readonly string[])[],
  roles: readonly ColumnRole[],
): '.' | ',' {
  const prices = ['open', 'high', 'low', 'close'] as const;
  const cells = rows.flatMap((row) => prices.map((role) => row[roles.indexOf(role)] ?? ''));
  const numbers = (mark: '.' | ','): number =>
    cells.filter((cell) => !Number.isNaN(parseNumberText(cell, mark, false))).length;
  return numbers(',') > numbers('.') ? ',' : '.';
}

function shownCells({ cells }: { readonly cells: readonly string[] }): readonly string[] {
  return cells.map(shortened);
}

/** A cell of megabytes is not carried to the page. */
function shortened(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 39)}…` : cell;
}
