import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
} from '../../../../../src/shared/domain/candle/bar-columns';

/** One bar in the order of the columns. */
export type BarRow = readonly [number, number, number, number, number, number, number];

export function barsOf(rows: readonly BarRow[]): BarColumns {
  const bars = allocateBars(rows.length);
  for (const [index, row] of rows.entries()) {
    for (const [column, name] of BAR_COLUMN_NAMES.entries()) {
      bars[name][index] = row[column] as number;
    }
  }
  return bars;
}

export function rowsOf(bars: BarColumns): BarRow[] {
  return Array.from(
    { length: bars.length },
    (_, index) => BAR_COLUMN_NAMES.map((name) => bars[name][index] as number) as unknown as BarRow,
  );
}
