import type { WatchlistItem, WatchlistSection } from '../../shared/domain/watchlist/watchlist';

/** One line of the list as it is drawn. `key` is unique in the list and outlives a move. */
export type WatchlistEntry = SectionEntry | GroupEntry | ItemEntry | HintEntry;

export interface SectionEntry {
  readonly kind: 'section';
  readonly key: string;
  readonly section: WatchlistSection;
  /** Position among the sections. */
  readonly index: number;
  readonly collapsed: boolean;
}

/** Heads items of several sections that share a role or an exchange. */
export interface GroupEntry {
  readonly kind: 'group';
  readonly key: string;
  /** What the items share; null: they have nothing to share. */
  readonly group: string | null;
  readonly count: number;
  readonly collapsed: boolean;
}

export interface ItemEntry {
  readonly kind: 'item';
  readonly key: string;
  readonly section: WatchlistSection;
  readonly item: WatchlistItem;
  /** Position in the section, whatever the list is sorted by. */
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
export const groupKey = (group: string | null): string => `group-${group ?? ''}`;

/** Puts items in the order that they are shown in. */
export type Arrange = (items: readonly ItemEntry[]) => readonly ItemEntry[];

const AS_THEY_ARE: Arrange = (items) => items;

/**
 * The lines of the list by its sections, from top to bottom. A collapsed section is its heading alone;
 * the one without a name has no heading.
 */
export function listEntries(
  sections: readonly WatchlistSection[],
  collapsed: ReadonlySet<string>,
  arrange: Arrange = AS_THEY_ARE,
): readonly WatchlistEntry[] {
  return sections.flatMap((section, index): readonly WatchlistEntry[] => {
    const key = sectionKey(section.id);
    const isCollapsed = collapsed.has(key);
    const heading: SectionEntry = { kind: 'section', key, section, index, collapsed: isCollapsed };
    const headings = isUnnamed(section) ? [] : [heading];
    if (isCollapsed && headings.length > 0) return headings;
    if (section.items.length === 0) {
      return [...headings, { kind: 'hint', key: `${key}-hint`, section }];
    }
    return [...headings, ...arrange(itemEntries(section))];
  });
}

/** The lines of the list by what items share. */
export function groupedEntries(
  groups: readonly { readonly key: string | null; readonly rows: readonly ItemEntry[] }[],
  collapsed: ReadonlySet<string>,
  arrange: Arrange = AS_THEY_ARE,
): readonly WatchlistEntry[] {
  return groups.flatMap(({ key: group, rows }): readonly WatchlistEntry[] => {
    const key = groupKey(group);
    const isCollapsed = collapsed.has(key);
    const count = rows.length;
    const heading: GroupEntry = { kind: 'group', key, group, count, collapsed: isCollapsed };
    return isCollapsed ? [heading] : [heading, ...arrange(rows)];
  });
}

export function itemEntries(section: WatchlistSection): readonly ItemEntry[] {
  return section.items.map((item, position) => ({
    ...{ kind: 'item', key: itemKey(item.id), section, item, position },
  }));
}

export function isUnnamed({ name, seed }: WatchlistSection): boolean {
  return name === null && seed === null;
}

export const idsOf = (entries: readonly ItemEntry[]): number[] =>
  entries.map(({ item }) => item.id);
