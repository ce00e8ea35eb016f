import { beforeEach, describe, expect, it } from 'vitest';
import type {
  FetchedBars,
  StoreOutcome,
} from '../../../../../electron/core/history/bars-store-port';
import {
  HistoryRefreshService,
  LOOK_MS,
  PAUSE_MS,
  QUESTION_LIMIT_MS,
  STORING_LIMIT_MS,
} from '../../../../../electron/core/history/history-refresh-service';
import type { HistoryRequest } from '../../../../../electron/core/market/market-data-provider-port';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  type ChartInterval,
  type Interval,
  INTERVALS,
} from '../../../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../../../src/shared/domain/quote/quote';
import { readShippedCalendars } from '../../../shared/domain/calendar/read-shipped-calendars';
import { failure, utc } from '../quotes/live-samples';
import { ManualScheduler } from '../quotes/manual-scheduler';
import { passTime } from '../quotes/pass-time';
import { bars, type HistoryAnswer, known, refusal } from './history-answers';

const calendars = readShippedCalendars();
const A: InstrumentId = 'XNAS:AAAA';
const B: InstrumentId = 'XNAS:BBBB';
const C: InstrumentId = 'XNAS:CCCC';
/** In New York the session of the 24th is under way. */
const START = utc('2026-11-24T17:00');
const LAST = toSessionKey('2026-11-23');
const OLD = toSessionKey('2026-11-18');
const MINUTE = 60_000;
const SECOND = 1000;

let scheduler: ManualScheduler;
let asked: { instrument: InstrumentId; since: number | null; avoid: readonly MarketSource[] }[];
let intervals: Interval[];
let handedOver: FetchedBars[];
let kept: number;
let errors: unknown[];
let answer: (request: HistoryRequest, avoid: readonly MarketSource[]) => Promise<HistoryAnswer>;
/** What the data process makes of bars; null where it says nothing. */
let outcome: (bars: FetchedBars) => StoreOutcome | null;
let service: HistoryRefreshService;
/** Of the sources. */
let offered: readonly Interval[];
const interval = 'D';

const pass = (ms: number): Promise<void> => passTime(scheduler, ms, 500);
const names = (): readonly InstrumentId[] => asked.map(({ instrument }) => instrument);

beforeEach(() => {
  scheduler = new ManualScheduler();
  [asked, intervals, handedOver, kept, errors] = [[], [], [], 0, []];
  offered = INTERVALS;
  answer = bars;
  outcome = () => 'stored';
  service = new HistoryRefreshService({
    market: {
      intervals: () => new Set(offered),
      history: async (request, avoid = []) => {
        const { instrument, since, interval } = request;
        asked.push({ instrument, since, avoid });
        intervals.push(interval);
        return answer(request, avoid);
      },
    },
    gateway: {
      storeBars: (fetched) => {
        handedOver.push(fetched);
        const made = outcome(fetched);
        if (made === null) return;
        scheduler.after(10, () =>
          service.barsStored({
            ...fetched,
            wholeAt: START,
            lastTime: lastOf(fetched),
            outcome: made,
          }),
        );
      },
    },
    scheduler,
    now: () => START + scheduler.now,
    random: () => 1,
    instrument: () => undefined,
    calendar: (mic) => calendars.get(mic),
    onKept: () => kept++,
    onError: (error) => errors.push(error),
  });
  service.watch([A, B, C], [{ instrument: B, interval }]);
  service.setActive(true);
});

/** Daily bars end with the last session, intraday ones a minute ago. */
const lastOf = ({ interval }: FetchedBars): number =>
  interval === 'D' ? LAST : (START + scheduler.now - MINUTE) / SECOND;

describe('HistoryRefreshService', () => {
  it('leaves series alone that the user imported by hand, until the import is gone', async () => {
    const imported = { ...known(B, OLD), source: 'csv-file' as const };
    service.seriesKnown([known(A, LAST), imported, known(C, LAST)]);
    await pass(5 * MINUTE);
    expect(asked).toEqual([]);
    service.seriesKnown([known(A, LAST), known(C, LAST)]);
    await pass(20);
    expect(asked).toEqual([{ instrument: B, since: null, avoid: [] }]);
  });

  it('asks no more once bars turn out to stand in the place of an import', async () => {
    outcome = () => 'kept';
    service.seriesKnown([known(A, LAST), known(B, OLD), known(C, LAST)]);
    await pass(10 * MINUTE);
    expect(names()).toEqual([B]);
    expect(kept).toBe(0);
  });

  it('asks nothing until the data process has said what is stored', async () => {
    await pass(5 * MINUTE);
    expect(asked).toEqual([]);
    service.seriesKnown([]);
    await pass(20);
    expect(names()).toEqual([B]);
  });

  it('asks for the charted one at once and for the others after it, with pauses', async () => {
    service.seriesKnown([]);
    await pass(PAUSE_MS - 500);
    expect(names()).toEqual([B]);
    await pass(10 * PAUSE_MS);
    expect(names()).toEqual([B, A, C]);
    expect(handedOver).toHaveLength(3);
    expect(kept).toBe(3);
  });

  it('hands over what the source said, and whether it is all of it', async () => {
    service.seriesKnown([known(A, OLD), known(C, LAST)]);
    await pass(MINUTE / 2);
    expect(asked).toEqual([
      { instrument: B, since: null, avoid: [] },
      { instrument: A, since: toSessionKey('2026-11-11'), avoid: [] },
    ]);
    expect(handedOver).toMatchObject([
      { instrument: B, interval: 'D', source: 'yahoo', currency: 'USD', isWhole: true },
      { instrument: A, isWhole: false },
    ]);
    expect(handedOver[0]?.buffer.byteLength).toBe(56);
  });

  it('asks for one series at a time', async () => {
    outcome = () => null;
    service.seriesKnown([]);
    await pass(STORING_LIMIT_MS - 500);
    expect(names()).toEqual([B]);
    await pass(PAUSE_MS + 1000);
    expect(names()).toEqual([B, A]);
  });

  it('asks again after the session has ended, and not before', async () => {
    service.seriesKnown([known(A, LAST), known(B, LAST), known(C, LAST)]);
    await pass(4 * 60 * MINUTE);
    expect(asked).toEqual([]);
    await pass(31 * MINUTE + LOOK_MS);
    expect(names()[0]).toBe(B);
    expect(asked[0]?.since).toBe(toSessionKey('2026-11-16'));
  });

  it('waits longer and longer where the source does not have the newest bar yet', async () => {
    service.watch([A], []);
    service.seriesKnown([known(A, LAST)]);
    await pass(4.5 * 60 * MINUTE + 2000);
    expect(asked).toHaveLength(1);
    await pass(60 * MINUTE);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.length).toBeLessThan(8);
  });

  it('asks for the whole where the stored bars hold no more, once', async () => {
    outcome = ({ isWhole }) => (isWhole ? 'stored' : 'void');
    service.watch([A], [{ instrument: A, interval }]);
    service.seriesKnown([known(A, OLD)]);
    await pass(MINUTE / 2);
    expect(asked.map(({ since }) => since)).toEqual([toSessionKey('2026-11-11'), null]);
    expect(kept).toBe(1);
  });

  it('does not ask for the whole again and again where that is void too', async () => {
    outcome = () => 'void';
    service.watch([A], [{ instrument: A, interval }]);
    service.seriesKnown([known(A, OLD)]);
    await pass(10 * MINUTE);
    expect(asked.length).toBeLessThan(7);
    expect(kept).toBe(0);
  });

  it('asks another source where bars were refused, and gives up for a while after three', async () => {
    outcome = () => 'refused';
    service.watch([A], [{ instrument: A, interval }]);
    service.seriesKnown([]);
    await pass(MINUTE / 2);
    expect(asked.map(({ avoid }) => avoid)).toEqual([[], ['yahoo'], ['yahoo', 'tencent']]);
    await pass(MINUTE + LOOK_MS);
    expect(asked[3]?.avoid).toEqual([]);
  });

  it('takes the good bars of the second source', async () => {
    outcome = ({ source }) => (source === 'yahoo' ? 'refused' : 'stored');
    service.watch([A], [{ instrument: A, interval }]);
    service.seriesKnown([]);
    await pass(5 * MINUTE);
    expect([asked.length, kept]).toEqual([2, 1]);
  });

  it('pauses after failures, longer each time, and goes on with the others', async () => {
    answer = (request, avoid) => (request.instrument === B ? refusal() : bars(request, avoid));
    service.seriesKnown([]);
    await pass(MINUTE / 2);
    expect(names()).toEqual([B, A, C]);
    await pass(60 * MINUTE);
    const again = names().filter((id) => id === B).length;
    expect(again).toBeGreaterThan(8);
    expect(again).toBeLessThan(20);
  });

  it('leaves a source alone for as long as it asks', async () => {
    service.watch([A], [{ instrument: A, interval }]);
    answer = async () => ({ ok: false, error: failure('rate-limited', 20 * MINUTE) });
    service.seriesKnown([]);
    await pass(19 * MINUTE);
    expect(asked).toHaveLength(1);
    service.askNow();
    await pass(1000);
    expect(asked).toHaveLength(2);
  });

  it('survives a fault of the program and a source that hangs', async () => {
    service.watch([A], [{ instrument: A, interval }]);
    answer = () => Promise.reject(new Error('made up'));
    service.seriesKnown([]);
    await pass(1000);
    expect(errors).toEqual([new Error('made up')]);
    answer = () => new Promise(() => undefined);
    await pass(QUESTION_LIMIT_MS + 3 * MINUTE);
    answer = bars;
    await pass(10 * MINUTE);
    expect(kept).toBe(1);
  });

  it('stops with the data process, and starts over with what the next one knows', async () => {
    outcome = () => null;
    service.seriesKnown([]);
    await pass(20);
    service.dataStopped();
    await pass(10 * MINUTE);
    expect([asked.length, scheduler.pending]).toEqual([1, 0]);
    outcome = () => 'stored';
    service.seriesKnown([known(B, LAST), known(A, LAST)]);
    await pass(MINUTE / 2);
    expect(names()).toEqual([B, C]);
  });

  it('takes bars that an earlier data process was handed for lost', async () => {
    outcome = () => null;
    service.seriesKnown([]);
    await pass(20);
    outcome = () => 'stored';
    service.seriesKnown([]);
    await pass(1000);
    expect(names()).toEqual([B, B]);
    expect(kept).toBe(1);
  });

  it('rests while the network is not wanted', async () => {
    service.setActive(false);
    service.seriesKnown([]);
    await pass(5 * MINUTE);
    expect([asked.length, scheduler.pending]).toEqual([0, 0]);
    service.setActive(true);
    await pass(20);
    expect(asked).toHaveLength(1);
    service.dispose();
    await pass(5 * MINUTE);
    expect([asked.length, scheduler.pending]).toEqual([1, 0]);
  });

  it('turns to what is charted next', async () => {
    answer = refusal;
    service.seriesKnown([]);
    await pass(20);
    answer = bars;
    service.watch([A, B, C], [{ instrument: C, interval }]);
    await pass(20);
    expect(names()).toEqual([B, C]);
  });

  it('hears of nothing that it did not hand over', () => {
    service.seriesKnown([known(A, LAST), known(B, LAST), known(C, LAST)]);
    service.barsStored({ ...known(A, LAST), outcome: 'stored' });
    expect(kept).toBe(0);
  });
});

describe('intraday bars of the charted instrument', () => {
  const all = [A, B, C].map((id) => known(id, LAST));
  const follow = (interval: ChartInterval): void =>
    service.watch([A, B, C], [{ instrument: B, interval }]);

  it('are all asked for at first, then their tail, about once a minute', async () => {
    follow('1m');
    service.seriesKnown(all);
    await pass(10 * MINUTE);
    expect(asked.length).toBeGreaterThanOrEqual(9);
    expect(asked.length).toBeLessThanOrEqual(11);
    expect(new Set(names())).toEqual(new Set([B]));
    expect(new Set(intervals)).toEqual(new Set(['1m']));
    expect(asked[0]?.since).toBeNull();
    // Five bars overlap with what was stored a moment before.
    expect(START / SECOND - (asked[1]?.since as number)).toBeLessThanOrEqual(6 * 60);
    expect(handedOver[1]).toMatchObject({ interval: '1m', isWhole: false });
  });

  it('come slower where they are longer, and are those that the chart is made of', async () => {
    follow('4h');
    service.seriesKnown(all);
    await pass(11 * MINUTE);
    expect(intervals).toEqual(['1h', '1h', '1h']);
  });

  it('are finer ones where no source has them', async () => {
    offered = ['1m', 'D'];
    follow('1h');
    service.seriesKnown(all);
    await pass(SECOND);
    expect(intervals).toEqual(['1m']);
  });

  it('are not asked for where a chart of days, weeks or months needs none', async () => {
    for (const interval of ['D', 'W', 'M'] as const) {
      follow(interval);
      service.seriesKnown(all);
      await pass(5 * MINUTE);
    }
    offered = ['D'];
    follow('5m');
    await pass(5 * MINUTE);
    expect(asked).toEqual([]);
  });

  it('wait while nobody looks at the window', async () => {
    follow('1m');
    service.setVisible(false);
    service.seriesKnown(all);
    await pass(10 * MINUTE);
    expect(asked).toEqual([]);
    service.setVisible(true);
    await pass(SECOND);
    expect(intervals).toEqual(['1m']);
  });

  it('rest from half an hour after the close on, when they were asked for once more', async () => {
    follow('5m');
    const today = toSessionKey('2026-11-24');
    service.seriesKnown(all.map((series) => ({ ...series, lastTime: today })));
    await pass(4 * 60 * MINUTE + 31 * MINUTE);
    const count = asked.length;
    expect(count).toBeGreaterThan(40);
    await pass(8 * 60 * MINUTE);
    expect(asked.length - count).toBeLessThanOrEqual(1);
  });

  it('do not hold up the daily bars of the others', async () => {
    follow('1m');
    service.seriesKnown([]);
    await pass(MINUTE);
    expect(intervals.filter((interval) => interval === 'D')).toHaveLength(3);
  });

  it('follow the chart to another instrument', async () => {
    follow('1m');
    service.seriesKnown(all);
    await pass(SECOND);
    service.watch([A, B, C], [{ instrument: C, interval: '1m' }]);
    await pass(SECOND);
    expect(names()).toEqual([B, C]);
  });
});
