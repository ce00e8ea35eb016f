import type { VenueMarket, VenueQuestion } from './venue-question';

/** What a venue says of one thing that is traded there. */
export interface VenueListing {
  readonly market: VenueMarket;
  /** `AAPLUSDT`. */
  readonly code: string;
  /** `AAPL`, and what it is paid in: `USDT`. */
  readonly base: string;
  readonly quote: string;
  /** Decimals of its prices; null where the venue does not say. */
  readonly priceDecimals: number | null;
}

/** One list of a venue. */
export interface VenueList {
  readonly question: VenueQuestion;
  /**
   * What is traded now; the rest of the answer is let go of.
   *
   * @throws where the answer is of an unknown shape
   */
  read(answer: unknown): readonly VenueListing[];
}
