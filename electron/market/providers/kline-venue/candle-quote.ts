import type { ProviderQuote } from '../../../core/market/market-data-provider-port';
import { toDate } from '../../../../src/shared/domain/calendar/calendar-date';
import type { Bar } from '../../../../src/shared/domain/candle/bar-columns';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';

/**
 * The price that the day's candle closes at so far. Days are those of UTC; the close before is that of
 * the candle of the day before. Where only the day's candle is known, its open stands for it: the venue
 * trades without a pause, so the two lie one trade apart.
 */
export function quoteOfCandles(
  instrument: InstrumentId,
  dayBefore: Bar | null,
  today: Bar,
  asOf: number,
): ProviderQuote {
  return {
    instrument,
    price: today.close,
    previousClose: dayBefore?.close ?? today.open,
    currency: quoteCurrency(splitInstrumentId(instrument).code),
    asOf,
    session: toDate(Math.floor(today.time / 86_400) * 86_400),
    delayMinutes: 0,
    openBar: today,
  };
}

/** `BTCUSDT` is quoted in USDT; null for a pair whose money is not known. */
function quoteCurrency(code: string): string | null {
  return ['USDT', 'USDC', 'USD'].find((currency) => code.endsWith(currency)) ?? null;
}
