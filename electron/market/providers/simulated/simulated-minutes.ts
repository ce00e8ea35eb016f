import { type CalendarDate, toDate } from '../../../../src/shared/domain/calendar/calendar-date';
import { previousSession } from '../../../../src/shared/domain/calendar/exchange-calendar';
import {
  sessionHours,
  sessionProgress,
  sessionStateAt,
} from '../../../../src/shared/domain/calendar/session-clock';
import type { BarColumns } from '../../../../src/shared/domain/candle/bar-columns';
import { joinBars } from '../../../../src/shared/domain/candle/join-bars';
import { sessionMinutes } from '../../../../src/shared/domain/simulation/session-minutes';
import {
  simulateHistory,
  simulateSession,
} from '../../../../src/shared/domain/simulation/simulate-history';
import type { SimulationState } from '../../../../src/shared/domain/simulation/simulated-market';
import type { SimulatedMarketOf } from './simulated-quote';

/** Minutes of the newest finished sessions, and the state of the market behind them. */
export interface FinishedMinutes {
  readonly bars: BarColumns;
  readonly next: SimulationState;
}

/**
 * The minutes of the newest `count` sessions that have finished, which are the sessions of the daily
 * history seen closer.
 */
export function finishedMinutes(
  { instrument, calendar, series, seed }: SimulatedMarketOf,
  count: number,
): FinishedMinutes {
  const daily = series.bars;
  const first = Math.max(0, daily.length - count);
  if (daily.length === 0) return { bars: joinBars([]), next: series.next };
  const before = previousSession(calendar, toDate(daily.time[first] as number));
  let state = simulateHistory(instrument, calendar, before, seed).next;
  const parts: BarColumns[] = [];
  for (let index = first; index < daily.length; index += 1) {
    const date = toDate(daily.time[index] as number);
    const session = simulateSession(instrument, state, date, seed);
    parts.push(sessionMinutes(session, sessionHours(calendar, date), 1));
    state = session.next;
  }
  return { bars: joinBars(parts), next: state };
}

/** The minutes of the session under way as far as it has come; none while the exchange is closed. */
export function runningMinutes(
  { instrument, calendar, seed }: SimulatedMarketOf,
  next: SimulationState,
  nowMs: number,
): BarColumns {
  const session = sessionStateAt(calendar, nowMs).session;
  if (session === null || isBeforeListing(instrument.listedOn, session)) return joinBars([]);
  const whole = simulateSession(instrument, next, session, seed);
  const progress = sessionProgress(calendar, session, nowMs);
  return sessionMinutes(whole, sessionHours(calendar, session), progress);
}

function isBeforeListing(listedOn: CalendarDate | null, session: CalendarDate): boolean {
  return listedOn !== null && session < listedOn;
}
