import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FetchedBars } from '../../../../../electron/core/history/bars-store-port';
import type { CacheStore } from '../../../../../electron/data/cache/cache-store';
import type { StoredSeries } from '../../../../../electron/data/cache/series-repository';
import { NetworkBarsService } from '../../../../../electron/data/history/network-bars-service';
import { toDate, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  lowerBound,
  packBars,
  viewPackedBars,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { calendarOf } from '../calendar-of';
import { ORIGIN, startCache } from '../start-cache';
import { fetched } from './fetched-bars';

/** Tuesday in New York, an hour before the close. */
const NOW = Date.parse('2026-11-24T20:00:00Z');
const DAY = 86_400;
const LAST = toSessionKey('2026-11-23');
const WEEK = { '2026-11-18': 10, '2026-11-19': 11, '2026-11-20': 12 };

let cache: CacheStore;
let service: NetworkBarsService;
beforeEach(() => {
  cache = startCache();
  service = new NetworkBarsService({
    cache,
    calendar: calendarOf,
    calendarMic: (id) => id.slice(0, id.indexOf(':')),
    clock: () => NOW,
  });
});
afterEach(() => cache.dispose());

function series(): StoredSeries {
  const found = cache.use((all) => all.read('XNAS:GOOGL', 'D'));
  if (!found) throw new Error('nothing is stored');
  return found;
}

function closes(): Record<string, number> {
  const bars = viewPackedBars(series().buffer);
  return Object.fromEntries([...bars.time].map((time, at) => [toDate(time), bars.close[at] ?? 0]));
}

/** So many days up to the 23rd, with some closes set by days before it. */
function days(count: number, odd: Record<number, number> = {}): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const before = count - 1 - index;
      return [toDate(LAST - before * DAY), odd[before] ?? 10];
    }),
  );
}

const tail = (part: Record<string, number>, rest: Partial<FetchedBars> = {}): FetchedBars =>
  fetched(part, { isWhole: false, ...rest });
const split = (date: string): FetchedBars['splits'][number] => ({
  ...{ time: toSessionKey(date), numerator: 2, denominator: 1 },
});
/** The adjusted closes of an answer times a factor. */
function readjusted(answer: FetchedBars, factor: number): FetchedBars {
  const bars = viewPackedBars(answer.buffer.slice(0));
  for (let at = 0; at < bars.length; at++) bars.adjustedClose[at] = (bars.close[at] ?? 0) * factor;
  return { ...answer, buffer: packBars(bars) };
}

describe('what is in doubt', () => {
  it('is stored as it came, and told with the series', () => {
    expect(service.store(fetched(days(40, { 20: 1000 }))).outcome).toBe('stored');
    const time = LAST - 20 * DAY;
    expect(series().findings?.suspects).toEqual([
      { time, kind: 'unit', close: 1000, reference: 10 },
    ]);
    expect(closes()[toDate(time)]).toBe(1000);
  });

  it('is a jump of a whole answer like a split, also like one that was reported: it should not be there', () => {
    const halved = { '2026-11-18': 10, '2026-11-19': 10, '2026-11-20': 5, '2026-11-23': 5 };
    service.store(fetched(halved));
    const jump = { time: toSessionKey('2026-11-20'), kind: 'split', close: 5, reference: 10 };
    expect(series().findings?.suspects).toEqual([jump]);
    service.store(fetched(halved, { splits: [split('2026-11-20')] }));
    expect(series().findings?.suspects).toEqual([jump]);
  });

  it('is the same whether the bars came as a whole or day by day', () => {
    const odd = { 40: 1000, 25: 5, 7: 1000, 3: 0.1 };
    const all = days(200, odd);
    const entries = Object.entries(all);
    service.store(fetched(Object.fromEntries(entries.slice(0, 120))));
    for (let end = 121; end <= entries.length; end++) {
      const part = Object.fromEntries(entries.slice(end - 6, end));
      // A jump at the end asks for the whole, as the refresh does then.
      if (service.store(tail(part)).outcome === 'stored') continue;
      service.store(fetched(Object.fromEntries(entries.slice(0, end))));
    }
    const dayByDay = series().findings;
    cache.use((each) => each.remove('XNAS:GOOGL', 'yahoo'));
    service.store(fetched(all));
    expect(dayByDay).toEqual(series().findings);
    expect(dayByDay?.suspects.length).toBeGreaterThanOrEqual(4);
  });

  it('are rows that could be no bars, once each, until they come in good order', () => {
    const answer = fetched(days(30), { skippedRows: 2 });
    const bars = viewPackedBars(answer.buffer);
    const at = lowerBound(bars, LAST - 2 * DAY);
    bars.high[at] = 1;
    service.store(answer);
    const time = LAST - 2 * DAY;
    const found = { leftOut: [{ time, fault: 'outside-range' }], skippedRows: 2 };
    expect(series().findings).toMatchObject(found);
    const end = tail(days(5));
    viewPackedBars(end.buffer).high[2] = 1;
    service.store(end);
    expect(series().findings).toMatchObject(found);
    service.store(tail(days(5)));
    expect(series().findings?.leftOut).toEqual([]);
  });
});

describe('history that the source no longer serves', () => {
  const older = { '2026-11-16': 20, '2026-11-17': 20 };

  it('is kept where one close was corrected', () => {
    service.store(fetched({ ...older, '2026-11-18': 20, '2026-11-19': 21, '2026-11-20': 20 }));
    const corrected = { '2026-11-18': 20, '2026-11-19': 20.5, '2026-11-20': 20, '2026-11-23': 20 };
    service.store(fetched(corrected));
    expect(closes()).toEqual({ ...older, ...corrected });
    expect(series().findings?.suspects).toEqual([]);
  });

  it('is kept and flagged where it was adjusted otherwise, for good', () => {
    service.store(fetched({ ...older, '2026-11-18': 20, '2026-11-19': 20, '2026-11-20': 20 }));
    const lower = { '2026-11-18': 18, '2026-11-19': 18, '2026-11-20': 18, '2026-11-23': 18 };
    const seam = { time: toSessionKey('2026-11-18'), kind: 'basis', close: 18, reference: 20 };
    for (let time = 0; time < 2; time++) {
      service.store(fetched(lower));
      expect(closes()).toEqual({ ...older, ...lower });
      expect(series().findings?.suspects).toEqual([seam]);
    }
    service.store(tail({ '2026-11-20': 18, '2026-11-23': 18 }));
    service.store(fetched({ '2026-11-19': 18, '2026-11-20': 18, '2026-11-23': 18 }));
    expect(closes()).toEqual({ ...older, ...lower });
    expect(series().findings?.suspects).toEqual([seam]);
  });

  it('is void where a reported split explains the difference', () => {
    service.store(fetched({ ...older, '2026-11-18': 20, '2026-11-19': 20 }));
    const halved = { '2026-11-18': 10, '2026-11-19': 10, '2026-11-20': 10 };
    service.store(fetched(halved, { splits: [split('2026-11-20')] }));
    expect(closes()).toEqual(halved);
  });

  it('keeps a bar that the source left out in the middle', () => {
    service.store(fetched({ '2026-11-18': 10, '2026-11-19': 11, '2026-11-20': 12 }));
    service.store(fetched({ '2026-11-18': 10, '2026-11-20': 12, '2026-11-23': 13 }));
    expect(closes()).toEqual({ ...WEEK, '2026-11-23': 13 });
  });

  it('of another source gives way to nothing that lacks a session of it', () => {
    service.store(fetched(WEEK, { source: 'tencent' }));
    const holed = { '2026-11-18': 9, '2026-11-20': 11, '2026-11-23': 12 };
    expect(service.store(fetched(holed)).outcome).toBe('refused');
    expect(closes()).toEqual(WEEK);
  });

  it('of a folder of files goes on under the network, whatever the network has', () => {
    const bars = viewPackedBars(fetched({ ...older, ...WEEK }).buffer);
    cache.use((all) => all.replace('XNAS:GOOGL', 'D', bars, ORIGIN));
    expect(service.store(tail({ '2026-11-20': 12, '2026-11-23': 13 })).outcome).toBe('stored');
    service.store(fetched({ '2026-11-20': 12, '2026-11-23': 13 }));
    expect(closes()).toEqual({ ...older, ...WEEK, '2026-11-23': 13 });
    const old = { splits: [split('2026-11-19')] };
    service.store(fetched({ '2026-11-20': 12, '2026-11-23': 13 }, old));
    expect(Object.keys(closes())).toHaveLength(6);
  });

  it('is not replaced by a source that knows old splits and has less', () => {
    const bars = viewPackedBars(fetched({ ...older, ...WEEK }).buffer);
    cache.use((all) => all.replace('XNAS:GOOGL', 'D', bars, ORIGIN));
    const shorter = { '2026-11-18': 5, '2026-11-19': 5.5, '2026-11-20': 6 };
    const answer = fetched(shorter, { splits: [split('2026-11-19')] });
    expect(service.store(answer).outcome).toBe('refused');
    expect(closes()).toEqual({ ...older, ...WEEK });
  });
});

describe('a correction', () => {
  it('holds in a whole answer also where it has less volume', () => {
    service.store(fetched(WEEK));
    const answer = fetched({ ...WEEK, '2026-11-19': 11.02 });
    viewPackedBars(answer.buffer).volume[1] = 10;
    service.store(answer);
    expect(closes()).toEqual({ ...WEEK, '2026-11-19': 11.02 });
  });

  it('of a split that was reported late makes the series void', () => {
    service.store(fetched(WEEK));
    const late = tail({ '2026-11-20': 12, '2026-11-23': 13 }, { splits: [split('2026-11-20')] });
    expect(service.store(late).outcome).toBe('void');
  });
});

describe('a dividend', () => {
  const next = { '2026-11-19': 11, '2026-11-20': 12, '2026-11-23': 13 };

  it('makes the series void, since all older closes are adjusted anew', () => {
    service.store(fetched(WEEK));
    // A cent on 180 dollars.
    expect(service.store(readjusted(tail(next), 1 - 0.01 / 180)).outcome).toBe('void');
    service.store(readjusted(fetched({ ...WEEK, ...next }), 0.99));
    const bars = viewPackedBars(series().buffer);
    expect(bars.adjustedClose[0]).toBeCloseTo(9.9, 9);
  });

  it('is none where the adjusted closes differ by rounding, or one has none', () => {
    service.store(fetched(WEEK));
    expect(service.store(readjusted(tail(next), 1 + 4e-8)).outcome).toBe('stored');
    expect(service.store(readjusted(tail(next), Number.NaN)).outcome).toBe('stored');
  });
});

describe('the currency', () => {
  it('is kept with the series', () => {
    service.store(fetched(WEEK, { currency: 'USD' }));
    expect(series().currency).toBe('USD');
    service.store(tail({ '2026-11-20': 12, '2026-11-23': 13 }));
    expect(series().currency).toBe('USD');
    expect(cache.use((all) => all.list('D'))[0]?.currency).toBe('USD');
  });

  it.each([
    ['GBp', 'GBP', 0.01],
    ['GBP', 'GBp', 100],
    ['ZAc', 'ZAR', 0.01],
    ['ILA', 'ILS', 0.01],
    ['GBX', 'GBp', 1],
  ])('in %s takes in %s as what it is', (of, other, factor) => {
    service.store(fetched(WEEK, { currency: of }));
    const part = { '2026-11-20': 12 * factor, '2026-11-23': 13 * factor };
    expect(service.store(tail(part, { currency: other, source: 'tencent' })).outcome).toBe(
      'stored',
    );
    expect(closes()).toEqual({ ...WEEK, '2026-11-23': 13 });
    expect(series().currency).toBe(of);
  });

  it('of another source is refused where it is another one', () => {
    service.store(fetched(WEEK, { currency: 'HKD' }));
    const part = { '2026-11-20': 12, '2026-11-23': 13 };
    for (const isWhole of [false, true]) {
      const other = fetched(part, { currency: 'CNY', source: 'tencent', isWhole });
      expect(service.store(other).outcome).toBe('refused');
    }
    expect(closes()).toEqual(WEEK);
  });

  it('that the source changed makes all that was stored void', () => {
    service.store(fetched(WEEK, { currency: 'HKD' }));
    const part = { '2026-11-20': 12, '2026-11-23': 13 };
    expect(service.store(tail(part, { currency: 'CNY' })).outcome).toBe('void');
    expect(service.store(fetched(part, { currency: 'CNY' })).outcome).toBe('stored');
    expect([closes(), series().currency]).toEqual([part, 'CNY']);
  });
});

describe('the whole', () => {
  it('is dated by the last answer that was one', () => {
    expect(service.store(fetched(WEEK)).wholeAt).toBe(NOW);
    cache.use((all) => all.replace('XNAS:GOOGL', 'D', viewPackedBars(series().buffer), ORIGIN));
    const part = tail({ '2026-11-20': 12, '2026-11-23': 13 });
    expect(service.store(part).wholeAt).toBeNull();
    expect(cache.use((all) => all.ends())).toMatchObject([{ wholeAt: null }]);
  });
});
