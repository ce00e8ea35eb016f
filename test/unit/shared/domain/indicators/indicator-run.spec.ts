import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BAR_COLUMN_NAMES,
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../../../src/shared/domain/candle/bar-columns';
import {
  type IndicatorInput,
  type IndicatorParams,
  RENEWAL_BARS,
} from '../../../../../src/shared/domain/indicators/indicator';
import { INDICATORS } from '../../../../../src/shared/domain/indicators/indicator-catalogue';
import {
  computeIndicator,
  IndicatorRun,
} from '../../../../../src/shared/domain/indicators/indicator-run';
import { barsFrom, inputOf } from './reference-bars';

const NAMES = ['high', 'low', 'close', 'volume'] as const;
const prices = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 900 }),
    fc.nat(90),
    fc.nat(90),
    fc.integer({ min: 0, max: 99 }),
  ),
  { minLength: 1, maxLength: 45 },
);

/** Short parameters, so that few bars go through every stage. */
const SHORT: Readonly<Record<string, IndicatorParams>> = {
  bollinger: { period: 4, deviations: 1.5 },
  'anchored-vwap': { anchor: 420 },
  macd: { fast: 3, slow: 6, signal: 4 },
  stochastic: { k: 4, smooth: 3, d: 2 },
};

function made(rows: readonly (readonly [number, number, number, number])[]): BarColumns {
  return barsFrom({
    low: rows.map(([low]) => low / 7),
    close: rows.map(([low, close]) => (low + close) / 7),
    high: rows.map(([low, close, high]) => (low + close + high) / 7),
    volume: rows.map(([, , , volume]) => volume),
  });
}

const firstBars = (bars: BarColumns, count: number): BarColumns =>
  viewPackedBars(packBars(bars, 0, count));

/** The first bars, the last of them as it was while it formed. */
function forming(bars: BarColumns, count: number): BarColumns {
  const part = firstBars(bars, count);
  const last = count - 1;
  for (const name of NAMES) part[name][last] = 1 + 2 * (part[name][last] as number);
  return part;
}

const input = (bars: BarColumns): IndicatorInput =>
  inputOf(
    bars,
    [0, 300, 660, 1500].filter((time) => time <= (bars.time[bars.length - 1] as number)),
  );

describe.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
  '%s bar by bar',
  (id, indicator) => {
    const params = SHORT[id] ?? { period: 3 };

    it('is what a whole computation gives', () => {
      fc.assert(
        fc.property(prices, fc.nat(44), (rows, known) => {
          const bars = made(rows);
          const run = new IndicatorRun(indicator, params);
          for (let count = Math.min(known, bars.length); count <= bars.length; count++) {
            if (count > 0) run.update(input(forming(bars, count)));
            run.update(input(firstBars(bars, count)));
            run.update(input(firstBars(bars, count)));
          }
          expect(run.outputs).toEqual(computeIndicator(indicator, params, input(bars)));
        }),
        { numRuns: 500 },
      );
    });

    it('is so across the bar with which sums are renewed', () => {
      const length = RENEWAL_BARS + 3;
      const bars = made(
        Array.from({ length }, (_, index) => [1 + (index % 97), index % 13, index % 5, index % 11]),
      );
      const run = new IndicatorRun(indicator, params);
      for (let count = RENEWAL_BARS - 2; count <= length; count++) {
        run.update(input(forming(bars, count)));
        run.update(input(firstBars(bars, count)));
      }
      expect(run.outputs).toEqual(computeIndicator(indicator, params, input(bars)));
    });

    it('reads no bar but those that its window needs', () => {
      const bars = made(Array.from({ length: 400 }, (_, index) => [1 + (index % 97), 3, 5, 7]));
      const run = new IndicatorRun(indicator, params);
      run.update(input(bars));
      let reads = 0;
      const counted = (column: Float64Array): Float64Array =>
        new Proxy(column, {
          get(target, key) {
            if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
            const value: unknown = Reflect.get(target, key, target);
            return value;
          },
        });
      const watched = { ...bars };
      for (const name of BAR_COLUMN_NAMES) watched[name] = counted(bars[name]);
      run.update({ ...input(bars), bars: watched });
      expect(reads).toBeLessThan(40);
      expect(reads).toBeGreaterThan(0);
    });
  },
);

describe('a run', () => {
  const [sma] = INDICATORS;
  if (!sma) throw new Error('no indicator');

  it('refuses a series that has become shorter', () => {
    const run = new IndicatorRun(sma, { period: 2 });
    run.update(input(barsFrom({ close: [1, 2, 3] })));
    expect(() => {
      run.update(input(barsFrom({ close: [1, 2] })));
    }).toThrow(RangeError);
    expect(run.outputs).toEqual([Float64Array.of(NaN, 1.5, 2.5)]);
  });

  it('has empty outputs before there is a bar', () => {
    const run = new IndicatorRun(sma, { period: 2 });
    run.update({ bars: barsFrom({ close: [] }), sessionStarts: new Float64Array(0) });
    expect(run.outputs).toEqual([new Float64Array(0)]);
  });
});
