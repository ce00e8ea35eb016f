import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  barAt,
  isSameBar,
  isSameBars,
  lowerBound,
  packBars,
  subBars,
  viewPackedBars,
} from '../../../../../src/shared/domain/candle/bar-columns';

/** Two bars, column after column. */
const TWO_BARS = [10, 20, 1, 2, 3, 4, 0.5, 0.25, 2.5, 3.5, 100, 200, NaN, 3.25];

const packed = (values: readonly number[]): ArrayBuffer => Float64Array.from(values).buffer;

describe('viewPackedBars', () => {
  it('shows the columns in their order', () => {
    const bars = viewPackedBars(packed(TWO_BARS));
    expect(bars.length).toBe(2);
    expect([...bars.time]).toEqual([10, 20]);
    expect([...bars.open]).toEqual([1, 2]);
    expect([...bars.high]).toEqual([3, 4]);
    expect([...bars.low]).toEqual([0.5, 0.25]);
    expect([...bars.close]).toEqual([2.5, 3.5]);
    expect([...bars.volume]).toEqual([100, 200]);
    expect([...bars.adjustedClose]).toEqual([NaN, 3.25]);
  });

  it('shares the buffer', () => {
    const buffer = packed(TWO_BARS);
    viewPackedBars(buffer).close[1] = 9;
    expect(new Float64Array(buffer)[9]).toBe(9);
  });

  it('takes an empty buffer for no bars', () => {
    expect(viewPackedBars(new ArrayBuffer(0)).length).toBe(0);
  });

  it.each([8, 55, 57, 112 + 8])('refuses %i bytes', (bytes) => {
    expect(() => viewPackedBars(new ArrayBuffer(bytes))).toThrow(RangeError);
  });
});

describe('allocateBars', () => {
  it('gives zeroed columns over one buffer', () => {
    const bars = allocateBars(3);
    expect(bars.buffer.byteLength).toBe(3 * 56);
    for (const name of BAR_COLUMN_NAMES) expect([...bars[name]]).toEqual([0, 0, 0]);
  });
});

describe('packBars', () => {
  it('copies a part', () => {
    const bars = viewPackedBars(packed(TWO_BARS));
    const part = packBars(bars, 1);
    expect([...new Float64Array(part)]).toEqual([20, 2, 4, 0.25, 3.5, 200, 3.25]);
    bars.close[1] = 0;
    expect(viewPackedBars(part).close[0]).toBe(3.5);
  });

  it('gives an empty buffer for an empty or reversed part', () => {
    const bars = viewPackedBars(packed(TWO_BARS));
    expect(packBars(bars, 1, 1).byteLength).toBe(0);
    expect(packBars(bars, 2, 1).byteLength).toBe(0);
  });

  it('gives back what it was given', () => {
    const columns = fc
      .nat(20)
      .chain((length) => fc.array(fc.double(), { minLength: 7 * length, maxLength: 7 * length }));
    fc.assert(
      fc.property(columns, (values) => {
        expect([...new Float64Array(packBars(viewPackedBars(packed(values))))]).toEqual(values);
      }),
    );
  });
});

describe('subBars', () => {
  it('shows a part of the same memory', () => {
    const bars = viewPackedBars(packed(TWO_BARS));
    const part = subBars(bars, 1, 2);
    expect(part.length).toBe(1);
    expect(BAR_COLUMN_NAMES.map((name) => part[name][0])).toEqual([20, 2, 4, 0.25, 3.5, 200, 3.25]);
    part.close[0] = 9;
    expect(bars.close[1]).toBe(9);
  });

  it('shows nothing of a reversed part', () => {
    const part = subBars(viewPackedBars(packed(TWO_BARS)), 1, 0);
    expect(part.length).toBe(0);
    expect(part.time).toHaveLength(0);
  });
});

describe('isSameBar', () => {
  const one = viewPackedBars(packed(TWO_BARS));

  it.each(BAR_COLUMN_NAMES)('sees another %s', (name) => {
    for (const index of [0, 1]) {
      const other = viewPackedBars(packed(TWO_BARS));
      expect(isSameBar(one, index, other, index)).toBe(true);
      other[name][index] = 7;
      expect(isSameBar(one, index, other, index)).toBe(false);
      expect(isSameBars(one, other)).toBe(false);
    }
  });

  it('takes NaN for NaN, and zero for zero with or without a sign', () => {
    const other = viewPackedBars(packed(TWO_BARS));
    [one.volume[0], other.volume[0]] = [0, -0];
    expect(isSameBars(one, other)).toBe(true);
  });

  it('finds no bar behind the end to be the same', () => {
    expect(isSameBar(one, 0, one, 2)).toBe(false);
    expect(isSameBars(one, subBars(one, 0, 1))).toBe(false);
  });
});

describe('barAt', () => {
  it('gives the bar, and nothing outside the series', () => {
    const bars = viewPackedBars(packed(TWO_BARS));
    expect(barAt(bars, 1)).toEqual({
      time: 20,
      open: 2,
      high: 4,
      low: 0.25,
      close: 3.5,
      volume: 200,
    });
    expect(barAt(bars, -1)).toBeUndefined();
    expect(barAt(bars, 2)).toBeUndefined();
  });
});

describe('lowerBound', () => {
  it.each([
    [5, 0],
    [10, 0],
    [11, 1],
    [20, 1],
    [21, 2],
  ])('of %i is %i', (time, index) => {
    expect(lowerBound(viewPackedBars(packed(TWO_BARS)), time)).toBe(index);
  });

  it('agrees with a search from the front', () => {
    const times = fc
      .uniqueArray(fc.integer({ min: -50, max: 50 }))
      .map((values) => values.sort((one, other) => one - other));
    fc.assert(
      fc.property(times, fc.integer({ min: -60, max: 60 }), (ascending, time) => {
        const found = ascending.findIndex((value) => value >= time);
        const bars = { time: Float64Array.from(ascending), length: ascending.length };
        expect(lowerBound(bars, time)).toBe(found < 0 ? ascending.length : found);
      }),
    );
  });
});
