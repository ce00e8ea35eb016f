import { allocateSpans, asciiText, endOfContent, endOfLine, splitCells } from './csv-cells';

/** Where the columns of a file of bars are. */
export interface BarsCsvLayout {
  /** The byte between cells. */
  readonly separator: number;
  /** Cells in the header. */
  readonly cellCount: number;
  /** Cells that a row must have at least: up to the last column that is read. */
  readonly neededCells: number;
  /** Index of the cell in its row; -1 for an optional column that the file does not have. */
  readonly columns: Readonly<Record<BarsCsvColumn, number>>;
  /** Byte offset of the first row below the header. */
  readonly rowsStart: number;
  /** Number of the first line below the header; lines are counted from 1. */
  readonly firstRowLine: number;
}

export type BarsCsvColumn = 'date' | 'open' | 'high' | 'low' | 'close' | 'adjustedClose' | 'volume';

const SEPARATORS = [',', ';', '\t'] as const;
const OPTIONAL: ReadonlySet<BarsCsvColumn> = new Set(['adjustedClose', 'volume']);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;
/** A longer first line is no header of a file of bars. */
const LONGEST_HEADER = 8_192;

/** Spellings without capitals, blanks and punctuation. */
const COLUMN_NAMES: Readonly<Record<string, BarsCsvColumn>> = {
  date: 'date',
  datetime: 'date',
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  adjclose: 'adjustedClose',
  adjustedclose: 'adjustedClose',
  volume: 'volume',
};

/**
 * Reads the header: the first line that is not blank. Names are compared without regard to
 * capitals, blanks and punctuation; columns that are not bars are left out.
 *
 * @returns null where a required column is missing, or where a column occurs twice, because then
 * nothing says which of the two is meant
 */
export function readBarsCsvLayout(bytes: Uint8Array): BarsCsvLayout | null {
  let start = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? 3 : 0;
  let line = 1;
  while (start < bytes.length) {
    const lineEnd = endOfLine(bytes, start);
    const end = endOfContent(bytes, start, lineEnd);
    if (end > start) return readHeader(bytes, start, end, { rowsStart: lineEnd + 1, line });
    start = lineEnd + 1;
    line++;
  }
  return null;
}

function readHeader(
  bytes: Uint8Array,
  start: number,
  end: number,
  { rowsStart, line }: { readonly rowsStart: number; readonly line: number },
): BarsCsvLayout | null {
  if (end - start > LONGEST_HEADER) return null;
  for (const separator of SEPARATORS) {
    const code = separator.charCodeAt(0);
    const names = cellTexts(bytes, start, end, code);
    const columns = locateColumns(names);
    if (columns) {
      return {
        separator: code,
        cellCount: names.length,
        neededCells: Math.max(...Object.values(columns)) + 1,
        columns,
        rowsStart,
        firstRowLine: line + 1,
      };
    }
  }
  return null;
}

function cellTexts(bytes: Uint8Array, start: number, end: number, separator: number): string[] {
  const spans = allocateSpans(end - start + 1);
  const count = splitCells(bytes, start, end, separator, spans);
  return Array.from({ length: count }, (_, index) =>
    asciiText(bytes, spans.starts[index] as number, spans.ends[index] as number),
  );
}

function locateColumns(names: readonly string[]): Record<BarsCsvColumn, number> | null {
  const columns: Record<BarsCsvColumn, number> = {
    date: -1,
    open: -1,
    high: -1,
    low: -1,
    close: -1,
    adjustedClose: -1,
    volume: -1,
  };
  for (const [index, name] of names.entries()) {
    const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    const column = Object.hasOwn(COLUMN_NAMES, plain) ? COLUMN_NAMES[plain] : undefined;
    if (column === undefined) continue;
    if (columns[column] >= 0) return null;
    columns[column] = index;
  }
  const complete = Object.entries(columns).every(
    ([column, index]) => index >= 0 || OPTIONAL.has(column as BarsCsvColumn),
  );
  return complete ? columns : null;
}
