import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { dayPhases } from '../../../src/shared/domain/calendar/day-phases';
import { previousSession } from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  exchangeDate,
  lastFinishedSession,
  sessionHours,
  sessionStateAt,
} from '../../../src/shared/domain/calendar/session-clock';
import { type Interval, INTERVAL_SECONDS } from '../../../src/shared/domain/candle/interval';
import { SETTLING_MS } from '../../../src/shared/domain/calendar/settled-session';
import type { HistoryDue } from './history-due';

/** Bars that are asked for again: the last may have been short, and the seam has to agree. */
const OVERLAP_BARS = 5;
const FASTEST_MS = 60_000;
const SLOWEST_MS = 5 * 60_000;

/** How often bars of an interval are asked for while their exchange trades. */
export function intradayPaceMs(interval: Interval): number {
  return Math.min(SLOWEST_MS, Math.max(FASTEST_MS, INTERVAL_SECONDS[interval] * 1000));
}

/**
 * Whether intraday bars are to be asked for, and from when on. While the exchange trades, and for half
 * an hour after each part of its session, in which delayed sources catch up, they are asked for at the
 * pace of their interval; then once, and not again before it opens.
 *
 * @param lastTime - UTC seconds of the last stored bar; null where none is stored
 * @param checkedAt - UTC milliseconds of the last answer; null before the first
 * @param calendar - undefined where none is known: then the exchange counts as always open
 * @param nowMs - UTC milliseconds
 * @param extended - whether the exchange counts as trading before its open and after its close too
 */
export function intradayDue(
  interval: Interval,
  lastTime: number | null,
  checkedAt: number | null,
  calendar: ExchangeCalendar | undefined,
  nowMs: number,
  extended: boolean,
): HistoryDue | null {
  const since = lastTime === null ? null : lastTime - OVERLAP_BARS * INTERVAL_SECONDS[interval];
  if (checkedAt === null) return { since };
  const activeUntil = calendar
    ? (extended ? lastExtendedAt : lastTradingAt)(calendar, nowMs) + SETTLING_MS
    : Infinity;
  const isActive = nowMs < activeUntil;
  if (isActive) return nowMs - checkedAt >= intradayPaceMs(interval) ? { since } : null;
  return checkedAt < activeUntil ? { since } : null;
}

/** UTC milliseconds of the last moment at which the exchange traded, up to now. */
function lastTradingAt(calendar: ExchangeCalendar, nowMs: number): number {
  const { session } = sessionStateAt(calendar, nowMs);
  const date = session ?? lastFinishedSession(calendar, nowMs);
  const begun = sessionHours(calendar, date).filter(({ start }) => start <= nowMs);
  return Math.min(nowMs, begun.at(-1)?.end ?? nowMs);
}

/** The same with what the exchange has around its session. */
function lastExtendedAt(calendar: ExchangeCalendar, nowMs: number): number {
  if (calendar.postMarket === null) return lastTradingAt(calendar, nowMs);
  const date = exchangeDate(calendar, nowMs);
  const traded = [previousSession(calendar, date), date]
    .flatMap((each) => dayPhases(calendar, each))
    .filter(({ phase, start }) => phase !== 'closed' && start <= nowMs);
  return Math.min(nowMs, traded.at(-1)?.end ?? nowMs);
}
