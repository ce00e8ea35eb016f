import type { Interval } from '../../../../src/shared/domain/candle/interval';
import type { NetworkSource } from '../../../../src/shared/domain/quote/quote';
import type { VenueList } from './venue-listing';
import type { VenueMarket, VenueQuestion } from './venue-question';

/** The last trade; `at` in UTC milliseconds by the venue's clock. */
export interface VenueTrade {
  readonly price: number;
  readonly at: number;
}

/**
 * What differs between crypto venues that publish candles. A code is the venue's own (`BTCUSDT`). Rows of
 * candles begin with `[start ms, open, high, low, close, volume]`.
 */
export interface KlineVenue {
  readonly source: NetworkSource;
  /** First part of the ids of its instruments (`BINANCE`). */
  readonly venue: string;
  /** Most rows of {@link newest} and of {@link page}. */
  readonly newestSize: number;
  readonly pageSize: number;
  /** The newest bars, at most `limit`, the one under way included. */
  newest(code: string, market: VenueMarket, interval: Interval, limit: number): VenueQuestion;
  /** The newest bars that begin at or before `untilMs`, at most `limit`. */
  page(
    code: string,
    market: VenueMarket,
    interval: Interval,
    untilMs: number,
    limit: number,
  ): VenueQuestion;
  /** Rows of an answer, in any order; null where it is of an unknown shape. */
  readRows(answer: unknown): readonly unknown[] | null;
  lastTrade(code: string, market: VenueMarket): VenueQuestion;
  /**
   * Null where there was none.
   *
   * @throws where the answer is of an unknown shape
   */
  readTrade(answer: unknown): VenueTrade | null;
  readonly lists: readonly VenueList[];
  readonly socket: VenueSocket;
}

/** How a venue streams the day's candle. */
export interface VenueSocket {
  connection(market: VenueMarket): VenueQuestion;
  /** As in `StreamSocketRequest`. */
  readonly keepAlive: { readonly message: string | null; readonly everyMs: number };
  /** What to send to hear of these instruments, or to hear of them no longer. */
  request(
    action: 'subscribe' | 'unsubscribe',
    codes: readonly string[],
    market: VenueMarket,
  ): string;
  /** Null for a frame that says nothing of an instrument. */
  readFrame(text: string): VenueFrame | null;
}

export type VenueFrame =
  | {
      /** Somebody traded. */
      readonly kind: 'candle';
      readonly code: string;
      readonly row: readonly unknown[];
      /** UTC milliseconds of the event, by the venue's clock. */
      readonly at: number;
    }
  | {
      /** Candles as they stand, whenever their last trade was. */
      readonly kind: 'history';
      readonly code: string;
      readonly rows: readonly unknown[];
    }
  | { readonly kind: 'refused'; readonly code: string };
