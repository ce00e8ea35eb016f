import type { SeedList, SeedSection } from './watchlist';

/** Days for which what was deleted can be fetched back. */
export const TRASH_DAYS = 30;

/** Something that was deleted and can be fetched back. */
export interface TrashEntry {
  readonly id: number;
  readonly kind: 'list' | 'section' | 'item';
  /** What it was called, for an item its symbol; null where it has the name of its `seed`. */
  readonly name: string | null;
  readonly seed: SeedList | SeedSection | null;
  /** Instruments in it; 1 for an item. */
  readonly items: number;
  /** UTC milliseconds. */
  readonly deletedAt: number;
}
