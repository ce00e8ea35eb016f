import type { Watchlist } from '../../../src/shared/domain/watchlist/watchlist';

/** What became of a command. `itemId` names the item that was added. */
export type WatchlistResult =
  | { readonly ok: true; readonly watchlist: Watchlist; readonly itemId?: number }
  | { readonly ok: false; readonly reason: WatchlistRefusal };

export type WatchlistRefusal =
  'unknown-section' | 'unknown-item' | 'already-listed' | 'section-not-empty' | 'list-full';
