import { describe, expect, it } from 'vitest';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  type BarColumns,
  viewPackedBars,
} from '../../../../../src/shared/domain/candle/bar-columns';
import {
  barFromSession,
  barOfSession,
  sessionOfBar,
  sessionsOfDaily,
  sessionsOfIntraday,
  sessionsOfLonger,
} from '../../../../../src/shared/domain/candle/bar-sessions';
import { resampleBars } from '../../../../../src/shared/domain/candle/resample';
import { shippedCalendar } from '../calendar/read-shipped-calendars';
import { barsOf } from './bar-rows';

const seconds = (text: string): number => Date.parse(`${text}Z`) / 1000;
const barsAt = (times: readonly number[]): BarColumns =>
  barsOf(times.map((time) => [time, 1, 1, 1, 1, 1, 1]));
const daily = (...dates: readonly string[]): BarColumns => barsAt(dates.map(toSessionKey));

describe('sessionsOfIntraday', () => {
  it('goes by the date at the exchange, not by that of UTC', () => {
    // 08:30 of the 27th and of the 28th in Seoul are the evenings before in UTC.
    const bars = barsAt(
      ['2026-05-26T23:30', '2026-05-27T02:00', '2026-05-27T23:30', '2026-05-28T05:00'].map(seconds),
    );
    const sessions = sessionsOfIntraday(bars, shippedCalendar('XKRX'));
    expect([...sessions.keys]).toEqual(['2026-05-27', '2026-05-28'].map(toSessionKey));
    expect([...sessions.bars]).toEqual([0, 2]);
  });

  it('takes the days of UTC for an unknown exchange', () => {
    const bars = barsAt(['2026-05-26T23:59', '2026-05-27T00:00'].map(seconds));
    const { keys, bars: starts } = sessionsOfIntraday(bars, undefined);
    expect([...keys]).toEqual(['2026-05-26', '2026-05-27'].map(toSessionKey));
    expect([...starts]).toEqual([0, 1]);
  });

  it('has none without bars', () => {
    const sessions = sessionsOfIntraday(viewPackedBars(new ArrayBuffer(0)), undefined);
    expect(sessions.keys).toHaveLength(0);
    expect(barFromSession(sessions, 0)).toBeNull();
    expect(sessionOfBar(sessions, 0)).toBeNull();
  });
});

describe('sessionsOfLonger', () => {
  // Friday the 22nd, then Tuesday the 26th: Monday was a holiday.
  const days = daily('2026-05-21', '2026-05-22', '2026-05-26', '2026-05-29');
  const weeks = resampleBars(days, { from: 'D', to: 'W', calendar: undefined, extended: false });
  const sessions = sessionsOfLonger(weeks, days);

  it('names the bar of every session that has one', () => {
    const bars = [...days.time].map((key) => barOfSession(sessions, key));
    expect(bars).toEqual([0, 0, 1, 1]);
  });

  it('has no bar for a day of the week that the history lacks', () => {
    expect(barOfSession(sessions, toSessionKey('2026-05-27'))).toBeNull();
    expect(barFromSession(sessions, toSessionKey('2026-05-27'))).toBe(1);
  });

  it('tells the first session of a bar', () => {
    expect(sessionOfBar(sessions, 1)).toBe(toSessionKey('2026-05-26'));
  });
});

describe('sessionOfBar', () => {
  it('is the session that a bar in the middle of one lies in', () => {
    const times = ['2026-05-27T14:30', '2026-05-27T15:30', '2026-05-28T14:30'].map(seconds);
    const sessions = sessionsOfIntraday(barsAt(times), shippedCalendar('XNAS'));
    const keys = times.map((_, index) => sessionOfBar(sessions, index));
    expect(keys).toEqual(['2026-05-27', '2026-05-27', '2026-05-28'].map(toSessionKey));
  });

  it('is the bar itself where bars are sessions', () => {
    const bars = daily('2026-05-27', '2026-05-28');
    const sessions = sessionsOfDaily(bars);
    expect(sessionOfBar(sessions, 1)).toBe(bars.time[1]);
    expect(barOfSession(sessions, bars.time[1] as number)).toBe(1);
  });
});
