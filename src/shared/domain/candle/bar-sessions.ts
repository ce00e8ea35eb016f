import { addDays, type CalendarDate, toDate, toSessionKey } from '../calendar/calendar-date';
import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import { type BarColumns, lowerBound } from './bar-columns';

type BarTimes = Pick<BarColumns, 'time' | 'length'>;

/**
 * The sessions that a series of bars covers. `keys` are their session keys, ascending; `bars` has for
 * each the index of its bar: of the first one where the bars are shorter than a session, of the one
 * that holds it where they are longer.
 */
export interface BarSessions {
  readonly keys: Float64Array;
  readonly bars: Uint32Array;
}

/**
 * Sessions of intraday bars: the calendar dates at the exchange on which bars start.
 *
 * @param calendar - undefined for an unknown exchange, whose sessions are the days of UTC
 */
export function sessionsOfIntraday(
  bars: BarTimes,
  calendar: ExchangeCalendar | undefined,
): BarSessions {
  const keys: number[] = [];
  const starts: number[] = [];
  for (let index = 0; index < bars.length;) {
    const date = dateOf(bars.time[index] as number, calendar);
    keys.push(toSessionKey(date));
    starts.push(index);
    index = lowerBound(bars, startOf(addDays(date, 1), calendar));
  }
  return { keys: Float64Array.from(keys), bars: Uint32Array.from(starts) };
}

/** Sessions of bars of a week or a month that were made of `daily` ones. */
export function sessionsOfLonger(bars: BarTimes, daily: BarTimes): BarSessions {
  const keys = daily.time.slice(0, daily.length);
  const holders = new Uint32Array(keys.length);
  let bar = 0;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as number;
    while (bar + 1 < bars.length && (bars.time[bar + 1] as number) <= key) bar++;
    holders[index] = bar;
  }
  return { keys, bars: holders };
}

/** Sessions of bars that each are one. */
export function sessionsOfDaily(bars: BarTimes): BarSessions {
  return {
    keys: bars.time.subarray(0, bars.length),
    bars: Uint32Array.from({ length: bars.length }, (_, index) => index),
  };
}

/** Index of the bar of a session; null where no bar covers it. */
export function barOfSession(sessions: BarSessions, sessionKey: number): number | null {
  const index = lowerBound(timesOf(sessions), sessionKey);
  return sessions.keys[index] === sessionKey ? (sessions.bars[index] as number) : null;
}

/** Index of the bar of the first session at or after a key; null where there is none. */
export function barFromSession(sessions: BarSessions, sessionKey: number): number | null {
  return sessions.bars[lowerBound(timesOf(sessions), sessionKey)] ?? null;
}

/** Index of the last bar of the last session at or before a key; null where there is none. */
export function lastBarUntil(
  { keys, bars }: BarSessions,
  sessionKey: number,
  barCount: number,
): number | null {
  const after = lowerBound({ time: keys, length: keys.length }, sessionKey + 1);
  const own = bars[after - 1];
  return own === undefined ? null : Math.max(own, (bars[after] ?? barCount) - 1);
}

/**
 * Times of the first and the last bar of a range of sessions, both keys included. Where none lies in it,
 * the two are the bars around it, in falling order; null without bars.
 */
export function barTimesBetween(
  { length, time }: BarTimes,
  sessions: BarSessions,
  fromKey: number,
  toKey: number,
): { readonly fromKey: number; readonly toKey: number } | null {
  if (length === 0) return null;
  const first = barFromSession(sessions, fromKey) ?? length - 1;
  const last = lastBarUntil(sessions, toKey, length) ?? 0;
  return { fromKey: time[first] as number, toKey: time[last] as number };
}

/** Key of the session that the bar at an index lies in, or begins with; null without sessions. */
export function sessionOfBar({ keys, bars }: BarSessions, index: number): number | null {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bars[middle] as number) < index) low = middle + 1;
    else high = middle;
  }
  return keys[bars[low] === index ? low : Math.max(0, low - 1)] ?? null;
}

/** As the times of bars, for what places things on daily bars. */
export function timesOf({ keys }: BarSessions): BarTimes {
  return { time: keys, length: keys.length };
}

function dateOf(time: number, calendar: ExchangeCalendar | undefined): CalendarDate {
  return calendar ? calendar.clock.dateAt(time * 1000) : toDate(time);
}

/** UTC seconds of the start of a date at the exchange. */
function startOf(date: CalendarDate, calendar: ExchangeCalendar | undefined): number {
  return calendar ? calendar.clock.toUtc(date, 0) / 1000 : toSessionKey(date);
}
