import type { WatchlistItem, WatchlistSection } from '../../shared/domain/watchlist/watchlist';

/** One line of the list as it is drawn. `key` is unique in the list and outlives a move. */
export type WatchlistEntry = SectionEntry | ItemEntry | HintEntry;

export interface SectionEntry {
  readonly kind: 'section';
  readonly key: string;
  readonly section: WatchlistSection;
  /** Position among the sections. */
  readonly index: number;
  readonly collapsed: boolean;
}

export interface ItemEntry {
  readonly kind: 'item';
  readonly key: string;
  readonly section: WatchlistSection;
  readonly item: WatchlistItem;
  /** Position in the section. */
  readonly position: number;
}

/** Stands in a section that holds nothing. */
export interface HintEntry {
  readonly kind: 'hint';
  readonly key: string;
  readonly section: WatchlistSection;
}

export const sectionKey = (sectionId: number): string => `section-${sectionId}`;
export const itemKey = (itemId: number): string => `item-${itemId}`;

/** The lines of the list from top to bottom; a collapsed section is its heading alone. */
export function listEntries(
  sections: readonly WatchlistSection[],
  collapsed: ReadonlySet<number>,
): readonly WatchlistEntry[] {
  return sections.flatMap((section, index): WatchlistEntry[] => {
    const isCollapsed = collapsed.has(section.id);
    const key = sectionKey(section.id);
    const heading: SectionEntry = { kind: 'section', key, section, index, collapsed: isCollapsed };
    if (isCollapsed) return [heading];
    if (section.items.length === 0) return [heading, { kind: 'hint', key: `${key}-hint`, section }];
    const items = section.items.map((item, position): ItemEntry => ({
      kind: 'item',
      key: itemKey(item.id),
      section,
      item,
      position,
    }));
    return [heading, ...items];
  });
}
