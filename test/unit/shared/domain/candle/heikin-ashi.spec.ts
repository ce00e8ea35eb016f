import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import { heikinAshi, heikinAshiTail } from '../../../../../src/shared/domain/candle/heikin-ashi';
import { replaceTail } from '../../../../../src/shared/domain/candle/resample';
import { type BarRow, barsOf, rowsOf } from './bar-rows';

describe('by hand', () => {
  it('starts in the middle of the first body and follows the bodies before', () => {
    const bars = barsOf([
      [0, 10, 14, 8, 12, 5, 11],
      [60, 12, 13, 12, 13, 6, 12],
      [120, 13, 13, 2, 4, 7, 3],
    ]);
    // Opens: 11, then (11 + 11) / 2, then (11 + 12.5) / 2; closes: 44 / 4, 50 / 4, 32 / 4.
    expect(rowsOf(heikinAshi(bars))).toEqual([
      [0, 11, 14, 8, 11, 5, NaN],
      [60, 11, 13, 11, 12.5, 6, NaN],
      [120, 11.75, 13, 2, 8, 7, NaN],
    ]);
  });

  it('is nothing of nothing', () => {
    expect(heikinAshi(barsOf([])).length).toBe(0);
    expect(heikinAshiTail(barsOf([]), barsOf([])).length).toBe(0);
  });
});

describe('bar by bar', () => {
  const rows = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat(9), fc.nat(9), fc.nat(9)),
    { minLength: 1, maxLength: 20 },
  );

  it('is the same as all at once', () => {
    fc.assert(
      fc.property(rows, (made) => {
        const bars = made.map(([low, open, close, volume], index): BarRow => {
          const high = low + Math.max(open, close) + 1;
          return [index * 60, low + open, high, low, low + close, volume, NaN];
        });
        let smoothed: BarColumns = heikinAshi(barsOf([]));
        for (let count = 1; count <= bars.length; count++) {
          const [time, open] = bars[count - 1] as BarRow;
          const forming: BarRow = [time, open, open, open, open, 0, NaN];
          for (const last of [forming, bars[count - 1] as BarRow]) {
            const tail = heikinAshiTail(smoothed, barsOf([...bars.slice(0, count - 1), last]));
            expect(tail.length).toBeLessThanOrEqual(2);
            smoothed = replaceTail(smoothed, tail);
          }
        }
        expect(rowsOf(smoothed)).toEqual(rowsOf(heikinAshi(barsOf(bars))));
      }),
      { numRuns: 2_000 },
    );
  });
});
