import {
  addDays,
  type CalendarDate,
  toDate,
  toSessionKey,
} from '../../../src/shared/domain/calendar/calendar-date';
import {
  type ExchangeCalendar,
  previousSession,
} from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  lastSettledSession,
  SETTLING_MS,
} from '../../../src/shared/domain/calendar/settled-session';

/** Sessions that are asked for again, so that corrections and splits show. */
export const OVERLAP_SESSIONS = 5;
const OVERLAP_DAYS = 7;

/** What to ask for: `since` as in `HistoryRequest`. */
export interface HistoryDue {
  readonly since: number | null;
}

/**
 * Whether daily bars are missing, and from when on to ask.
 *
 * @param lastTime - UTC seconds of the last stored bar; null where none is stored
 * @param calendar - undefined where none is known: then a bar of the day before yesterday is old
 * @param nowMs - UTC milliseconds
 * @returns null where nothing is missing
 */
export function historyDue(
  lastTime: number | null,
  calendar: ExchangeCalendar | undefined,
  nowMs: number,
): HistoryDue | null {
  if (lastTime === null) return { since: null };
  const stored = toDate(lastTime);
  if (stored >= lastExpected(calendar, nowMs - SETTLING_MS)) return null;
  return { since: toSessionKey(sessionsBefore(calendar, stored)) };
}

function lastExpected(calendar: ExchangeCalendar | undefined, utcMs: number): CalendarDate {
  if (calendar !== undefined) return lastSettledSession(calendar, utcMs);
  return addDays(toDate(utcMs / 1000), -1);
}

function sessionsBefore(calendar: ExchangeCalendar | undefined, date: CalendarDate): CalendarDate {
  if (calendar === undefined) return addDays(date, -OVERLAP_DAYS);
  let session = date;
  for (let count = 0; count < OVERLAP_SESSIONS; count++) {
    session = previousSession(calendar, session);
  }
  return session;
}
