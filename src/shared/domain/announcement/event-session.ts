import { addDays, type CalendarDate } from '../calendar/calendar-date';
import { coversDate, type ExchangeCalendar, nextSession } from '../calendar/exchange-calendar';
import { daySchedule } from '../calendar/day-schedule';
import { sessionCloseAt, sessionHours } from '../calendar/session-clock';
import { createZoneClock } from '../calendar/zone-clock';
import type { Announcement } from './announcement';

/**
 * Where an announcement fell on the day of an exchange. `closed-day`: on a day without trading;
 * `date-only`: no source tells the time of day.
 */
export const SESSION_BASES = [
  'before-open',
  'in-session',
  'lunch',
  'after-close',
  'closed-day',
  'date-only',
] as const;
export type SessionBasis = (typeof SESSION_BASES)[number];

/** The first session of an exchange that could react to an announcement, and what that rests on. */
export interface EventSession {
  readonly session: CalendarDate;
  /**
   * The last one that could have been the first to react: {@link session} itself, or a later one where
   * the time of day is not known.
   */
  readonly latest: CalendarDate;
  readonly basis: SessionBasis;
  /** Name of the day that is not a usual one: the closed day, or the half day that reacts; else null. */
  readonly reason: string | null;
  /** True where {@link session} closes before its usual time. */
  readonly half: boolean;
  /** False where the closures of the year are not all known, so that the session may have been one. */
  readonly covered: boolean;
}

const LAST_MINUTE = 24 * 60 - 1;

/**
 * The first session that ends after an announcement. News in a lunch break or before the open belongs
 * to the session of that day, news at its closing minute or in a closing auction after it to the next.
 *
 * Where only the zone is known the day counts from its beginning there; where neither is known, from
 * its beginning at the exchange. {@link EventSession.latest} then counts from its end.
 *
 * @returns null where it is known only to the month or vaguer
 */
export function eventSession(
  { date, precision, at }: Pick<Announcement, 'date' | 'precision' | 'at'>,
  calendar: ExchangeCalendar,
): EventSession | null {
  if (precision !== 'day') return null;
  const clock = at === null ? calendar.clock : createZoneClock(at.zone);
  const time = at?.time ?? null;
  const moment = clock.toUtc(date, time === null ? 0 : minuteOf(time));
  const session = firstSessionAfter(moment, calendar);
  const latest =
    time === null ? firstSessionAfter(clock.toUtc(date, LAST_MINUTE), calendar) : session;
  const basis = time === null ? 'date-only' : basisOf(moment, calendar);
  const told = daySchedule(calendar, basis === 'closed-day' ? dayOf(moment, calendar) : session);
  return {
    ...{ session, latest, basis },
    reason: coversDate(calendar, session) ? told.reason : null,
    half: daySchedule(calendar, session).half,
    covered: coversDate(calendar, session) && coversDate(calendar, latest),
  };
}

function firstSessionAfter(moment: number, calendar: ExchangeCalendar): CalendarDate {
  const first = nextSession(calendar, dayOf(moment, calendar));
  return sessionCloseAt(calendar, first) > moment
    ? first
    : nextSession(calendar, addDays(first, 1));
}

function basisOf(moment: number, calendar: ExchangeCalendar): SessionBasis {
  const parts = sessionHours(calendar, dayOf(moment, calendar));
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return 'closed-day';
  if (moment < first.start) return 'before-open';
  if (moment >= last.end) return 'after-close';
  return parts.some(({ start, end }) => moment >= start && moment < end) ? 'in-session' : 'lunch';
}

function dayOf(moment: number, calendar: ExchangeCalendar): CalendarDate {
  return calendar.clock.dateAt(moment);
}

/** @param time - `HH:MM` */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
