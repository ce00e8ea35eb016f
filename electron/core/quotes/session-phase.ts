import type { CalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  lastFinishedSession,
  sessionCloseAt,
  sessionHours,
  type SessionState,
  sessionStateAt,
} from '../../../src/shared/domain/calendar/session-clock';

/** What an exchange is doing, and since when. Times are UTC milliseconds. */
export interface SessionPhase {
  readonly state: SessionState['state'];
  /** The session under way (lunch included); null while closed. */
  readonly session: CalendarDate | null;
  /** `[since, until)` is the time for which all of this holds. */
  readonly since: number;
  readonly until: number;
  readonly lastFinished: CalendarDate;
  /** Close of {@link lastFinished}. */
  readonly lastClosedAt: number;
}

/** @param utcMs - UTC milliseconds */
export function sessionPhaseAt(calendar: ExchangeCalendar, utcMs: number): SessionPhase {
  const { state, session, nextChangeAt } = sessionStateAt(calendar, utcMs);
  const lastFinished = lastFinishedSession(calendar, utcMs);
  const lastClosedAt = sessionCloseAt(calendar, lastFinished);
  const since = session === null ? lastClosedAt : partChangeBefore(calendar, session, utcMs);
  return { state, session, since, until: nextChangeAt, lastFinished, lastClosedAt };
}

/** The last start or end of a part of the session at or before a moment within it. */
function partChangeBefore(
  calendar: ExchangeCalendar,
  session: CalendarDate,
  utcMs: number,
): number {
  const changes = sessionHours(calendar, session).flatMap(({ start, end }) => [start, end]);
  return changes.findLast((change) => change <= utcMs) ?? utcMs;
}
