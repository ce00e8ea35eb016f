import type { Bar } from '../candle/bar-columns';
import type { CalendarDate } from '../calendar/calendar-date';
import type { InstrumentId } from '../instrument/instrument';

/**
 * What a price is worth. `closed`: the last price of a finished session; `stale`: older than the
 * last finished session, or the source no longer answers; `simulated`: made up by the simulated market.
 */
export const QUOTE_STATES = ['live', 'delayed', 'stale', 'closed', 'simulated', 'error'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

/** Where bars and quotes come from. */
export const MARKET_SOURCES = ['csv-folder', 'simulated'] as const;
export type MarketSource = (typeof MARKET_SOURCES)[number];

/** The last known price of one instrument. No price is shown without its `asOf`, `source` and `state`. */
export interface Quote {
  readonly instrument: InstrumentId;
  /** In the instrument's currency. */
  readonly price: number;
  /** Close of the session before; null where none is known. */
  readonly previousClose: number | null;
  /** UTC milliseconds. For a finished session: its close at the exchange. */
  readonly asOf: number;
  /** The session that the price belongs to. */
  readonly session: CalendarDate;
  readonly source: MarketSource;
  readonly state: QuoteState;
  /** The session's bar as far as it has come, while the session is open; null otherwise. */
  readonly openBar: Bar | null;
}

/** Change against the previous close as a fraction (0.01 is 1 %); null where it is not known. */
export function changeFraction(quote: Quote): number | null {
  return quote.previousClose ? quote.price / quote.previousClose - 1 : null;
}
