import { addDays, type CalendarDate } from './calendar-date';
import {
  type ExchangeCalendar,
  isSession,
  nextSession,
  previousSession,
} from './exchange-calendar';
import { localHours } from './local-hours';

/** One part of a session, UTC milliseconds, `[start, end)`. */
export interface SessionPart {
  readonly start: number;
  readonly end: number;
}

/** What an exchange is doing at a moment. */
export interface SessionState {
  readonly state: 'open' | 'lunch' | 'closed';
  /** The session under way (lunch included); null while closed. */
  readonly session: CalendarDate | null;
  /**
   * UTC milliseconds at which {@link state} changes next, always later than the moment asked for.
   * Where a session follows the one before without a break, the end of {@link session}.
   */
  readonly nextChangeAt: number;
}

/**
 * Parts of the session of a date in order, early closes and late opens applied; empty where the
 * exchange does not trade on that date. Daylight saving time is the exchange's own.
 */
export function sessionHours(
  calendar: ExchangeCalendar,
  date: CalendarDate,
): readonly SessionPart[] {
  if (!isSession(calendar, date)) return [];
  return localHours(calendar, date).map(({ openMinute, closeMinute }) => ({
    start: calendar.clock.toUtc(date, openMinute),
    end: calendar.clock.toUtc(date, closeMinute),
  }));
}

/** Calendar date at the exchange at a moment (UTC milliseconds), trading or not. */
export function exchangeDate(calendar: ExchangeCalendar, utcMs: number): CalendarDate {
  return calendar.clock.dateAt(utcMs);
}

/** What the exchange is doing at a moment (UTC milliseconds). An opening minute is open, a closing one closed. */
export function sessionStateAt(calendar: ExchangeCalendar, utcMs: number): SessionState {
  const date = exchangeDate(calendar, utcMs);
  const parts = sessionHours(calendar, date);
  for (const [index, part] of parts.entries()) {
    if (utcMs < part.start) {
      return index === 0
        ? { state: 'closed', session: null, nextChangeAt: part.start }
        : { state: 'lunch', session: date, nextChangeAt: part.start };
    }
    if (utcMs < part.end) return { state: 'open', session: date, nextChangeAt: part.end };
  }
  const next = nextSession(calendar, addDays(date, 1));
  return { state: 'closed', session: null, nextChangeAt: sessionOpenAt(calendar, next) };
}

/** UTC milliseconds at which the session of a date opens. */
export function sessionOpenAt(calendar: ExchangeCalendar, session: CalendarDate): number {
  const [first] = sessionHours(calendar, session);
  if (!first) throw noSession(calendar, session);
  return first.start;
}

/** UTC milliseconds at which the session of a date closes. */
export function sessionCloseAt(calendar: ExchangeCalendar, session: CalendarDate): number {
  const last = sessionHours(calendar, session).at(-1);
  if (!last) throw noSession(calendar, session);
  return last.end;
}

/** The last session that has closed at a moment (UTC milliseconds); its closing minute counts as closed. */
export function lastFinishedSession(calendar: ExchangeCalendar, utcMs: number): CalendarDate {
  const date = exchangeDate(calendar, utcMs);
  const finished = isSession(calendar, date) && sessionCloseAt(calendar, date) <= utcMs;
  return finished ? date : previousSession(calendar, date);
}

/**
 * Share of a session's trading time that has passed at a moment (UTC milliseconds): 0 before the
 * open, 1 from the close on, standing still over lunch. 1 for a date without a session.
 */
export function sessionProgress(
  calendar: ExchangeCalendar,
  session: CalendarDate,
  utcMs: number,
): number {
  let total = 0;
  let elapsed = 0;
  for (const { start, end } of sessionHours(calendar, session)) {
    total += end - start;
    elapsed += Math.min(Math.max(utcMs - start, 0), end - start);
  }
  return total === 0 ? 1 : elapsed / total;
}

function noSession(calendar: ExchangeCalendar, date: CalendarDate): RangeError {
  return new RangeError(`${calendar.mic}: ${date} is no session`);
}
