import type { Watchlists } from './watchlist';
import type { ItemDetails } from './watchlist-document';
import type { WatchlistEdit, WatchlistSteps } from './watchlist-edit';

/** The lists and what can be taken back, both of one moment. */
export interface WatchlistsNow {
  readonly watchlists: Watchlists;
  readonly steps: WatchlistSteps;
}

export type WatchlistResult =
  | {
      readonly ok: true;
      readonly now: WatchlistsNow;
      /** Identities of what is new: lists, sections or items, in their order. */
      readonly added: readonly number[];
      /** How many of several were left out, because the section has their symbol. */
      readonly leftOut: number;
    }
  | { readonly ok: false; readonly reason: WatchlistRefusal };

export type WatchlistRefusal =
  | 'unknown-list'
  | 'unknown-section'
  | 'unknown-item'
  /** It is not in the trash any more. */
  | 'unknown-trash'
  | 'already-listed'
  | 'last-list'
  /** A list, its sections, the number of lists, of all items or of stars is at its limit. */
  | 'list-full'
  /** The order names other items than the section has. */
  | 'other-items';

/** What was taken back or done again; null where there was nothing. */
export interface WatchlistStep {
  readonly now: WatchlistsNow;
  readonly edit: WatchlistEdit | null;
}

/** Fields of an item's details that are to change; those that are left out stay. */
export type DetailsPatch = {
  readonly [Field in keyof ItemDetails]?: ItemDetails[Field] | undefined;
};

/** What became of a document that was taken in. */
export type DocumentResult =
  | {
      readonly ok: true;
      readonly now: WatchlistsNow;
      readonly listId: number;
      /** New lines. */
      readonly added: number;
      /** Lines whose section had their symbol: what they say was added to what it said. */
      readonly merged: number;
    }
  | { readonly ok: false; readonly reason: WatchlistRefusal };

/** Where a document goes: a new list at the end, into a list, or in the place of its content. */
export type DocumentTarget =
  | { readonly kind: 'new' }
  | { readonly kind: 'merge'; readonly listId: number }
  | { readonly kind: 'replace'; readonly listId: number };
