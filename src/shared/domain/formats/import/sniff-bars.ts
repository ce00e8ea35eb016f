import { guessRoles } from './guess-roles';
import {
  endsInReturn,
  FEWEST_CELLS,
  findHeader,
  type HeadLine,
  headLines,
  type HeadRow,
  likeliestSeparator,
  rowOf,
  usualWidth,
} from './head-table';
import {
  type BarsPlan,
  type ColumnRole,
  type DateForm,
  EXCHANGE_ZONE,
  type PlanWish,
  type TextEncoding,
} from './import-plan';
import { parseNumberText } from './number-text';
import { sniffDateForms } from './sniff-date-form';
import { sniffInterval } from './sniff-interval';
import type { SniffedBars } from './sniffed-bars';

const SHOWN_ROWS = 3;
const LONGEST_SHOWN = 40;
const SHORTEST_LINE = 8;
const PRICES = ['open', 'high', 'low', 'close'] as const;

/** What the lines of the beginning are: the one that names the columns, and those that may be rows. */
interface HeadParts {
  readonly headerLine: number;
  /** Empty without one. */
  readonly header: readonly string[];
  readonly body: readonly HeadRow[];
  readonly columnCount: number;
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
  const lines = headLines(head, isWhole);
  const separator = wish.separator ?? likeliestSeparator(lines);
  if (separator === null) return null;
  const table = lines.map((line) => rowOf(line, separator));
  const parts = partsOf(table, wish.hasHeader !== false);
  const { headerLine, header, body, columnCount } = parts;
  const columns = wish.columns ?? guessRoles(header, cellsOf(body), columnCount);
  const { forms, first } = sniffDateForms(
    body.map(({ cells }) => cells[columns.indexOf('date')] ?? ''),
  );
  const rows = body.slice(first);
  const { known, ...values } = valuesOf(cellsOf(rows), columns, forms[0], wish);
  return {
    plan: { encoding, separator, columns, hasHeader: headerLine > 0, ...values },
    ...{ dateForms: forms, intervalKnown: known },
    lineEndsInReturn: endsInReturn(head),
    header: header.map(shortened),
    rows: cellsOf(rows.slice(0, SHOWN_ROWS)).map((cells) => cells.map(shortened)),
    firstRowLine: firstRowLine(table, parts, rows[0]),
    lineBytes: averageBytes(lines),
  };
}

/**
 * Lines as wide as the rows and without any number belong to the header, as the names of tickers below
 * it do. Everything else below it is a row, be it a broken one.
 */
function firstRowLine(
  table: readonly HeadRow[],
  { headerLine, columnCount }: HeadParts,
  firstDate: HeadRow | undefined,
): number {
  if (headerLine === 0) return firstDate?.line ?? 1;
  const isRow = ({ cells }: HeadRow): boolean =>
    cells.length < Math.min(columnCount, FEWEST_CELLS) ||
    cells.some((cell) => !Number.isNaN(parseNumberText(cell, '.', false)));
  const below = table.filter(({ line }) => line > headerLine);
  const first = below.find((row) => row === firstDate || isRow(row));
  return first?.line ?? headerLine + 1;
}

function partsOf(table: readonly HeadRow[], mayHaveHeader: boolean): HeadParts {
  const width = usualWidth(table.map(({ cells }) => cells.length));
  const headerAt = mayHaveHeader ? findHeader(table) : -1;
  const header = table[headerAt];
  const fewest = Math.min(width, FEWEST_CELLS);
  return {
    headerLine: header?.line ?? 0,
    header: header?.cells ?? [],
    body: table.slice(headerAt + 1).filter(({ cells }) => cells.length >= fewest),
    columnCount: Math.max(header?.cells.length ?? 0, width),
  };
}

/** How the cells of the rows are to be read: as the user said, else as they look. */
function valuesOf(
  rows: readonly (readonly string[])[],
  columns: readonly ColumnRole[],
  likeliestForm: DateForm | undefined,
  wish: PlanWish,
): Pick<BarsPlan, 'dateForm' | 'decimalMark' | 'interval' | 'zone'> & { readonly known: boolean } {
  const dateForm = wish.dateForm ?? likeliestForm ?? 'ymd';
  const { interval, known } = sniffInterval(rows, columns, dateForm);
  return {
    ...{ dateForm, known },
    decimalMark: wish.decimalMark ?? likeliestMark(rows, columns),
    interval: wish.interval ?? interval,
    zone: wish.zone ?? EXCHANGE_ZONE,
  };
}

/** The decimal mark with which more of the prices are numbers; the point where both are as good. */
function likeliestMark(
  rows: readonly (readonly string[])[],
  columns: readonly ColumnRole[],
): '.' | ',' {
  const cells = rows.flatMap((row) => PRICES.map((role) => row[columns.indexOf(role)] ?? ''));
  const numbers = (mark: '.' | ','): number =>
    cells.filter((cell) => !Number.isNaN(parseNumberText(cell, mark, false))).length;
  return numbers(',') > numbers('.') ? ',' : '.';
}

function cellsOf(rows: readonly HeadRow[]): readonly (readonly string[])[] {
  return rows.map(({ cells }) => cells);
}

function averageBytes(lines: readonly HeadLine[]): number {
  const sum = lines.reduce((all, { bytes }) => all + bytes.length + 1, 0);
  return Math.max(SHORTEST_LINE, sum / Math.max(1, lines.length));
}

/** A cell of megabytes is not carried to the page. */
function shortened(cell: string): string {
  return cell.length > LONGEST_SHOWN ? `${cell.slice(0, LONGEST_SHOWN - 1)}…` : cell;
}
