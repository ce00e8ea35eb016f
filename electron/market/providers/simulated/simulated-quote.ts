import { toDate } from '../../../../src/shared/domain/calendar/calendar-date';
import type { ExchangeCalendar } from '../../../../src/shared/domain/calendar/exchange-calendar';
import {
  sessionCloseAt,
  sessionHours,
  sessionProgress,
  sessionStateAt,
} from '../../../../src/shared/domain/calendar/session-clock';
import { barAt } from '../../../../src/shared/domain/candle/bar-columns';
import type { Instrument } from '../../../../src/shared/domain/instrument/instrument';
import type { ProviderQuote } from '../../../core/market/market-data-provider-port';
import { sessionSoFar } from '../../../../src/shared/domain/simulation/session-so-far';
import { simulateSession } from '../../../../src/shared/domain/simulation/simulate-history';
import type { SimulatedSeries } from '../../../../src/shared/domain/simulation/simulated-market';

export interface SimulatedMarketOf {
  readonly instrument: Instrument;
  readonly calendar: ExchangeCalendar;
  /** Up to the last session that has finished. */
  readonly series: SimulatedSeries;
  readonly seed: string;
}

/** Null before the instrument's first trading day. */
export function simulatedQuote(market: SimulatedMarketOf, nowMs: number): ProviderQuote | null {
  const { session } = sessionStateAt(market.calendar, nowMs);
  return session === null ? finishedQuote(market) : runningQuote(market, session, nowMs);
}

function runningQuote(
  { instrument, calendar, series, seed }: SimulatedMarketOf,
  session: string,
  nowMs: number,
): ProviderQuote | null {
  if (instrument.listedOn !== null && session < instrument.listedOn) return null;
  const whole = simulateSession(instrument, series.next, session, seed);
  const openBar = sessionSoFar(whole, sessionProgress(calendar, session, nowMs));
  return {
    instrument: instrument.id,
    price: openBar.close,
    previousClose: whole.previousClose,
    asOf: lastTradeAt(calendar, session, nowMs),
    session,
    currency: instrument.currency,
    delayMinutes: 0,
    openBar,
  };
}

function finishedQuote({
  instrument,
  calendar,
  series: { bars },
}: SimulatedMarketOf): ProviderQuote | null {
  const last = barAt(bars, bars.length - 1);
  if (!last) return null;
  const session = toDate(last.time);
  return {
    instrument: instrument.id,
    price: last.close,
    previousClose: barAt(bars, bars.length - 2)?.close ?? null,
    asOf: sessionCloseAt(calendar, session),
    session,
    currency: instrument.currency,
    delayMinutes: 0,
    openBar: null,
  };
}

/** Now, or the beginning of the break that the session is in. */
function lastTradeAt(calendar: ExchangeCalendar, session: string, nowMs: number): number {
  const begun = sessionHours(calendar, session).filter(({ start }) => start <= nowMs);
  return Math.min(nowMs, begun.at(-1)?.end ?? nowMs);
}
