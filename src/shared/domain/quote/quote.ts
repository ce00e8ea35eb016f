import type { Bar } from '../candle/bar-columns';
import type { CalendarDate } from '../calendar/calendar-date';
import type { InstrumentId } from '../instrument/instrument';

/**
 * What a price is worth. `live`: of this moment; `delayed`: the source lags, see
 * {@link Quote.delayMinutes}; `closed`: the last price of a finished session; `stale`: older than the
 * last finished session, or the source no longer answers; `simulated`: made up by the simulated
 * market; `error`: the source answers and what it says cannot be a price.
 */
export const QUOTE_STATES = ['live', 'delayed', 'stale', 'closed', 'simulated', 'error'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

/** Sources that answer over the network. */
export const NETWORK_SOURCES = [
  'yahoo',
  'tencent',
  'sina',
  'twse-mis',
  'bitget',
  'binance',
  'twelve-data',
  'finnhub',
  'tiingo',
] as const;
export type NetworkSource = (typeof NETWORK_SOURCES)[number];

/** Where bars and quotes come from. `csv-file`: imported by hand; `csv-folder`: a watched folder. */
export const MARKET_SOURCES = ['csv-file', 'csv-folder', 'simulated', ...NETWORK_SOURCES] as const;
export type MarketSource = (typeof MARKET_SOURCES)[number];

/**
 * The last known price of one instrument. No price is shown without its `asOf`, `source` and `state`.
 * Its venue is the first part of the instrument's id.
 */
export interface Quote {
  readonly instrument: InstrumentId;
  /** In {@link currency}. */
  readonly price: number;
  /** Close of the session before; null where none is known. */
  readonly previousClose: number | null;
  /** As the source states it (`HKD`, `GBp`, `USDT`); null where it states none: then the instrument's. */
  readonly currency: string | null;
  /** UTC milliseconds, the source's own stamp. For a finished session: its close at the exchange. */
  readonly asOf: number;
  /** The session that the price belongs to. */
  readonly session: CalendarDate;
  readonly source: MarketSource;
  readonly state: QuoteState;
  /** Minutes by which the source lags; 0 where it does not, null where that is not known. */
  readonly delayMinutes: number | null;
  /** The session's bar as far as it has come, as long as it is not part of the stored bars; else null. */
  readonly openBar: Bar | null;
  /** What another source says at the same time, where the two differ by more than a margin; else null. */
  readonly dispute: QuoteDispute | null;
}

/** A second opinion that contradicts. Shown beside the price, never averaged into it. */
export interface QuoteDispute {
  readonly source: MarketSource;
  readonly price: number;
  /** UTC milliseconds. */
  readonly asOf: number;
}

/** Change against the previous close as a fraction (0.01 is 1 %); null where it is not known. */
export function changeFraction(quote: Pick<Quote, 'price' | 'previousClose'>): number | null {
  return quote.previousClose ? quote.price / quote.previousClose - 1 : null;
}
