import { describe, expect, it } from 'vitest';
import type { Bar } from '../../../../../src/shared/domain/candle/bar-columns';
import { newestBars } from '../../../../../src/shared/domain/session-line/newest-bars';
import { type BarRow, barsOf, rowsOf } from '../candle/bar-rows';

const row = (time: number, close = time): BarRow => [time, 1, 2, 0, close, 5, close];
const running = (time: number): Bar => ({
  ...{ time, open: 7, high: 9, low: 6, close: 8, volume: 4 },
});

describe('the newest bars', () => {
  it('are those that there are', () => {
    const bars = barsOf([row(1), row(2)]);
    expect(rowsOf(newestBars(bars, 1, null))).toEqual(rowsOf(bars));
  });

  it('have the one under way behind them, or in the place of the last one', () => {
    const bars = barsOf([row(1), row(2)]);
    expect(rowsOf(newestBars(bars, 1, running(3)))).toEqual([
      row(1),
      row(2),
      [3, 7, 9, 6, 8, 4, NaN],
    ]);
    expect(rowsOf(newestBars(bars, 1, running(2)))).toEqual([row(1), [2, 7, 9, 6, 8, 4, NaN]]);
    expect(rowsOf(newestBars(barsOf([]), 1, running(2)))).toHaveLength(1);
  });

  it('take no older one in', () => {
    const bars = barsOf([row(1), row(2)]);
    expect(rowsOf(newestBars(bars, 1, running(1)))).toEqual(rowsOf(bars));
  });

  it('are at most what so many sessions and one more can have', () => {
    const bars = barsOf(Array.from({ length: 10_000 }, (_, index) => row(index)));
    const newest = newestBars(bars, 1, null);
    expect(newest.length).toBe(2880);
    expect(newest.time.at(-1)).toBe(9999);
    expect(newestBars(bars, 5, running(10_000)).length).toBe(8641);
  });
});
