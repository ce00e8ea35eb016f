import type { ProviderQuote } from '../../../core/market/market-data-provider-port';
import { toDate } from '../../../../src/shared/domain/calendar/calendar-date';
import type { Bar } from '../../../../src/shared/domain/candle/bar-columns';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import type { VenueTrade } from './kline-venue';
import { venueCode } from './venue-code';

/** Clocks of this machine are wrong by minutes or hours; what is stamped later still is no time. */
const LARGEST_SKEW_MS = 86_400_000;

/** The price that the day's candle closes at so far. Days are those of UTC. */
export function quoteOfCandle(
  instrument: InstrumentId,
  previousClose: number | null,
  today: Bar,
  asOf: number,
): ProviderQuote {
  return {
    instrument,
    price: today.close,
    previousClose,
    currency: quoteCurrency(venueCode(splitInstrumentId(instrument).code)),
    asOf,
    session: toDate(Math.floor(today.time / 86_400) * 86_400),
    delayMinutes: 0,
    openBar: today,
  };
}

/** The candle with a trade that was asked for after it, and may not be in it yet. */
export function withTrade(today: Bar, { price, at }: VenueTrade): Bar {
  if (at < today.time * 1000) return today;
  const high = Math.max(today.high, price);
  const low = Math.min(today.low, price);
  return { ...today, high, low, close: price };
}

/**
 * A venue's stamp on a machine whose clock may be slow: nothing was traded later than it was heard of. A
 * stamp that no wrong clock explains stays as it is, for others to refuse.
 *
 * @returns UTC milliseconds
 */
export function boundedStamp(at: number, nowMs: number): number {
  return at > nowMs && at - nowMs < LARGEST_SKEW_MS ? nowMs : at;
}

/** `BTCUSDT` is quoted in USDT; null for a pair whose money is not known. */
function quoteCurrency(code: string): string | null {
  return ['USDT', 'USDC', 'USD'].find((currency) => code.endsWith(currency)) ?? null;
}
