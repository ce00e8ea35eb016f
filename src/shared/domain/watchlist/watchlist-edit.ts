/** Every kind of change that can be taken back. */
export const WATCHLIST_EDIT_KINDS = [
  'add-list',
  'rename-list',
  'move-list',
  'copy-list',
  'remove-list',
  'add-section',
  'rename-section',
  'move-section',
  'remove-section',
  'sort-section',
  'add-items',
  'copy-items',
  'move-items',
  'remove-items',
  'set-note',
  'set-flags',
  'set-targets',
  'set-lots',
  'set-details',
  'star',
  'unstar',
  'import',
  'replace',
  'restore',
  'empty-trash',
] as const;
export type WatchlistEditKind = (typeof WATCHLIST_EDIT_KINDS)[number];

/** What a change is called: the page makes a sentence of it. */
export interface WatchlistEdit {
  readonly id: number;
  readonly kind: WatchlistEditKind;
  /** The name or the symbol that it concerned; null where there were several, or a translated name. */
  readonly name: string | null;
  /** How many lists, sections or items it concerned. */
  readonly count: number;
  /** UTC milliseconds. */
  readonly at: number;
}

/** What can be taken back and done again; null where there is nothing. */
export interface WatchlistSteps {
  readonly undo: WatchlistEdit | null;
  readonly redo: WatchlistEdit | null;
}
