import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateBars, type BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import {
  baseFrom,
  closesOnBars,
  compareBars,
  isSamePeriod,
  sharedBase,
} from '../../../../../src/shared/domain/candle/compare';

const DAY = 86_400;
const key = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

function series(...rows: readonly (readonly [number, number])[]): BarColumns {
  const bars = allocateBars(rows.length);
  for (const [index, [time, close]] of rows.entries()) {
    bars.time[index] = time;
    bars.close[index] = close;
  }
  return bars;
}

const someBars = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 })
  .map((days) => series(...days.sort((a, b) => a - b).map((day) => [day * DAY, day + 1] as const)));
/** One bar a period, as a series of weeks or months has it. */
function thinned(bars: BarColumns, interval: 'D' | 'W' | 'M'): BarColumns {
  const kept = [...bars.time.keys()].filter((at) => {
    const before = bars.time[at - 1];
    return before === undefined || !isSamePeriod(before, bars.time[at] as number, interval);
  });
  return series(...kept.map((at) => [bars.time[at] as number, bars.close[at] as number] as const));
}

const someInterval = fc.constantFrom('D' as const, 'W' as const, 'M' as const);

describe('closes on the bars of another series', () => {
  it('are missing where the exchange did not trade, and never carried on', () => {
    const charted = series([1, 50], [2, 60], [3, 70], [5, 80]);
    const other = series([0, 9], [2, 10], [4, 11], [5, 12]);
    expect([...closesOnBars(charted, other, 'D')]).toEqual([NaN, 10, NaN, 12]);
  });

  it('meet by week and by month although their first sessions differ', () => {
    const charted = series([key('2026-05-26'), 1], [key('2026-06-01'), 2]);
    const other = series([key('2026-05-25'), 7], [key('2026-06-02'), 8]);
    expect([...closesOnBars(charted, other, 'W')]).toEqual([7, 8]);
    expect([...closesOnBars(charted, other, 'M')]).toEqual([7, 8]);
    expect([...closesOnBars(charted, other, 'D')]).toEqual([NaN, NaN]);
    expect(isSamePeriod(key('2026-06-02'), key('2026-06-01'), 'W')).toBe(true);
    expect(isSamePeriod(key('2026-05-31'), key('2026-06-01'), 'W')).toBe(false);
  });

  it('are closes of the other series only', () => {
    fc.assert(
      fc.property(someBars, someBars, someInterval, (charted, other, interval) => {
        const closes = closesOnBars(charted, other, interval);
        expect(closes).toHaveLength(charted.length);
        const own = new Set(other.close);
        expect(closes.every((close) => Number.isNaN(close) || own.has(close))).toBe(true);
      }),
    );
  });
});

describe('the bases on the bars of a chart', () => {
  it('are those of the earliest session that all share', () => {
    const charted = series([1, 50], [2, 60], [3, 70]);
    const closes = [Float64Array.of(NaN, 5, 6), Float64Array.of(1, NaN, 9)];
    expect(sharedBase(charted, closes)).toEqual({ index: 2, bases: Float64Array.of(70, 6, 9) });
    expect(sharedBase(charted, [Float64Array.of(NaN, NaN, NaN)])).toBeNull();
  });

  it('are those of a comparison on the axis of all sessions', () => {
    fc.assert(
      fc.property(someBars, someBars, someInterval, (one, two, interval) => {
        const [charted, other] = [thinned(one, interval), thinned(two, interval)];
        const shared = sharedBase(charted, [closesOnBars(charted, other, interval)]);
        const whole = compareBars([charted, other], { interval, from: null });
        expect([...(shared?.bases ?? [])]).toEqual([...(whole?.bases ?? [])]);
      }),
    );
  });

  it('are those of a comparison from a session on', () => {
    const someTime = fc.integer({ min: -2, max: 64 }).map((day) => day * DAY);
    fc.assert(
      fc.property(someBars, someBars, someInterval, someTime, (one, two, interval, from) => {
        const [charted, other] = [thinned(one, interval), thinned(two, interval)];
        const base = baseFrom(charted, [other], { interval, from });
        const whole = compareBars([charted, other], { interval, from });
        expect([...(base?.bases ?? [])]).toEqual([...(whole?.bases ?? [])]);
        if (base) expect(charted.close[base.index] ?? NaN).toBe(base.bases[0]);
      }),
    );
  });
});
