import { toDate, toSessionKey } from '../calendar/calendar-date';
import { type ExchangeCalendar, isSession } from '../calendar/exchange-calendar';
import { sessionOpenAt } from '../calendar/session-clock';
import { type ChartInterval, isIntraday } from '../candle/interval';

/**
 * Where a time of a chart of one interval stands on a chart of another. From minutes to days it is the
 * session of its date at the exchange; from days to minutes the open of that session. Else it stays:
 * the bar that it stands on is the last one that does not begin after it.
 *
 * @param time - UTC seconds, see `BarColumns.time`
 * @param calendar - undefined where the exchange is not known: the days of UTC then count as sessions
 */
export function shownTime(
  time: number,
  drawnIn: ChartInterval,
  shownIn: ChartInterval,
  calendar: ExchangeCalendar | undefined,
): number {
  if (isIntraday(drawnIn) === isIntraday(shownIn)) return time;
  if (isIntraday(drawnIn)) {
    return toSessionKey(calendar ? calendar.clock.dateAt(time * 1000) : toDate(time));
  }
  if (!calendar) return time;
  const date = toDate(time);
  return (
    (isSession(calendar, date) ? sessionOpenAt(calendar, date) : calendar.clock.toUtc(date, 0)) /
    1000
  );
}
