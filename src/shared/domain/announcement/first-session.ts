import { addDays, type CalendarDate } from '../calendar/calendar-date';
import { coversDate, type ExchangeCalendar, nextSession } from '../calendar/exchange-calendar';
import { exchangeDate, sessionCloseAt } from '../calendar/session-clock';
import { createZoneClock } from '../calendar/zone-clock';
import type { Announcement } from './announcement';

/**
 * The first session of an exchange that could react to an announcement: the one under way or still to
 * open at that moment, of the exchange's own date.
 *
 * @returns null where the time of day is not known, and where the calendar does not know the session
 */
export function firstSession(
  { date, at }: Pick<Announcement, 'date' | 'at'>,
  calendar: ExchangeCalendar,
): CalendarDate | null {
  if (at?.time === undefined || at.time === null) return null;
  const [hour = 0, minute = 0] = at.time.split(':').map(Number);
  const moment = createZoneClock(at.zone).toUtc(date, hour * 60 + minute);
  const day = exchangeDate(calendar, moment);
  if (!coversDate(calendar, day)) return null;
  const session = nextSession(calendar, day);
  const first =
    moment < sessionCloseAt(calendar, session)
      ? session
      : nextSession(calendar, addDays(session, 1));
  return coversDate(calendar, first) ? first : null;
}
