import { addDays, toSessionKey, weekdayOf } from '../../calendar/calendar-date';
import {
  type ExchangeCalendar,
  nextSession,
  sessionsBetween,
} from '../../calendar/exchange-calendar';
import { exchangeDate, sessionHours } from '../../calendar/session-clock';
import { sessionSettledAt } from '../../calendar/settled-session';
import { type ChartInterval, INTRADAY_SECONDS, isIntraday } from '../../candle/interval';
import type { InstrumentId } from '../../instrument/instrument';
import { type BarSpan, type BarSpans, clockSpans } from './bar-spans';

/**
 * Bars by the sessions of the exchange, as on the charts: counting begins with each continuous trading
 * period, and the last price of the closing auction belongs to the last bar. By the clock of UTC where
 * the exchange is not known, and out of its hours.
 */
export function calendarSpans(
  calendarOf: (instrument: InstrumentId) => ExchangeCalendar | undefined,
): BarSpans {
  return (instrument, interval, at) => {
    const calendar = calendarOf(instrument);
    if (calendar === undefined) return clockSpans(instrument, interval, at);
    return spanOf(calendar, instrument, interval, at);
  };
}

function spanOf(
  calendar: ExchangeCalendar,
  instrument: InstrumentId,
  interval: ChartInterval,
  at: number,
): BarSpan {
  if (isIntraday(interval)) {
    const inside = intradaySpan(calendar, INTRADAY_SECONDS[interval] * 1000, at);
    return inside ?? clockSpans(instrument, interval, at);
  }
  const date = nextSession(calendar, exchangeDate(calendar, at));
  const session =
    at <= sessionSettledAt(calendar, date) ? date : nextSession(calendar, addDays(date, 1));
  const [from, to] = periodOf(interval, session);
  const last = sessionsBetween(calendar, from, to).at(-1) ?? session;
  const first = sessionsBetween(calendar, from, to)[0] ?? session;
  // The price of the close itself still belongs to it.
  return { start: toSessionKey(first) * 1000, end: sessionSettledAt(calendar, last) + 1 };
}

/** The days that may belong to a bar of a session. */
function periodOf(interval: ChartInterval, session: string): readonly [string, string] {
  if (interval === 'W') {
    const monday = addDays(session, -((weekdayOf(session) + 6) % 7));
    return [monday, addDays(monday, 6)];
  }
  if (interval !== 'M') return [session, session];
  return [`${session.slice(0, 8)}01`, addDays(`${nextMonth(session)}-01`, -1)];
}

function nextMonth(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
}

/** Null out of continuous trading and its auctions. */
function intradaySpan(calendar: ExchangeCalendar, lengthMs: number, at: number): BarSpan | null {
  const date = exchangeDate(calendar, at);
  const parts = sessionHours(calendar, date);
  for (const [index, { start, end }] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const reach = isLast ? sessionSettledAt(calendar, date) : end;
    if (at < start || at > reach) continue;
    const bars = Math.floor((Math.min(at, end - 1) - start) / lengthMs);
    const barEnd = start + (bars + 1) * lengthMs;
    return { start: start + bars * lengthMs, end: barEnd >= end ? reach + 1 : barEnd };
  }
  return null;
}
