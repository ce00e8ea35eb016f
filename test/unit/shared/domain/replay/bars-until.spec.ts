import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartSeries } from '../../../../../electron/data/series/chart-series';
import { sessionHours } from '../../../../../src/shared/domain/calendar/session-clock';
import { sessionsBetween } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
  isSameBars,
  packBars,
  subBars,
  viewPackedBars,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { sessionsOfDaily } from '../../../../../src/shared/domain/candle/bar-sessions';
import {
  buildsFrom,
  CHART_INTERVALS,
  type ChartInterval,
  INTERVAL_SECONDS,
  type Interval,
} from '../../../../../src/shared/domain/candle/interval';
import { barCloses } from '../../../../../src/shared/domain/replay/bar-close';
import {
  barsUntil,
  completeBars,
  sessionsUntil,
} from '../../../../../src/shared/domain/replay/bars-until';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const FROM = '2026-03-20';
const TO = '2026-04-20';
const START_MS = Date.parse(`${FROM}T00:00:00Z`);
const LENGTH_MS = Date.parse(`${TO}T23:59:00Z`) - START_MS;

/** Bars of every period of some weeks, with a half of the prices from a source of numbers. */
function barsOf(mic: string, interval: Interval, seed: number): BarColumns {
  const calendar = shippedCalendar(mic);
  const sessions = sessionsBetween(calendar, FROM, TO);
  const seconds = INTERVAL_SECONDS[interval];
  const times =
    interval === 'D'
      ? sessions.map(toSessionKey)
      : sessions.flatMap((date) =>
          sessionHours(calendar, date).flatMap(({ start, end }) =>
            Array.from(
              { length: (end - start) / 1000 / seconds },
              (_, index) => start / 1000 + index * seconds,
            ),
          ),
        );
  const bars = allocateBars(times.length);
  bars.time.set(times);
  for (const [place, name] of BAR_COLUMN_NAMES.slice(1).entries()) {
    for (let index = 0; index < times.length; index++)
      bars[name][index] = 100 + ((seed * (index + 7) * (place + 3)) % 41);
  }
  return bars;
}

/** What a chart at a moment gets of stored bars. */
function known(bars: BarColumns, from: Interval, to: ChartInterval, mic: string, moment: number) {
  const calendar = shippedCalendar(mic);
  const made = chartSeries({ from, bars }, to, calendar);
  const all = viewPackedBars(made.buffer);
  const count = completeBars(all, barCloses(to, calendar), moment);
  return {
    bars: barsUntil(all, count),
    sessions: sessionsUntil(made.sessions ?? sessionsOfDaily(all), count),
  };
}

const market = fc.constantFrom('XNAS', 'XHKG', 'XSHG', 'BINANCE');
const length = fc.constantFrom(...CHART_INTERVALS);
const moment = fc.integer({ min: 0, max: LENGTH_MS }).map((ms) => START_MS + ms);
/** Minutes of weeks are many bars. */
const stored = (to: ChartInterval): Interval =>
  buildsFrom(to).find((each) => each !== to && each !== '1m') ?? buildsFrom(to)[0] ?? 'D';

describe('what is known at a moment', () => {
  it('is what a series that ends at that moment gives, in every interval', () => {
    fc.assert(
      fc.property(market, length, moment, fc.integer({ min: 1, max: 99 }), (mic, to, at, seed) => {
        const from = stored(to);
        const bars = barsOf(mic, from, seed);
        const ended = completeBars(bars, barCloses(from, shippedCalendar(mic)), at);
        const whole = known(bars, from, to, mic, at);
        const cut = known(viewPackedBars(packBars(bars, 0, ended)), from, to, mic, at);
        expect(isSameBars(whole.bars, cut.bars)).toBe(true);
        expect([...whole.sessions.keys]).toEqual([...cut.sessions.keys]);
        expect([...whole.sessions.bars]).toEqual([...cut.sessions.bars]);
      }),
      { numRuns: 60 },
    );
  });

  it('says nothing of what comes later, whatever that is', () => {
    fc.assert(
      fc.property(market, length, moment, fc.integer({ min: 1, max: 99 }), (mic, to, at, seed) => {
        const from = stored(to);
        const bars = barsOf(mic, from, seed);
        const other = barsOf(mic, from, seed + 1);
        const ended = completeBars(bars, barCloses(from, shippedCalendar(mic)), at);
        for (const name of BAR_COLUMN_NAMES) {
          other[name].set(bars[name].subarray(0, ended));
        }
        const one = known(bars, from, to, mic, at);
        const two = known(other, from, to, mic, at);
        expect(isSameBars(one.bars, two.bars)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('grows with the moment to the whole', () => {
    const bars = barsOf('XHKG', '15m', 5);
    const closesAt = barCloses('15m', shippedCalendar('XHKG'));
    let before = 0;
    for (let index = 0; index < bars.length; index++) {
      const at = closesAt(bars.time[index] as number);
      expect(completeBars(bars, closesAt, at - 1)).toBeLessThanOrEqual(index);
      const count = completeBars(bars, closesAt, at);
      expect(count).toBeGreaterThan(index);
      expect(count).toBeGreaterThanOrEqual(before);
      before = count;
    }
    expect(before).toBe(bars.length);
  });
});

describe('cutting', () => {
  it('keeps the very bars where nothing is cut', () => {
    const bars = barsOf('XNAS', 'D', 3);
    expect(barsUntil(bars, bars.length)).toBe(bars);
    expect(isSameBars(barsUntil(bars, 4), subBars(bars, 0, 4))).toBe(true);
  });

  it('leaves out sessions whose bar is left out', () => {
    const sessions = {
      keys: Float64Array.of(10, 20, 30, 40),
      bars: Uint32Array.of(0, 0, 1, 2),
    };
    expect([...sessionsUntil(sessions, 1).keys]).toEqual([10, 20]);
    expect([...sessionsUntil(sessions, 0).keys]).toEqual([]);
    expect([...sessionsUntil(sessions, 3).bars]).toEqual([0, 0, 1, 2]);
  });
});
