import { toDate } from '../../../src/shared/domain/calendar/calendar-date';
import {
  type ExchangeCalendar,
  isSession,
} from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  lastFinishedSession,
  sessionCloseAt,
} from '../../../src/shared/domain/calendar/session-clock';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import type { SeriesSummary } from '../cache/series-repository';

const MINUTES_PER_DAY = 1440;
const MS_PER_DAY = 86_400_000;

/**
 * The quote that the last stored bar stands for: `closed` where the bar is that of the exchange's
 * last finished session, else `stale`.
 *
 * `asOf` is the close of the bar's session at its exchange, and never later than now. Bars of days
 * that the calendar takes for closed (its knowledge of earlier years has holes) get the regular
 * close of that day, and where there is no calendar, the end of the day in UTC.
 */
export function storedQuote(
  series: SeriesSummary,
  calendar: ExchangeCalendar | undefined,
  nowMs: number,
): Quote {
  const { lastBar } = series;
  const session = toDate(lastBar.time);
  const isLast = calendar !== undefined && session === lastFinishedSession(calendar, nowMs);
  return {
    instrument: series.instrument,
    price: lastBar.close,
    previousClose: series.previousClose,
    asOf: Math.min(nowMs, closeOf(session, lastBar.time, calendar)),
    session,
    source: series.source,
    state: isLast ? 'closed' : 'stale',
    currency: series.currency,
    delayMinutes: null,
    openBar: null,
    dispute: null,
  };
}

function closeOf(session: string, time: number, calendar: ExchangeCalendar | undefined): number {
  if (!calendar) return time * 1000 + MS_PER_DAY;
  if (isSession(calendar, session)) return sessionCloseAt(calendar, session);
  return calendar.clock.toUtc(session, calendar.regular.at(-1)?.closeMinute ?? MINUTES_PER_DAY);
}
