import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustBars } from '../../../../../src/shared/domain/candle/adjusted-bars';
import { packBars, viewPackedBars } from '../../../../../src/shared/domain/candle/bar-columns';
import { type BarRow, barsOf, rowsOf } from './bar-rows';

const row = (time: number, adjusted: number): BarRow => [time, 20, 24, 16, 20, 100, adjusted];
const closes = (...adjusted: number[]) =>
  adjustBars(barsOf(adjusted.map((value, index) => row(index, value))));

describe('adjustBars', () => {
  it('scales all four prices and no volume', () => {
    const { bars, unknown } = closes(10, 20);
    expect(rowsOf(bars)).toEqual([
      [0, 10, 12, 8, 10, 100, 10],
      [1, 20, 24, 16, 20, 100, 20],
    ]);
    expect(unknown).toBe(0);
  });

  it('takes the ratio of the next bar where one is not known', () => {
    const { bars, unknown } = closes(NaN, 5, NaN, NaN, 10);
    expect([...bars.close]).toEqual([5, 5, 10, 10, 10]);
    expect(unknown).toBe(3);
    expect(bars.adjustedClose[0]).toBeNaN();
  });

  it('leaves the newest bars as they are', () => {
    expect([...closes(5, NaN).bars.close]).toEqual([5, 20]);
  });

  it('leaves everything as it is where nothing is known, and says so', () => {
    const { bars, unknown } = closes(NaN, NaN, 0);
    expect([...bars.close]).toEqual([20, 20, 20]);
    expect(unknown).toBe(3);
  });

  it('adjusts the newest bars alike without those before', () => {
    const adjusted = fc.array(fc.oneof(fc.double({ min: 0.1, max: 30 }), fc.constant(NaN)), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(adjusted, fc.nat(11), (values, from) => {
        const bars = barsOf(values.map((value, index) => row(index, value)));
        const tail = adjustBars(viewPackedBars(packBars(bars, from))).bars;
        expect(rowsOf(tail)).toEqual(rowsOf(adjustBars(bars).bars).slice(from));
      }),
    );
  });
});
