import { toSessionKey } from '../../../src/shared/domain/calendar/calendar-date';
import {
  type ExchangeCalendar,
  isSession,
} from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  lastSettledSession,
  sessionSettledAt,
  SETTLING_MS,
} from '../../../src/shared/domain/calendar/settled-session';
import { type Interval, INTERVAL_SECONDS } from '../../../src/shared/domain/candle/interval';

/**
 * UTC seconds of the last bar that can be final in an answer of now. Not at the close: an auction may
 * follow it, and delayed sources tell of it later still.
 *
 * @param lastRow - UTC seconds of the last row of the answer; 0 where it has none
 * @param calendar - of the instrument's exchange; undefined where it is not known
 * @param nowMs - UTC milliseconds
 */
export function lastFinalTime(
  interval: Interval,
  lastRow: number,
  calendar: ExchangeCalendar | undefined,
  nowMs: number,
): number {
  if (interval === 'D' && calendar) {
    return toSessionKey(lastSettledSession(calendar, nowMs - SETTLING_MS));
  }
  const complete = nowMs / 1000 - INTERVAL_SECONDS[interval];
  // A delayed source still works on its last bar when the clock has left that bar behind.
  return settledAt(lastRow, interval, calendar) <= nowMs
    ? complete
    : Math.min(complete, lastRow - 1);
}

/** UTC milliseconds from which on no source can still work on a bar. */
function settledAt(
  time: number,
  interval: Interval,
  calendar: ExchangeCalendar | undefined,
): number {
  const date = calendar?.clock.dateAt(time * 1000);
  const isKnown = calendar && date !== undefined && isSession(calendar, date);
  const end = isKnown
    ? sessionSettledAt(calendar, date)
    : (time + INTERVAL_SECONDS[interval]) * 1000;
  return end + SETTLING_MS;
}
