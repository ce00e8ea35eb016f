import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
} from '../../../../src/shared/domain/candle/bar-columns';

export type PackedBars = BarColumns & { readonly buffer: ArrayBuffer };

export const DAY = 86_400;

/** Bars from rows of time, open, high, low, close, volume, adjusted close. */
export function barsOf(rows: readonly (readonly number[])[]): PackedBars {
  const bars = allocateBars(rows.length);
  for (const [index, row] of rows.entries()) {
    for (const [column, name] of BAR_COLUMN_NAMES.entries()) {
      bars[name][index] = row[column] as number;
    }
  }
  return bars;
}

/** `count` bars in whole cents, one a day from `firstTime` on; their closes are 100.01, 100.02, ... */
export function risingBars(count: number, firstTime = 0): PackedBars {
  return barsOf(
    Array.from({ length: count }, (_, index) => {
      const close = (10_001 + index) / 100;
      return [firstTime + index * DAY, close, close + 1, close - 1, close, 1000 + index, close];
    }),
  );
}

/** The rows that {@link barsOf} would be given for the bars. */
export function rowsOf(bars: BarColumns): number[][] {
  return Array.from({ length: bars.length }, (_, index) =>
    BAR_COLUMN_NAMES.map((name) => bars[name][index] as number),
  );
}
