import type { BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';

/** A row as the cells of its file, by the name of the column. */
export type PrintedRow = Readonly<Record<string, string>>;

/** Prints bars the way JavaScript prints numbers, which a parser must read back exactly. */
export function printRows(bars: BarColumns): PrintedRow[] {
  return Array.from(bars.time, (time, index) => ({
    Date: new Date(time * 1000).toISOString().slice(0, 10),
    Open: String(bars.open[index]),
    High: String(bars.high[index]),
    Low: String(bars.low[index]),
    Close: String(bars.close[index]),
    'Adj Close': Number.isNaN(bars.adjustedClose[index]) ? '' : String(bars.adjustedClose[index]),
    Volume: String(bars.volume[index]),
  }));
}

export const COLUMNS = ['Date', 'Open', 'High', 'Low', 'Close', 'Adj Close', 'Volume'] as const;

export function printCsv(
  rows: readonly PrintedRow[],
  columns: readonly string[] = COLUMNS,
  separator = ',',
  lineEnd = '\n',
): Uint8Array {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const text = lines.map((cells) => cells.join(separator) + lineEnd).join('');
  return new TextEncoder().encode(text);
}
