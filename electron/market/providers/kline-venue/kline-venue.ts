import type { Interval } from '../../../../src/shared/domain/candle/interval';
import type { NetworkSource } from '../../../../src/shared/domain/quote/quote';

/** One market of a venue: coins for money, or perpetuals on shares. */
export type VenueMarket = 'spot' | 'perpetual';

/** One question for bars; rows begin with `[start ms, open, high, low, close, volume]`. */
export interface KlineQuestion {
  readonly address: string;
  readonly path: string;
}

/** What differs between crypto venues that publish candles. */
export interface KlineVenue {
  readonly source: NetworkSource;
  /** First part of the ids of its instruments (`BINANCE`). */
  readonly venue: string;
  /** The newest bars, at most `limit`, the one under way included. */
  newest(code: string, market: VenueMarket, interval: Interval, limit: number): KlineQuestion;
  /** The page of bars that begins at or ends at `atMs`, as {@link pagesForward} says. */
  page(code: string, market: VenueMarket, interval: Interval, atMs: number): KlineQuestion;
  readonly pagesForward: boolean;
  readonly pageSize: number;
  /** Rows of an answer, in any order; null where it is of an unknown shape. */
  readRows(answer: unknown): readonly unknown[] | null;
  readonly socket: VenueSocket;
}

/** How a venue streams the day's candle. */
export interface VenueSocket {
  /** Name of the address, and the path. */
  connection(market: VenueMarket): { readonly address: string; readonly path: string };
  readonly keepAlive: { readonly message: string; readonly everyMs: number } | null;
  /** What to send to hear of these instruments, or to hear of them no longer. */
  request(
    action: 'subscribe' | 'unsubscribe',
    codes: readonly string[],
    market: VenueMarket,
  ): string;
  /** Null for a frame that is no candle. */
  readFrame(text: string): VenueCandle | null;
}

export interface VenueCandle {
  readonly code: string;
  /** As in {@link KlineQuestion}. */
  readonly row: readonly unknown[];
  /** UTC milliseconds of the event. */
  readonly at: number;
}
