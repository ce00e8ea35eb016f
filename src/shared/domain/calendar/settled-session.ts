import type { CalendarDate } from './calendar-date';
import { dayPhases } from './day-phases';
import { type ExchangeCalendar, isSession, previousSession } from './exchange-calendar';
import { exchangeDate, sessionCloseAt } from './session-clock';

/** How long after its last price was made all sources have the bar of a session, the delayed ones too. */
export const SETTLING_MS = 30 * 60_000;

/**
 * UTC milliseconds at which the last price of a session is made: the end of the closing auction where
 * one follows the close, else the close.
 *
 * @throws RangeError where the date is no session
 */
export function sessionSettledAt(calendar: ExchangeCalendar, session: CalendarDate): number {
  const auction = dayPhases(calendar, session).findLast(({ phase }) => phase === 'closing-auction');
  return Math.max(sessionCloseAt(calendar, session), auction?.end ?? 0);
}

/** The last session whose last price was made at a moment (UTC milliseconds), or just then. */
export function lastSettledSession(calendar: ExchangeCalendar, utcMs: number): CalendarDate {
  const date = exchangeDate(calendar, utcMs);
  const isSettled = isSession(calendar, date) && sessionSettledAt(calendar, date) <= utcMs;
  return isSettled ? date : previousSession(calendar, date);
}
