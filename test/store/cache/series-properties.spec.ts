import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeriesRepository } from '../../../electron/data/cache/series-repository';
import {
  bucketsOf,
  LONG_SERIES_BARS,
  overviewStride,
} from '../../../src/shared/domain/candle/bar-buckets';
import {
  allocateBars,
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import { INTERVAL_SECONDS, type Interval } from '../../../src/shared/domain/candle/interval';
import { mergeBars } from '../../../src/shared/domain/candle/merge-bars';
import { barsOf, rowsOf } from '../../unit/electron/data/bars-of';
import { openSeries, ORIGIN } from './open-series';

const GOOGL = 'XNAS:GOOGL';

type Step =
  | { readonly kind: 'replace' | 'merge' | 'append'; readonly rows: number[][] }
  | { readonly kind: 'tidy' };

const cell = fc.integer({ min: 1, max: 9 });

/** Bars every one to three steps of the interval from a start on. */
function rowsFrom(interval: Interval, most: number, starts: fc.Arbitrary<number>) {
  return fc
    .tuple(
      starts,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), cell, cell), {
        maxLength: most,
        size: 'max',
      }),
    )
    .map(([start, steps]) => {
      let at = start;
      return steps.map(([gap, price, volume]) => {
        at += gap;
        const time = at * INTERVAL_SECONDS[interval];
        return [time, price, price, price, price, volume, volume % 2 === 0 ? NaN : price];
      });
    });
}

function anySteps(interval: Interval, first: number): fc.Arbitrary<Step[]> {
  const starts = fc.integer({ min: first, max: first + 3000 });
  const writing = fc.record({
    kind: fc.constantFrom('replace' as const, 'merge' as const, 'append' as const),
    rows: rowsFrom(interval, 700, starts),
  });
  const tidy = fc.constant<Step>({ kind: 'tidy' });
  return fc.array(fc.oneof({ weight: 3, arbitrary: writing }, { weight: 1, arbitrary: tidy }), {
    maxLength: 8,
  });
}

/** What the steps mean, without a store. */
function apply(bars: BarColumns, step: Step): BarColumns {
  if (step.kind === 'tidy') return bars;
  if (step.kind === 'replace') return barsOf(step.rows);
  if (step.kind === 'merge') return mergeBars(bars, barsOf(step.rows));
  const last = bars.time[bars.length - 1] ?? Infinity;
  return mergeBars(bars, barsOf(step.rows.filter(([time = 0]) => time >= last)));
}

function carryOut(series: SeriesRepository, interval: Interval, step: Step): void {
  if (step.kind === 'tidy') series.tidy(GOOGL, interval);
  else if (step.kind === 'append') {
    series.appendNewest(interval, [{ instrument: GOOGL, bars: barsOf(step.rows) }], ORIGIN);
  } else series[step.kind](GOOGL, interval, barsOf(step.rows), ORIGIN);
}

function read(series: SeriesRepository, interval: Interval): BarColumns {
  return viewPackedBars(series.read(GOOGL, interval)?.buffer ?? new ArrayBuffer(0));
}

describe('any sequence of writes', () => {
  it.each<[Interval, number]>([
    ['D', 19_000],
    // Some hours before a month ends.
    ['1m', Date.UTC(2026, 1, 28, 12) / 60_000],
  ])('of %s bars is the pure merge of the same bars', (interval, first) => {
    fc.assert(
      fc.property(anySteps(interval, first), (steps) => {
        const { series, connection } = openSeries();
        let expected: BarColumns = allocateBars(0);
        for (const step of steps) {
          carryOut(series, interval, step);
          expected = apply(expected, step);
          expect(rowsOf(read(series, interval))).toEqual(rowsOf(expected));
        }
        const [tail] = connection.rows('select count(*) as n, min(t) as t from tail');
        expect(tail?.['n']).toBeGreaterThanOrEqual(Math.min(60, expected.length));
        connection.close();
      }),
      { numRuns: 200 },
    );
  });
});

/** Bars whose numbers differ from one to the next. */
function longBars(count: number): BarColumns {
  const bars = allocateBars(count);
  for (let index = 0; index < count; index++) {
    const close = 1000 + ((index * 7919) % 1009) / 100;
    bars.time[index] = index * 60;
    bars.open[index] = close - 0.01;
    bars.high[index] = close + 0.02;
    bars.low[index] = close - 0.03;
    bars.close[index] = close;
    bars.volume[index] = 1 + (index % 13);
    bars.adjustedClose[index] = NaN;
  }
  return bars;
}

function expectOverviewOf(series: SeriesRepository): void {
  const whole = read(series, '1m');
  const overview = series.overview(GOOGL, '1m');
  expect(overview?.length).toBe(whole.length);
  expect(overview?.stride).toBe(overviewStride(whole.length));
  const expected = bucketsOf(whole, overview?.stride ?? 1);
  const buckets = Buffer.from(packBars(overview?.buckets as BarColumns));
  expect(buckets.equals(Buffer.from(expected.buffer))).toBe(true);
  const newest = overview?.newest as BarColumns;
  expect(rowsOf(newest)).toEqual(rowsOf(whole).slice(-newest.length));
}

describe('the overview of a long series', () => {
  const LONG = LONG_SERIES_BARS + 700;
  const all = longBars(LONG + 2000);
  const some = (from: number, to: number): BarColumns => {
    const bars = allocateBars(to - from);
    for (const name of [
      'time',
      'open',
      'high',
      'low',
      'close',
      'volume',
      'adjustedClose',
    ] as const) {
      bars[name].set(all[name].subarray(from, to));
    }
    return bars;
  };

  it('is there for long series only', () => {
    const { series } = openSeries();
    series.replace(GOOGL, '1m', some(0, LONG_SERIES_BARS), ORIGIN);
    expect(series.overview(GOOGL, '1m')).toBeNull();
    series.replace(GOOGL, '1m', some(0, LONG), ORIGIN);
    expectOverviewOf(series);
    series.replace(GOOGL, '1m', some(0, 100), ORIGIN);
    expect(series.overview(GOOGL, '1m')).toBeNull();
    expect(series.overview('XNAS:NVDA', '1m')).toBeNull();
  });

  it('stays what the bars say through appends, seals and large batches', () => {
    const { series } = openSeries();
    series.replace(GOOGL, '1m', some(0, LONG), ORIGIN);
    for (const [from, to] of [
      [0, 1],
      [1, 300],
      [250, 470],
      [470, 1200],
      [1200, 1207],
    ] as const) {
      series.merge(GOOGL, '1m', some(LONG + from, LONG + to), ORIGIN);
      expectOverviewOf(series);
      series.tidy(GOOGL, '1m');
      expectOverviewOf(series);
    }
  });

  it('comes when a series grows long, once it is tidied', () => {
    const { series } = openSeries();
    series.replace(GOOGL, '1m', some(0, LONG_SERIES_BARS - 10), ORIGIN);
    series.merge(GOOGL, '1m', some(LONG_SERIES_BARS - 10, LONG), ORIGIN);
    expect(series.overview(GOOGL, '1m')).toBeNull();
    series.tidy(GOOGL, '1m');
    expectOverviewOf(series);
  });

  it('is taken away when a sealed bar changes, and comes again with tidying', () => {
    const { series } = openSeries();
    series.replace(GOOGL, '1m', some(0, LONG), ORIGIN);
    series.merge(GOOGL, '1m', barsOf([[5000 * 60, 1, 9999, 1, 1, 1e9, NaN]]), ORIGIN);
    expect(series.overview(GOOGL, '1m')).toBeNull();
    series.tidy(GOOGL, '1m');
    expectOverviewOf(series);
    expect(Math.max(...(series.overview(GOOGL, '1m')?.buckets.high ?? []))).toBe(9999);
  });

  it('becomes coarser before its buckets are too many', () => {
    const { series } = openSeries();
    const count = 16 * 16_384 - 100;
    const bars = longBars(count + 600);
    const part = (from: number, to: number): BarColumns => barsOf(rowsOf(bars).slice(from, to));
    series.replace(GOOGL, '1m', part(0, count), ORIGIN);
    expect(series.overview(GOOGL, '1m')?.stride).toBe(16);
    series.merge(GOOGL, '1m', part(count, count + 600), ORIGIN);
    series.tidy(GOOGL, '1m');
    expect(series.overview(GOOGL, '1m')?.stride).toBe(64);
    expectOverviewOf(series);
  });
});
