import { describe, expect, it } from 'vitest';
import type { AlertBars } from '../../../../../electron/core/alerts/alert-history-port';
import { IndicatorBars, WANTED_BARS } from '../../../../../electron/core/alerts/indicator-bars';
import { AlertEngine } from '../../../../../src/shared/domain/alert/engine/alert-engine';
import type { EngineFiring } from '../../../../../src/shared/domain/alert/engine/engine-firing';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  previousSession,
  sessionsBetween,
} from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { sessionHours } from '../../../../../src/shared/domain/calendar/session-clock';
import { allocateBars, type BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import {
  CHART_INTERVALS,
  type ChartInterval,
} from '../../../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { NVDA, priceRule } from '../../../../helpers/made-up-rule';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { shippedHours } from './hours-of';

const HONG_KONG: InstrumentId = 'XHKG:02513';
/** A Monday, five minutes after the open of New York. */
const MONDAY = Date.UTC(2026, 6, 13, 13, 35);
const MINUTE = 60_000;

interface Asked {
  readonly instrument: InstrumentId;
  readonly interval: string;
  readonly since: number;
}

/** Bars with one price each, whose times (UTC seconds) are given. */
function barsAt(times: readonly number[], price: (index: number) => number): BarColumns {
  const bars = allocateBars(times.length);
  for (const [index, time] of times.entries()) {
    bars.time[index] = time;
    for (const name of ['open', 'high', 'low', 'close'] as const) bars[name][index] = price(index);
    bars.volume[index] = 100;
  }
  return bars;
}

/** Starts of all bars of New York of an interval, in order. */
function startsOf(mic: string, seconds: number, fromDay: string, toDay: string): number[] {
  const calendar = shippedCalendar(mic);
  return sessionsBetween(calendar, fromDay, toDay).flatMap((day) =>
    sessionHours(calendar, day).flatMap(({ start, end }) =>
      Array.from(
        { length: Math.ceil((end - start) / 1000 / seconds) },
        (_, index) => start / 1000 + index * seconds,
      ),
    ),
  );
}

function setUp(answer: (asked: Asked) => AlertBars | null | Promise<AlertBars | null>) {
  const asked: Asked[] = [];
  const seeded: { instrument: InstrumentId; interval: ChartInterval; bars: BarColumns }[] = [];
  const errors: unknown[] = [];
  const state = { isReal: true, nowMs: MONDAY };
  const bars = new IndicatorBars({
    watch: () => ({
      seed: (instrument, interval, columns) => {
        seeded.push({ instrument, interval, bars: columns });
      },
    }),
    history: {
      bars: async (instrument, interval, since) => {
        const question = { instrument, interval, since };
        asked.push(question);
        return answer(question);
      },
    },
    hours: shippedHours(),
    now: () => state.nowMs,
    isReal: () => state.isReal,
    onError: (error) => errors.push(error),
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { bars, asked, seeded, errors, state, settle };
}

const some = (times: readonly number[] = [1000]): AlertBars => ({
  ...{ bars: barsAt(times, () => 1), splits: [], source: 'yahoo' },
});

describe('the past of an indicator', () => {
  it('is not asked for before the calendars are there, and once for several rules', async () => {
    const { bars, asked, seeded, settle } = setUp(() => some());
    bars.want(NVDA, 'D');
    bars.want(NVDA, 'D');
    bars.want(HONG_KONG, 'D');
    await settle();
    expect(asked).toEqual([]);
    bars.start();
    await settle();
    expect(asked.map(({ instrument }) => instrument)).toEqual([NVDA, HONG_KONG]);
    expect(seeded.map(({ instrument }) => instrument)).toEqual([NVDA, HONG_KONG]);
    bars.want(NVDA, 'W');
    await settle();
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['XNAS', NVDA],
    ['XHKG', HONG_KONG],
  ] as const)('reaches back over weekends and holidays at %s', async (mic, instrument) => {
    const calendar = shippedCalendar(mic);
    const { bars, asked, state, settle } = setUp(() => some());
    bars.start();
    // The first session after the long holiday of spring, five minutes after its open.
    const day = '2026-02-20';
    const [first] = sessionHours(calendar, day);
    state.nowMs = (first?.start ?? 0) + 5 * MINUTE;
    const seconds = { '1m': 60, '5m': 300, '15m': 900, '30m': 1800, '1h': 3600, '4h': 14_400 };
    for (const interval of CHART_INTERVALS) bars.want(instrument, interval);
    await settle();
    expect(asked).toHaveLength(CHART_INTERVALS.length);
    for (const [index, interval] of CHART_INTERVALS.entries()) {
      const since = asked[index]?.since ?? Infinity;
      if (!(interval in seconds)) continue;
      const length = seconds[interval as keyof typeof seconds];
      const before = startsOf(mic, length, '2024-01-02', previousSession(calendar, day));
      expect(before.filter((start) => start >= since).length).toBeGreaterThanOrEqual(WANTED_BARS);
    }
    const days = (index: number): number =>
      (state.nowMs / 1000 - (asked[index]?.since ?? Infinity)) / 86_400;
    const [daily, weekly, monthly] = [6, 7, 8].map(days) as [number, number, number];
    expect(sessionsBetween(calendar, '2025-01-01', '2025-12-31').length / 365).toBeGreaterThan(
      WANTED_BARS / daily,
    );
    expect(weekly / 7).toBeGreaterThanOrEqual(WANTED_BARS);
    expect(monthly / 31).toBeGreaterThanOrEqual(WANTED_BARS);
  });

  it.each([
    ['1m', '1m'],
    ['1h', '1h'],
    ['4h', '1h'],
    ['D', 'D'],
    ['W', 'D'],
    ['M', 'D'],
  ] as const)('of %s is made of %s', async (interval, from) => {
    const { bars, asked, settle } = setUp(() => some());
    bars.start();
    bars.want(NVDA, interval);
    await settle();
    expect(asked[0]?.interval).toBe(from);
  });

  it('of weeks is by the sessions of the exchange, and counts no price out of hours', async () => {
    const days = ['2026-07-01', '2026-07-02', '2026-07-06', '2026-07-07'].map(toSessionKey);
    const weeks = setUp(() => some(days));
    weeks.bars.start();
    weeks.bars.want(NVDA, 'W');
    await weeks.settle();
    expect([...(weeks.seeded[0]?.bars.time ?? [])].slice(0, 2)).toEqual([days[0], days[2]]);

    // An hour before the open, and the first of the session.
    const open = Date.UTC(2026, 6, 10, 13, 30) / 1000;
    const fours = setUp(() => some([open - 3600, open, open + 3600]));
    fours.bars.start();
    fours.bars.want(NVDA, '4h');
    await fours.settle();
    const { bars } = fours.seeded[0] ?? { bars: allocateBars(0) };
    expect([bars.length, bars.time[0], bars.volume[0]]).toEqual([1, open, 200]);
  });

  it('that no source has now is asked for again, and not once it came', async () => {
    let answer: AlertBars | null = null;
    const { bars, asked, seeded, settle } = setUp(() => answer);
    bars.start();
    bars.want(NVDA, 'D');
    await settle();
    expect(seeded).toEqual([]);
    bars.retry();
    await settle();
    expect(asked).toHaveLength(2);
    answer = some();
    bars.retry();
    await settle();
    expect(seeded).toHaveLength(1);
    bars.retry();
    await settle();
    expect(asked).toHaveLength(3);
  });

  it('of one series that fails keeps no other from its own', async () => {
    const { bars, errors, seeded, settle } = setUp(({ instrument }) => {
      if (instrument === NVDA) throw new Error('no such table');
      return some();
    });
    bars.start();
    bars.want(NVDA, 'D');
    bars.want(HONG_KONG, 'D');
    await settle();
    expect(errors).toHaveLength(1);
    expect(seeded).toMatchObject([{ instrument: HONG_KONG }]);
  });

  it('is not asked for while the market is simulated, nor used where it is when the answer comes', async () => {
    let answered: (bars: AlertBars) => void = () => undefined;
    const { bars, asked, seeded, state, settle } = setUp(
      () => new Promise((resolve) => (answered = resolve)),
    );
    bars.start();
    bars.want(NVDA, 'D');
    await settle();
    state.isReal = false;
    answered(some());
    await settle();
    bars.want(NVDA, 'W');
    await settle();
    expect([asked.length, seeded.length]).toEqual([1, 0]);
  });
});

describe('an indicator of a rule', () => {
  const of = (period: number) => ({
    ...{ kind: 'indicator', instrument: null, indicator: 'sma', params: { period } },
    ...{ output: 'average', interval: 'D' },
  });

  function engineWith(period: number) {
    const fired: EngineFiring[] = [];
    const engine = new AlertEngine({
      ...{ spans: shippedHours().spans, tickSize: () => 0.01, wantBars: () => undefined },
      ...{ fired: (firing) => fired.push(firing), progressed: () => undefined },
    });
    const conditions = [
      { of: { kind: 'price', instrument: null }, op: 'greaterThan', value: of(period) },
    ];
    engine.bind(priceRule({ conditions } as never), NVDA);
    const hear = (price: number, minute: number): void =>
      engine.hear(NVDA, {
        ...{ at: MONDAY + minute * MINUTE, heardAt: MONDAY, price, previousClose: NaN },
        ...{ volume: NaN, session: 1, isRegular: true },
      });
    return { engine, fired, hear };
  }
  const days = ['2026-07-08', '2026-07-09', '2026-07-10'].map(toSessionKey);

  it('is silent with too few bars, and speaks once the bars of the past came', () => {
    const { engine, fired, hear } = engineWith(4);
    hear(200, 0);
    hear(201, 1);
    expect(fired).toEqual([]);
    engine.seed(
      NVDA,
      'D',
      barsAt(days.slice(1), () => 100),
    );
    hear(202, 2);
    expect(fired).toEqual([]);
    engine.seed(
      NVDA,
      'D',
      barsAt(days.slice(0, 1), () => 100),
    );
    hear(203, 3);
    // (100 + 100 + 100 + 203) / 4
    expect(fired).toMatchObject([{ readings: [{ now: { value: 203, low: 125.75 } }] }]);
  });

  it('counts the bar under way once, also where the past has it already', () => {
    const { engine, fired, hear } = engineWith(2);
    hear(200, 0);
    const monday = toSessionKey('2026-07-13');
    engine.seed(
      NVDA,
      'D',
      barsAt([...days, monday], (index) => (index === 3 ? 999 : 100)),
    );
    hear(202, 1);
    expect(fired).toMatchObject([{ readings: [{ now: { low: 151 } }] }]);
  });
});
