import type {
  Watchlist,
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../../src/shared/domain/watchlist/watchlist';
import type { WatchlistsNow } from '../../src/shared/domain/watchlist/watchlist-answer';
import { type ItemDetails, NO_DETAILS } from '../../src/shared/domain/watchlist/watchlist-document';

export function itemOf(
  id: number,
  symbol: string,
  more: Partial<ItemDetails & Pick<WatchlistItem, 'written'>> = {},
): WatchlistItem {
  return { id, symbol, written: null, ...NO_DETAILS, ...more };
}

export function sectionOf(
  id: number,
  name: string | null,
  items: readonly WatchlistItem[] = [],
): WatchlistSection {
  return { id, name, seed: null, items };
}

export function listOf(
  id: number,
  name: string | null,
  sections: readonly WatchlistSection[] = [],
): Watchlist {
  return { id, name, seed: null, sections };
}

/** The first list is the one on the desk. */
export function listsOf(revision: number, ...lists: readonly Watchlist[]): Watchlists {
  return { revision, lists, openListId: lists[0]?.id ?? 0, starred: [] };
}

/** Lists without a history. */
export function nowOf(watchlists: Watchlists): WatchlistsNow {
  return { watchlists, steps: { undo: null, redo: null } };
}

/** One list of one section, as main would tell it. */
export function nowWith(revision: number, ...symbols: readonly string[]): WatchlistsNow {
  const items = symbols.map((symbol, index) => itemOf(100 + index, symbol));
  return nowOf(listsOf(revision, listOf(1, 'Mine', [sectionOf(10, 'A', items)])));
}
