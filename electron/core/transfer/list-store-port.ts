import type { WatchlistDocument } from '../../../src/shared/domain/watchlist/watchlist-document';

export type ListImport =
  | {
      readonly ok: true;
      readonly listId: number;
      readonly name: string;
      /** Items that were not there before. */
      readonly added: number;
    }
  /** Nothing was changed. */
  | { readonly ok: false; readonly reason: 'list-full' | 'unknown-list' };

/** Where lists come from and go to as a whole. */
export interface ListStore {
  /** In one step, which one undo takes back. @param into - null for a new list */
  importList(document: WatchlistDocument, into: number | null): ListImport;
  /** Null where there is no such list. */
  exportList(listId: number): WatchlistDocument | null;
}
