import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heikinAshiBar, heikinAshiOf } from '../../../src/chart/heikin-ashi';
import { barAt } from '../../../src/shared/domain/candle/bar-columns';
import { columnsOf } from './bars';

const bar = (time: number, open: number, high: number, low: number, close: number) => ({
  time,
  open,
  high,
  low,
  close,
  volume: 5,
});

describe('heikinAshiOf', () => {
  it('follows the definition', () => {
    const result = heikinAshiOf(columnsOf([bar(1, 10, 14, 8, 12), bar(2, 12, 20, 11, 17)]));
    // 44 / 4 = 11 and (10 + 12) / 2 = 11; then 60 / 4 = 15 and (11 + 11) / 2 = 11.
    expect(barAt(result, 0)).toEqual(bar(1, 11, 14, 8, 11));
    expect(barAt(result, 1)).toEqual(bar(2, 11, 20, 11, 15));
  });

  it('makes of a whole series what the bars make one by one, with bodies inside their wicks', () => {
    const price = fc.double({ min: 1, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(price, price, price, price), { minLength: 1 }), (rows) => {
        const bars = rows.map(([a, b, c, d], i) =>
          bar(i, a, Math.max(a, b, c, d), Math.min(a, b, c, d), b),
        );
        const whole = heikinAshiOf(columnsOf(bars));
        let previous = null;
        for (const [i, one] of bars.entries()) {
          previous = heikinAshiBar(one, previous);
          expect(barAt(whole, i)).toEqual(previous);
          expect(previous.high).toBeGreaterThanOrEqual(Math.max(previous.open, previous.close));
          expect(previous.low).toBeLessThanOrEqual(Math.min(previous.open, previous.close));
        }
      }),
    );
  });
});
