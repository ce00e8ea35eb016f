import type {
  Watchlist,
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';

export interface SectionPlace {
  readonly list: Watchlist;
  readonly section: WatchlistSection;
  /** Index of the section in its list. */
  readonly index: number;
}

/** Where an item stands. */
export interface ItemPlace {
  readonly list: Watchlist;
  readonly section: WatchlistSection;
  readonly item: WatchlistItem;
  /** Index of the item in its section. */
  readonly position: number;
}

export function findList({ lists }: Watchlists, listId: number): Watchlist | undefined {
  return lists.find(({ id }) => id === listId);
}

export function findSection({ lists }: Watchlists, sectionId: number): SectionPlace | undefined {
  for (const list of lists) {
    const index = list.sections.findIndex(({ id }) => id === sectionId);
    const section = list.sections[index];
    if (section) return { list, section, index };
  }
  return undefined;
}

/** Each item once, in the order of the identities; null where one of them is not there. */
export function findItems(
  { lists }: Watchlists,
  itemIds: readonly number[],
): readonly ItemPlace[] | null {
  const wanted = new Map<number, ItemPlace | null>(itemIds.map((id) => [id, null]));
  for (const list of lists) {
    for (const section of list.sections) {
      section.items.forEach((item, position) => {
        if (wanted.has(item.id)) wanted.set(item.id, { list, section, item, position });
      });
    }
  }
  const places = [...wanted.values()].filter((place) => place !== null);
  return places.length === wanted.size ? places : null;
}

/** Symbols of the list on the desk, then the starred ones, each once: what somebody looks at. */
export function watchedSymbols(all: Watchlists): readonly string[] {
  const open = findList(all, all.openListId);
  const listed = open?.sections.flatMap(({ items }) => items.map(({ symbol }) => symbol)) ?? [];
  return [...new Set([...listed, ...all.starred])];
}
