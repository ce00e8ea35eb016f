import { isCalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import type { Bar } from '../../../src/shared/domain/candle/bar-columns';
import type { ProviderQuote } from '../market/market-data-provider-port';

/** Clocks differ; what is stamped later than this cannot be the last price. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** False for what no price can be like. */
export function canBeQuote(quote: ProviderQuote, nowMs: number): boolean {
  const { price, previousClose, asOf, session, delayMinutes, openBar } = quote;
  return (
    isPositive(price) &&
    (previousClose === null || isPositive(previousClose)) &&
    isPositive(asOf) &&
    asOf <= nowMs + CLOCK_TOLERANCE_MS &&
    isCalendarDate(session) &&
    (delayMinutes === null || (Number.isFinite(delayMinutes) && delayMinutes >= 0)) &&
    (openBar === null || canBeBar(openBar))
  );
}

function canBeBar({ time, open, high, low, close, volume }: Bar): boolean {
  return (
    Number.isFinite(time) &&
    isPositive(low) &&
    low <= Math.min(open, close) &&
    high >= Math.max(open, close) &&
    Number.isFinite(high) &&
    Number.isFinite(volume) &&
    volume >= 0
  );
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}
