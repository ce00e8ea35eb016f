import { addDays, type CalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import {
  type ExchangeCalendar,
  nextSession,
  previousSession,
} from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  exchangeDate,
  sessionHours,
  sessionOpenAt,
  type SessionPart,
  type SessionState,
} from '../../../src/shared/domain/calendar/session-clock';
import { sessionSettledAt } from '../../../src/shared/domain/calendar/settled-session';

/** What prices of an exchange are doing, and since when. Times are UTC milliseconds. */
export interface SessionPhase {
  readonly state: SessionState['state'];
  /** The session under way (lunch included); null while closed. */
  readonly session: CalendarDate | null;
  /** `[since, until)` is the time for which all of this holds. */
  readonly since: number;
  readonly until: number;
  readonly lastFinished: CalendarDate;
  /** When the price of {@link lastFinished} was settled. */
  readonly lastClosedAt: number;
}

/**
 * The phase at a moment (UTC milliseconds). A closing auction after the close still makes the price
 * of its session, so until its end the exchange counts as open here.
 */
export function sessionPhaseAt(calendar: ExchangeCalendar, utcMs: number): SessionPhase {
  const date = exchangeDate(calendar, utcMs);
  const parts = pricedParts(calendar, date);
  const isFinished = parts.length > 0 && utcMs >= (parts.at(-1) as SessionPart).end;
  const lastFinished = isFinished ? date : previousSession(calendar, date);
  const lastClosedAt = sessionSettledAt(calendar, lastFinished);
  const finished = { lastFinished, lastClosedAt };
  const next = parts.findIndex(({ end }) => utcMs < end);
  const part = parts[next];
  if (part === undefined) {
    const following = nextSession(calendar, addDays(date, 1));
    return closedUntil(sessionOpenAt(calendar, following), finished);
  }
  if (utcMs >= part.start) {
    return { state: 'open', session: date, since: part.start, until: part.end, ...finished };
  }
  const before = parts[next - 1];
  if (before === undefined) return closedUntil(part.start, finished);
  return { state: 'lunch', session: date, since: before.end, until: part.start, ...finished };
}

function closedUntil(
  until: number,
  finished: Pick<SessionPhase, 'lastFinished' | 'lastClosedAt'>,
): SessionPhase {
  return { state: 'closed', session: null, since: finished.lastClosedAt, until, ...finished };
}

/** Parts of a session in which its price can change; empty where there is none on that date. */
function pricedParts(calendar: ExchangeCalendar, date: CalendarDate): readonly SessionPart[] {
  const parts = sessionHours(calendar, date);
  const last = parts.at(-1);
  if (last === undefined) return parts;
  return [...parts.slice(0, -1), { start: last.start, end: sessionSettledAt(calendar, date) }];
}
