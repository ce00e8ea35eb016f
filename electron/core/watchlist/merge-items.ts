import { isSameDetails, mergeDetails } from '../../../src/shared/domain/watchlist/item-details';
import type {
  WatchlistItem,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import { withItemsAt } from './editing';

export interface MergedItems {
  readonly section: WatchlistSection;
  /** Those that are new in the section. */
  readonly added: readonly WatchlistItem[];
  /** How many had their symbol there already: what they say was added to what it said. */
  readonly merged: number;
}

/** Puts items into a section, which holds each symbol once. @param position - of the first new one */
export function mergeItems(
  section: WatchlistSection,
  items: readonly WatchlistItem[],
  position: number,
): MergedItems {
  const bySymbol = new Map(section.items.map((item) => [item.symbol, item]));
  const known = new Set(bySymbol.keys());
  let merged = 0;
  for (const item of items) {
    const old = bySymbol.get(item.symbol);
    if (old) merged += 1;
    bySymbol.set(item.symbol, old ? mergeItem(old, item) : item);
  }
  const inPlace = section.items.map((item) => bySymbol.get(item.symbol) ?? item);
  const isSame = inPlace.every((item, index) => item === section.items[index]);
  const old = isSame ? section : { ...section, items: inPlace };
  const added = [...bySymbol.values()].filter(({ symbol }) => !known.has(symbol));
  return { section: added.length > 0 ? withItemsAt(old, position, added) : old, added, merged };
}

function mergeItem(old: WatchlistItem, more: WatchlistItem): WatchlistItem {
  const details = mergeDetails(old, more);
  return isSameDetails(details, old) ? old : { ...old, ...details };
}
