import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FetchedBars } from '../../../../../electron/core/history/bars-store-port';
import type { CacheStore } from '../../../../../electron/data/cache/cache-store';
import { NetworkBarsService } from '../../../../../electron/data/history/network-bars-service';
import { toDate, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { viewPackedBars } from '../../../../../src/shared/domain/candle/bar-columns';
import { barsOf } from '../bars-of';
import { calendarOf } from '../calendar-of';
import { startCache } from '../start-cache';
import { fetched } from './fetched-bars';

/** Tuesday in New York, an hour before the close. */
const NOW = Date.parse('2026-11-24T20:00:00Z');
const MINUTE = 60_000;

let cache: CacheStore;
let service: NetworkBarsService;
let now: number;
beforeEach(() => {
  now = NOW;
  cache = startCache();
  service = new NetworkBarsService({
    cache,
    calendar: calendarOf,
    calendarMic: (id) => id.slice(0, id.indexOf(':')),
    clock: () => now,
  });
});
afterEach(() => cache.dispose());

function stored(): Record<string, number> {
  const series = cache.use((all) => all.read('XNAS:GOOGL', 'D'));
  const bars = viewPackedBars(series?.buffer ?? new ArrayBuffer(0));
  return Object.fromEntries(
    [...bars.time].map((time, at) => [toDate(time), bars.close[at] as number]),
  );
}

const WEEK = { '2026-11-18': 10, '2026-11-19': 11, '2026-11-20': 12 };

describe('bars of the network', () => {
  it('never stand in the place of bars that the user imported', () => {
    const bars = viewPackedBars(fetched(WEEK).buffer);
    const origin = { source: 'csv-file', importedAt: 1, fingerprint: '', report: null } as const;
    cache.use((series) => series.replace('XNAS:GOOGL', 'D', bars, origin));
    const outcome = service.store(fetched({ '2026-11-20': 99, '2026-11-23': 99 }));
    expect(outcome).toMatchObject({ outcome: 'kept', source: 'csv-file' });
    expect(stored()).toEqual(WEEK);
  });

  it('are stored up to the last session that has finished', () => {
    const outcome = service.store(fetched({ ...WEEK, '2026-11-23': 13, '2026-11-24': 14 }));
    expect(outcome).toMatchObject({ outcome: 'stored', lastTime: toSessionKey('2026-11-23') });
    expect(stored()).toEqual({ ...WEEK, '2026-11-23': 13 });
  });

  it('are not final at the close, while an auction or a delayed source still works on them', () => {
    const whole = fetched({ ...WEEK, '2026-11-24': 14 });
    for (const afterClose of [1, 20, 29]) {
      now = NOW + (60 + afterClose) * MINUTE;
      service.store(whole);
      expect(stored(), `${afterClose} minutes after the close`).toEqual(WEEK);
    }
    now = NOW + 90 * MINUTE;
    service.store(whole);
    expect(stored()).toEqual({ ...WEEK, '2026-11-24': 14 });
  });

  it('are no series where they are the end of one that is lost', () => {
    const tail = fetched({ '2026-11-20': 12, '2026-11-23': 13 }, { isWhole: false });
    expect(service.store(tail).outcome).toBe('void');
    expect(stored()).toEqual({});
    expect(service.store({ ...tail, isWhole: true }).outcome).toBe('stored');
  });

  it('go on from what is stored', () => {
    service.store(fetched(WEEK));
    const tail = fetched({ '2026-11-20': 12, '2026-11-23': 13 }, { isWhole: false });
    expect(service.store(tail).outcome).toBe('stored');
    expect(service.store(tail).outcome).toBe('stored');
    expect(stored()).toEqual({ ...WEEK, '2026-11-23': 13 });
  });

  it('correct a bar before the last one', () => {
    service.store(fetched(WEEK));
    const days = { '2026-11-18': 10, '2026-11-19': 11.01, '2026-11-20': 12, '2026-11-23': 13 };
    expect(service.store(fetched(days, { isWhole: false })).outcome).toBe('stored');
    expect(stored()).toEqual({ ...WEEK, '2026-11-19': 11.01, '2026-11-23': 13 });
  });

  it('read and write the tail alone where they go on from it', () => {
    const days = Object.fromEntries(
      Array.from({ length: 9000 }, (_, day) => [
        toDate(toSessionKey('2026-11-20') - (8999 - day) * 86_400),
        12,
      ]),
    );
    service.store(fetched(days));
    const read: (number | null)[] = [];
    const written: string[] = [];
    const use = cache.use.bind(cache);
    cache.use = (work) =>
      use((series) => {
        const watched = Object.create(series) as typeof series;
        watched.read = (instrument, interval, since = null) => {
          read.push(since);
          return series.read(instrument, interval, since);
        };
        for (const name of ['replace', 'merge', 'appendNewest'] as const) {
          watched[name] = (...args: never[]) => {
            written.push(name);
            (series[name] as (...args: never[]) => void)(...args);
          };
        }
        return work(watched);
      });
    const tail = { '2026-11-19': 12, '2026-11-20': 12, '2026-11-23': 13 };
    expect(service.store(fetched(tail, { isWhole: false })).outcome).toBe('stored');
    expect(read).toEqual([toSessionKey('2026-11-19')]);
    expect(written).toEqual(['appendNewest']);
    cache.use = use;
    expect(Object.keys(stored())).toHaveLength(9001);
    expect(stored()['2026-11-23']).toBe(13);
  });

  it('tell the last bar there is where all of the new ones are left out', () => {
    service.store(fetched(WEEK));
    const open = fetched({ '2026-11-24': 14 }, { isWhole: false });
    expect(service.store(open)).toMatchObject({
      outcome: 'stored',
      lastTime: toSessionKey('2026-11-20'),
    });
    expect(stored()).toEqual(WEEK);
  });

  it.each<[string, Record<string, number>, Partial<FetchedBars>]>([
    ['leave a gap', { '2026-11-23': 13 }, {}],
    ['disagree with it', { '2026-11-20': 6, '2026-11-23': 6.5 }, {}],
    [
      'come with a split',
      { '2026-11-20': 12, '2026-11-23': 13 },
      { splits: [{ time: toSessionKey('2026-11-23'), numerator: 2, denominator: 1 }] },
    ],
    ['jump like a split that nobody reported', { '2026-11-20': 12, '2026-11-23': 6 }, {}],
  ])('make it void where they %s, and write nothing', (_why, days, rest) => {
    service.store(fetched(WEEK));
    expect(service.store(fetched(days, { isWhole: false, ...rest })).outcome).toBe('void');
    expect(stored()).toEqual(WEEK);
  });

  it('take its place as a whole after that, without what no longer fits', () => {
    service.store(fetched(WEEK));
    const splits = [{ time: toSessionKey('2026-11-23'), numerator: 2, denominator: 1 }];
    const halved = { '2026-11-19': 5.5, '2026-11-20': 6, '2026-11-23': 6.5 };
    service.store(fetched(halved, { splits }));
    expect(stored()).toEqual({ '2026-11-19': 5.5, '2026-11-20': 6, '2026-11-23': 6.5 });
  });

  it('leave what the source no longer serves where they meet it', () => {
    service.store(fetched(WEEK));
    service.store(fetched({ '2026-11-20': 12, '2026-11-23': 13 }));
    expect(stored()).toEqual({ ...WEEK, '2026-11-23': 13 });
  });

  it('are refused as a whole where too many are in another unit', () => {
    service.store(fetched(WEEK));
    const days = { '2026-11-16': 10, '2026-11-17': 1000, '2026-11-18': 10, '2026-11-19': 11 };
    expect(service.store(fetched(days)).outcome).toBe('refused');
    expect(stored()).toEqual(WEEK);
  });

  it('of another source are refused where they contradict what is stored', () => {
    service.store(fetched(WEEK));
    const adjusted = { '2026-11-20': 11.8, '2026-11-23': 13 };
    const other = { source: 'tencent', isWhole: false } as const;
    expect(service.store(fetched(adjusted, other)).outcome).toBe('refused');
    expect(service.store(fetched(adjusted, { ...other, isWhole: true })).outcome).toBe('refused');
    expect(stored()).toEqual(WEEK);
  });

  it('of another source go on from what is stored where they agree with it', () => {
    service.store(fetched(WEEK));
    const tail = fetched(
      { '2026-11-20': 12, '2026-11-23': 13 },
      { source: 'tencent', isWhole: false },
    );
    expect(service.store(tail).outcome).toBe('stored');
    expect(stored()).toEqual({ ...WEEK, '2026-11-23': 13 });
  });

  it('of another source take its place where nothing is lost, or a split made it void', () => {
    service.store(fetched(WEEK, { source: 'tencent' }));
    const whole = { '2026-11-18': 9, '2026-11-19': 10, '2026-11-20': 11, '2026-11-23': 12 };
    expect(service.store(fetched(whole)).outcome).toBe('stored');
    expect(stored()).toEqual(whole);
    const split = { time: toSessionKey('2026-11-24'), numerator: 2, denominator: 1 };
    const halved = { '2026-11-20': 5.5, '2026-11-23': 6 };
    const other = { source: 'tencent', splits: [split] } as const;
    expect(service.store(fetched(halved, { ...other, isWhole: false })).outcome).toBe('void');
    expect(service.store(fetched(halved, other)).outcome).toBe('stored');
    expect(stored()).toEqual(halved);
  });
});

describe('intraday bars', () => {
  /** New York is open; `NOW` is the clock of these tests. */
  const start = NOW / 1000 - ((NOW / 1000) % 300) - 3600;
  const five = (count: number): FetchedBars => ({
    ...fetched({}),
    interval: '5m',
    buffer: barsOf(
      Array.from({ length: count }, (_, index) => [start + index * 300, 5, 9, 1, 6, 100, NaN]),
    ).buffer,
  });

  it('are not final while a delayed source may still work on the last one', () => {
    expect(service.store(five(4)).lastTime).toBe(start + 2 * 300);
    expect(service.store(five(5)).lastTime).toBe(start + 3 * 300);
  });
});
