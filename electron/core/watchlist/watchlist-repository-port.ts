import type { Watchlist } from '../../../src/shared/domain/watchlist/watchlist';

/**
 * One edit that the service has checked: identities exist and positions are in range. A position is
 * the index that the item or section has afterwards, counted from 0; the others make room.
 */
export type WatchlistChange =
  | {
      readonly kind: 'add-item';
      readonly sectionId: number;
      readonly symbol: string;
      readonly position: number;
    }
  | { readonly kind: 'remove-item'; readonly itemId: number }
  | {
      readonly kind: 'move-item';
      readonly itemId: number;
      readonly sectionId: number;
      readonly position: number;
    }
  | { readonly kind: 'add-section'; readonly name: string; readonly position: number }
  | { readonly kind: 'rename-section'; readonly sectionId: number; readonly name: string }
  | { readonly kind: 'move-section'; readonly sectionId: number; readonly position: number }
  | { readonly kind: 'remove-section'; readonly sectionId: number };

/** Keeps the user's watchlist. Identities are never used twice. */
export interface WatchlistRepository {
  /** The stored list: sections and items in the user's order. */
  load(): Watchlist;

  /**
   * Writes one edit and raises the list's revision by one, both or neither, durably before it
   * returns.
   *
   * @returns the identity of an added item or section, otherwise null
   * @throws what the store throws (disk full, input/output error). The edit may have become durable
   * all the same: load again instead of trying again.
   */
  apply(change: WatchlistChange): number | null;
}
