import type { FetchedBars } from './bars-store-port';

/** Orders to whoever keeps the bars of the network. */
export interface HistoryGateway {
  /** Checks, merges and stores; answered by `HistoryRefreshService.barsStored`. */
  storeBars(bars: FetchedBars): void;
}
