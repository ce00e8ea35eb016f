import { addDays, type CalendarDate, toDate } from '../calendar/calendar-date';
import { type ExchangeCalendar, isSession, sessionsBetween } from '../calendar/exchange-calendar';
import { sessionSettledAt } from '../calendar/settled-session';
import { dayPeriod, intradayPeriods, monthPeriod, weekPeriod } from '../candle/bar-periods';
import { type ChartInterval, isIntraday } from '../candle/interval';

const SECONDS_PER_DAY = 86_400;
const MS_PER_HOUR = 3_600_000;
/** The last place of the earth at which a date ends is so many hours behind UTC. */
const LAST_ZONE_HOURS = 12;

/** Tells when a bar is complete. @param time - as in `BarColumns.time` @returns UTC milliseconds */
export type BarClose = (time: number) => number;

/**
 * When the bars of an interval are complete: nothing that trades afterwards changes them, and nothing
 * of them that is shown earlier is known then.
 *
 * An intraday bar ends with its period, the last one of a session with the closing auction. A day ends
 * when its last price is made; a week and a month with the last session that the calendar has in them,
 * whether or not the series has a bar of it. A day on which the calendar has no session ends with its
 * date. Where the exchange is not known, a date ends when it has ended everywhere on earth.
 *
 * @param calendar - of the instrument's exchange; null where it is not known
 */
export function barCloses(interval: ChartInterval, calendar: ExchangeCalendar | null): BarClose {
  if (isIntraday(interval)) {
    const periodOf = intradayPeriods(interval, calendar ?? undefined);
    return (time) => periodOf(time).end * 1000;
  }
  const periodOf = interval === 'D' ? dayPeriod : interval === 'W' ? weekPeriod : monthPeriod;
  return (time) => {
    const lastDate = toDate(periodOf(time).end - SECONDS_PER_DAY);
    if (!calendar) return endEverywhere(lastDate);
    return dateCloses(calendar, sessionsBetween(calendar, toDate(time), lastDate).at(-1), time);
  };
}

function dateCloses(
  calendar: ExchangeCalendar,
  lastSession: CalendarDate | undefined,
  time: number,
): number {
  const date = lastSession ?? toDate(time);
  return isSession(calendar, date)
    ? sessionSettledAt(calendar, date)
    : calendar.clock.toUtc(addDays(date, 1), 0);
}

function endEverywhere(date: CalendarDate): number {
  return Date.parse(`${addDays(date, 1)}T00:00:00Z`) + LAST_ZONE_HOURS * MS_PER_HOUR;
}
