import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FetchedBars, StoredBars } from '../../../../../electron/core/history/bars-store-port';
import type { CacheStore } from '../../../../../electron/data/cache/cache-store';
import { NetworkBarsService } from '../../../../../electron/data/history/network-bars-service';
import {
  type BarColumns,
  lowerBound,
  packBars,
  subBars,
  viewPackedBars,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { regularBars } from '../../../../../src/shared/domain/candle/regular-bars';
import { barsOf } from '../bars-of';
import { calendarOf } from '../calendar-of';
import { startCache } from '../start-cache';
import { fetched } from './fetched-bars';

/** Saturday: all of the week is final. */
const NOW = Date.parse('2026-05-30T12:00:00Z');
const DATES = ['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29'];
const STEP = 1800;
const newYork = calendarOf('XNAS');

type Row = readonly [time: number, close: number];

const at = (date: string, clock: string): number => Date.parse(`${date}T${clock}-04:00`) / 1000;
const times = (from: string, to: string): readonly number[] =>
  DATES.flatMap((date) => {
    const [start, end] = [at(date, from), at(date, to)];
    return Array.from({ length: (end - start) / STEP }, (_, index) => start + index * STEP);
  });
const REGULAR = times('09:30:00', '16:00:00');
const OUTSIDE = [...times('04:00:00', '09:30:00'), ...times('16:00:00', '20:00:00')];

const columns = (rows: readonly Row[]): BarColumns =>
  barsOf(
    rows
      .toSorted(([one], [other]) => one - other)
      .map(([time, close]) => [time, close, close, close, close, 0, NaN]),
  );
const answer = (bars: BarColumns, isWhole: boolean): FetchedBars =>
  fetched({}, { interval: '30m', buffer: packBars(bars), isWhole });

let cache: CacheStore;
let service: NetworkBarsService;
beforeEach(() => {
  cache = startCache();
  service = new NetworkBarsService({
    ...{ cache, calendar: calendarOf, calendarMic: () => 'XNAS', clock: () => NOW },
  });
});
afterEach(() => cache.dispose());

/** What is stored when the bars come whole, up to a time, and the rest behind it. */
function stored(bars: BarColumns, until: number): object {
  const cut = lowerBound(bars, until);
  const parts = [subBars(bars, 0, cut), subBars(bars, Math.max(0, cut - 5), bars.length)];
  const outcomes = parts.map((part, index): StoredBars['outcome'] => {
    return service.store(answer(part, index === 0)).outcome;
  });
  const series = cache.use((all) => all.read('XNAS:GOOGL', '30m'));
  const all = viewPackedBars(series?.buffer ?? new ArrayBuffer(0));
  const regular = newYork && regularBars(all, newYork).bars;
  cache.use((each) => each.remove('XNAS:GOOGL', 'yahoo'));
  return {
    outcomes,
    suspects: series?.findings?.suspects,
    rows: [...(regular?.time ?? [])].map((time, index) => [time, regular?.close[index]]),
  };
}

describe('bars of before the open and after the close', () => {
  it('change nothing of the session: neither its bars, nor what is found in them, nor whether they are taken', () => {
    const close = fc.constantFrom(10, 10.2, 10.1, 10.4, 5, 1000, 0.1);
    const rows = (of: readonly number[]) =>
      fc
        .array(close, { minLength: of.length, maxLength: of.length })
        .map((closes) => of.map((time, index): Row => [time, closes[index] as number]));
    const calm = fc
      .tuple(rows(REGULAR), fc.subarray([...REGULAR], { maxLength: 3 }))
      .map(([all, odd]) =>
        all.map(([time, price]): Row => [time, odd.includes(time) ? price : 10]),
      );
    fc.assert(
      fc.property(
        calm,
        rows(OUTSIDE),
        fc.constantFrom(...REGULAR.slice(20)),
        (within, around, until) => {
          const alone = stored(columns(within), until);
          expect(stored(columns([...within, ...around]), until)).toEqual(alone);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are stored with the others', () => {
    const rows = [...REGULAR, ...OUTSIDE].map((time): Row => [time, 10]);
    service.store(answer(columns(rows), true));
    const series = cache.use((all) => all.read('XNAS:GOOGL', '30m'));
    expect(viewPackedBars(series?.buffer ?? new ArrayBuffer(0)).length).toBe(rows.length);
  });
});
