import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import {
  type IndicatorParams,
  RENEWAL_BARS,
} from '../../../../../src/shared/domain/indicators/indicator';
import { findIndicator } from '../../../../../src/shared/domain/indicators/indicator-catalogue';
import { computeIndicator } from '../../../../../src/shared/domain/indicators/indicator-run';
import { averageBasis, VWAP } from '../../../../../src/shared/domain/indicators/vwap';
import { barsFrom, inputOf } from './reference-bars';

/** Long enough for sums to be renewed more than once. */
const LONG = 2 * RENEWAL_BARS + 100;

function outputs(
  id: string,
  params: IndicatorParams,
  bars: BarColumns,
  sessions: readonly number[] = [],
): readonly number[][] {
  const indicator = findIndicator(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return computeIndicator(indicator, params, inputOf(bars, sessions)).map((column) => [...column]);
}

function walk(length: number, start: number): number[] {
  const values: number[] = [];
  let value = start;
  for (let index = 0; index < length; index++) {
    value *= 1 + Math.sin(index * index) / 100;
    values.push(value);
  }
  return values;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

function expectClose(actual: number | undefined, expected: number): void {
  expect(Math.abs((actual as number) - expected)).toBeLessThan(1e-9 * Math.abs(expected));
}

describe('by hand', () => {
  const bars = barsFrom({ close: [1, 2, 3, 4, 5] });

  it('averages', () => {
    expect(outputs('sma', { period: 3 }, bars)).toEqual([[NaN, NaN, 2, 3, 4]]);
    expect(outputs('ema', { period: 3 }, bars)).toEqual([[NaN, NaN, 2, 3, 4]]);
    const [weighted] = outputs('wma', { period: 3 }, bars);
    expect(weighted?.slice(2)).toEqual([14 / 6, 20 / 6, 26 / 6]);
  });

  it('has no values over fewer bars than it needs, nor over none', () => {
    expect(outputs('sma', { period: 9 }, bars)).toEqual([[NaN, NaN, NaN, NaN, NaN]]);
    expect(outputs('rsi', { period: 5 }, bars)).toEqual([[NaN, NaN, NaN, NaN, NaN]]);
    expect(outputs('atr', { period: 5 }, bars)).toEqual([[NaN, NaN, NaN, NaN, NaN]]);
    expect(outputs('obv', {}, barsFrom({ close: [] }))).toEqual([[]]);
  });

  it('counts volume on the side of the close', () => {
    const traded = barsFrom({ close: [5, 6, 6, 4, 5], volume: [10, 1, 2, 3, 4] });
    expect(outputs('obv', {}, traded)).toEqual([[10, 11, 11, 8, 12]]);
  });

  it('is strong after rises only, and 0 without any move', () => {
    expect(outputs('rsi', { period: 2 }, bars)).toEqual([[NaN, NaN, 100, 100, 100]]);
    expect(outputs('rsi', { period: 2 }, barsFrom({ close: [3, 3, 3] }))).toEqual([[NaN, NaN, 0]]);
  });

  it('puts the bands where nothing moves on the price', () => {
    const flat = barsFrom({ close: Array<number>(50).fill(123_456.78) });
    const bands = outputs('bollinger', { period: 20, deviations: 2 }, flat);
    expect(bands.map((column) => column.at(-1))).toEqual([123_456.78, 123_456.78, 123_456.78]);
  });
});

describe('the volume-weighted average price', () => {
  const bars = barsFrom({
    high: [10, 13, 13, 22, 22],
    low: [10, 11, 13, 18, 18],
    close: [10, 12, 13, 20, 23],
    volume: [0, 2, 2, 4, 4],
  });

  it('starts anew with each session', () => {
    expect(outputs('vwap', {}, bars, [0, 180])).toEqual([
      [NaN, 12, 12.5, 20, (20 * 4 + 21 * 4) / 8],
    ]);
  });

  it('starts with the first bar where a start has none, and skips what has no bar', () => {
    const one = outputs('vwap', {}, bars, []);
    expect(one).toEqual([[NaN, 12, 12.5, (24 + 26 + 80) / 8, (24 + 26 + 80 + 84) / 12]]);
    expect(outputs('vwap', {}, bars, [-600, -60])).toEqual(one);
    expect(outputs('vwap', {}, bars, [0, 130, 150])).toEqual(outputs('vwap', {}, bars, [0, 180]));
  });

  it('takes the turnover where it is known, and says so', () => {
    const known = { ...inputOf(bars), turnover: Float64Array.of(0, 23, 27, 80, 70) };
    const [vwap] = computeIndicator(VWAP, {}, known);
    expect([...(vwap as Float64Array)]).toEqual([NaN, 11.5, 12.5, 130 / 8, 200 / 12]);
    expect(averageBasis(known)).toBe('turnover');

    const partly = { ...inputOf(bars), turnover: Float64Array.of(0, NaN, 27, 80, 70) };
    expect([...(computeIndicator(VWAP, {}, partly)[0] as Float64Array)]).toEqual([
      NaN,
      12,
      51 / 4,
      131 / 8,
      201 / 12,
    ]);
    expect(averageBasis(partly)).toBe('mixed');
    expect(averageBasis(inputOf(bars))).toBe('typical-price');
    const none = { ...inputOf(bars), turnover: new Float64Array(5).fill(NaN) };
    expect(averageBasis(none)).toBe('typical-price');
  });

  it('can be anchored to a bar', () => {
    expect(outputs('anchored-vwap', { anchor: 170 }, bars)).toEqual([[NaN, NaN, NaN, 20, 20.5]]);
    expect(outputs('anchored-vwap', { anchor: 1e9 }, bars)[0]).toEqual(Array(5).fill(NaN));
  });
});

describe('the definition, written out for every bar', () => {
  const close = walk(LONG, 1e6);
  const bars = barsFrom({ close });
  // Around each renewal and at the end.
  const places = [
    RENEWAL_BARS - 1,
    RENEWAL_BARS,
    RENEWAL_BARS + 1,
    RENEWAL_BARS + 19,
    2 * RENEWAL_BARS,
    LONG - 1,
  ];
  const window = (index: number, period: number): number[] =>
    close.slice(index - period + 1, index + 1);

  it.each([2, 7, 50])('holds for the averages of %i', (period) => {
    const [simple] = outputs('sma', { period }, bars);
    const [weighted] = outputs('wma', { period }, bars);
    const divisor = (period * (period + 1)) / 2;
    for (const index of places) {
      const prices = window(index, period);
      expectClose(simple?.[index], mean(prices));
      expectClose(
        weighted?.[index],
        prices.reduce((sum, price, place) => sum + (place + 1) * price, 0) / divisor,
      );
    }
  });

  it('holds for the bands, also of large prices that hardly move', () => {
    const calm = close.map((_, index) => 1e6 + (index % 7) / 1000);
    const bands = outputs('bollinger', { period: 20, deviations: 2 }, barsFrom({ close: calm }));
    for (const index of places) {
      const prices = calm.slice(index - 19, index + 1);
      const width = 2 * deviation(prices);
      const half = ((bands[1]?.[index] as number) - (bands[2]?.[index] as number)) / 2;
      expect(Math.abs(half / width - 1)).toBeLessThan(1e-6);
      expectClose(bands[0]?.[index], mean(prices));
    }
  });

  it('holds for the stochastic', () => {
    const series = fc.record({
      closes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }),
      k: fc.integer({ min: 1, max: 6 }),
      smooth: fc.integer({ min: 1, max: 4 }),
      d: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(series, ({ closes, k, smooth, d }) => {
        const high = closes.map((price, index) => price + (index % 3));
        const low = closes.map((price, index) => price - (index % 2));
        const fast = closes.map((price, index) => {
          if (index < k - 1) return NaN;
          const top = Math.max(...high.slice(index - k + 1, index + 1));
          const bottom = Math.min(...low.slice(index - k + 1, index + 1));
          return top === bottom ? 0 : (100 * (price - bottom)) / (top - bottom);
        });
        const averaged = (values: readonly number[], period: number): number[] =>
          values.map((_, index) =>
            index < period - 1 ? NaN : mean(values.slice(index - period + 1, index + 1)),
          );
        const slow = averaged(fast, smooth);
        const expected = [slow, averaged(slow, d)];
        const actual = outputs(
          'stochastic',
          { k, smooth, d },
          barsFrom({ high, low, close: closes }),
        );
        for (const [place, column] of expected.entries()) {
          for (const [index, value] of column.entries()) {
            if (Number.isNaN(value)) expect(actual[place]?.[index]).toBeNaN();
            else expect(actual[place]?.[index]).toBeCloseTo(value, 9);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
