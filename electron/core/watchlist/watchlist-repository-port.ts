import type {
  Watchlist,
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import type {
  WatchlistEdit,
  WatchlistEditKind,
  WatchlistSteps,
} from '../../../src/shared/domain/watchlist/watchlist-edit';

/** What the store holds at one moment. */
export interface StoredWatchlists {
  readonly watchlists: Watchlists;
  readonly steps: WatchlistSteps;
  /** The highest identity that was ever given to a list, a section, an item or a trash entry. */
  readonly lastId: number;
}

/** One change that the service has made and checked. */
export interface NewWatchlistEdit {
  readonly kind: WatchlistEditKind;
  readonly name: string | null;
  readonly count: number;
  /** UTC milliseconds. */
  readonly at: number;
  readonly before: Watchlists;
  /** Parts that did not change are the same objects as in `before`. */
  readonly after: Watchlists;
  readonly trash: TrashChange;
  readonly lastId: number;
}

export interface TrashChange {
  readonly put: readonly Trashed[];
  /** Identities of entries that leave the trash. */
  readonly take: readonly number[];
}

/** Something in the trash, with all that was in it. */
export interface Trashed {
  readonly id: number;
  /** UTC milliseconds. */
  readonly deletedAt: number;
  readonly place: TrashPlace;
  readonly content: TrashContent;
}

export type TrashContent =
  | { readonly kind: 'list'; readonly list: Watchlist }
  | { readonly kind: 'section'; readonly section: WatchlistSection }
  | { readonly kind: 'item'; readonly item: WatchlistItem };

/** Where something stood. */
export interface TrashPlace {
  /** Null for a list. */
  readonly listId: number | null;
  /** Null for a list and a section. */
  readonly sectionId: number | null;
  /** Its neighbour before it; null where it was the first. */
  readonly afterId: number | null;
  readonly index: number;
}

/**
 * Keeps the user's lists, their history and their trash. Every call that writes is one transaction,
 * durable before it returns, and all but `purgeTrash` raise the revision by one.
 *
 * @throws what the store throws (disk full, input/output error). A change may have become durable
 * all the same: load again instead of trying again.
 */
export interface WatchlistRepository {
  load(): StoredWatchlists;

  /** Writes a change; those that were undone can then not be done again. */
  commit(edit: NewWatchlistEdit): WatchlistEdit;

  /** Puts another list on the desk; this is no step of the history. */
  choose(listId: number): void;

  /** Takes the last change back, also which list stands on the desk; null where there is none. */
  undo(): WatchlistEdit | null;

  /** Does the last undone change again, as {@link undo}. */
  redo(): WatchlistEdit | null;

  /** Newest first. What cannot be read is left out, and left alone. */
  readTrash(): readonly Trashed[];

  /** Takes away for ever what was deleted before a moment. @param before - UTC milliseconds */
  purgeTrash(before: number): void;
}
