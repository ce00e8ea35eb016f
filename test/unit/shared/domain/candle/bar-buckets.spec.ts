import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketsOf,
  extendBuckets,
  MOST_OVERVIEW_BUCKETS,
  overviewStride,
} from '../../../../../src/shared/domain/candle/bar-buckets';
import { barsOf, DAY, rowsOf } from '../../../electron/data/bars-of';

const price = fc.integer({ min: 1, max: 1000 });
const anyRows = fc
  .array(fc.tuple(price, price, price, price, price, price), { maxLength: 90 })
  .map((values) => values.map((row, index) => [index * DAY, ...row]));
const anyStride = fc.constantFrom(1, 4, 16, 64);

/** The same from the words of the definition. */
function bruteForce(rows: readonly (readonly number[])[], stride: number): number[][] {
  const buckets: number[][] = [];
  for (let from = 0; from < rows.length; from += stride) {
    const part = rows.slice(from, from + stride);
    const column = (index: number): number[] => part.map((row) => row[index] as number);
    buckets.push([
      column(0)[0] as number,
      column(1)[0] as number,
      Math.max(...column(2)),
      Math.min(...column(3)),
      column(4).at(-1) as number,
      column(5).reduce((sum, volume) => sum + volume, 0),
      NaN,
    ]);
  }
  return buckets;
}

describe('buckets of bars', () => {
  it('have the first open, the last close, the extremes and all of the volume', () => {
    const rows = [
      [1 * DAY, 10, 12, 9, 11, 100, 11],
      [2 * DAY, 11, 15, 10, 14, 200, 14],
      [3 * DAY, 14, 14, 7, 8, 300, 8],
      [4 * DAY, 8, 9, 8, 9, 400, 9],
      [7 * DAY, 9, 9, 5, 6, 500, 6],
    ];
    expect(rowsOf(bucketsOf(barsOf(rows), 4))).toEqual([
      [1 * DAY, 10, 15, 7, 9, 1000, NaN],
      [7 * DAY, 9, 9, 5, 6, 500, NaN],
    ]);
  });

  it('are what their definition says, for any bars', () => {
    fc.assert(
      fc.property(anyRows, anyStride, (rows, stride) => {
        expect(rowsOf(bucketsOf(barsOf(rows), stride))).toEqual(bruteForce(rows, stride));
      }),
    );
  });

  it('come out the same whether the bars came at once or in parts', () => {
    fc.assert(
      fc.property(anyRows, anyStride, fc.nat(), (rows, stride, cut) => {
        const known = cut % (rows.length + 1);
        const buckets = bucketsOf(barsOf(rows.slice(0, known)), stride);
        const extended = extendBuckets(buckets, stride, known, barsOf(rows.slice(known)));
        expect(rowsOf(extended)).toEqual(bruteForce(rows, stride));
      }),
    );
  });
});

describe('the stride of an overview', () => {
  it('grows by fours as soon as the buckets become too many', () => {
    expect(overviewStride(MOST_OVERVIEW_BUCKETS)).toBe(1);
    expect(overviewStride(MOST_OVERVIEW_BUCKETS + 1)).toBe(4);
    expect(overviewStride(100_001)).toBe(16);
    expect(overviewStride(1_000_000)).toBe(64);
  });
});
