/** One market of a venue: coins for money, or perpetuals on coins and shares. */
export type VenueMarket = 'spot' | 'perpetual';

/** Name of the address, and path and query. */
export interface VenueQuestion {
  readonly address: string;
  readonly path: string;
}
