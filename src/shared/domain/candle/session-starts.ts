import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import type { BarColumns } from './bar-columns';
import { intradayPeriods } from './bar-periods';

/**
 * Times of the intraday bars that begin a session, ascending: the first bar of each date at the
 * exchange, one from before the open included.
 *
 * @param calendar - undefined where the exchange is not known: the days of UTC then count as sessions
 */
export function sessionStarts(
  bars: BarColumns,
  calendar: ExchangeCalendar | undefined,
): Float64Array {
  const findDay = intradayPeriods('D', calendar);
  const starts: number[] = [];
  let key = -Infinity;
  let end = -Infinity;
  for (let index = 0; index < bars.length; index++) {
    const time = bars.time[index] as number;
    if (time < end) continue;
    const day = findDay(time);
    if (day.key !== key) starts.push(time);
    ({ key, end } = day);
  }
  return Float64Array.from(starts);
}
