import type {
  Watchlist,
  WatchlistItem,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';

/** Where an item stands. */
export interface ItemPlace {
  readonly item: WatchlistItem;
  readonly section: WatchlistSection;
  /** Index of the item in its section. */
  readonly position: number;
}

export function findSection(list: Watchlist, sectionId: number): WatchlistSection | undefined {
  return list.sections.find((section) => section.id === sectionId);
}

export function findItem(list: Watchlist, itemId: number): ItemPlace | undefined {
  for (const section of list.sections) {
    const position = section.items.findIndex((item) => item.id === itemId);
    const item = section.items[position];
    if (item !== undefined) return { item, section, position };
  }
  return undefined;
}

export function isListed(section: WatchlistSection, symbol: string): boolean {
  return section.items.some((item) => item.symbol === symbol);
}

export function countItems(list: Watchlist): number {
  return list.sections.reduce((count, section) => count + section.items.length, 0);
}
