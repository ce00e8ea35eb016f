import type { ItemEntry, SectionEntry, WatchlistEntry } from './watchlist-entries';

/** Where instruments land; `position` is the one that the first of them has afterwards. */
export interface ItemDrop {
  readonly sectionId: number;
  readonly position: number;
}

/** What is carried: instruments of any sections, in their order, or one section. */
export type Dragged = readonly ItemEntry[] | SectionEntry;

export const isSection = (dragged: Dragged): dragged is SectionEntry => 'kind' in dragged;

/**
 * Where instruments land that are let go before the line `gap` (the number of lines: at the end).
 * Null where they would stay where they are.
 */
export function dropItems(
  entries: readonly WatchlistEntry[],
  dragged: readonly ItemEntry[],
  gap: number,
): ItemDrop | null {
  const above = entries[gap - 1];
  const beside = above ?? entries[0];
  if (!beside || beside.kind === 'group') return null;
  const sectionId = beside.section.id;
  const slot = above && above.kind !== 'group' ? slotBelow(above) : 0;
  const fromHere = dragged.filter(({ section }) => section.id === sectionId);
  const position = slot - fromHere.filter((entry) => entry.position < slot).length;
  const stays =
    fromHere.length === dragged.length &&
    fromHere.every((entry, index) => entry.position === position + index);
  return stays ? null : { sectionId, position };
}

/** The position that a section has after it is let go before the line `gap`; null where it stays. */
export function dropSection(
  entries: readonly WatchlistEntry[],
  dragged: SectionEntry,
  gap: number,
): number | null {
  const others = new Set(
    entries
      .slice(0, gap)
      .flatMap((entry) => (entry.kind === 'group' ? [] : [entry.section.id]))
      .filter((id) => id !== dragged.section.id),
  );
  return others.size === dragged.index ? null : others.size;
}

/** The lines before which what is dragged may be let go. */
export function openGaps(entries: readonly WatchlistEntry[], dragged: Dragged): number[] {
  const gaps = entries.map((_, index) => index);
  return isSection(dragged)
    ? [...gaps.filter((gap) => entries[gap]?.kind === 'section'), entries.length]
    : [...gaps.filter((gap) => gap > 0 || entries[0]?.kind === 'item'), entries.length];
}

function slotBelow(above: Exclude<WatchlistEntry, { kind: 'group' }>): number {
  switch (above.kind) {
    case 'item':
      return above.position + 1;
    case 'section':
      return above.collapsed ? above.section.items.length : 0;
    case 'hint':
      return 0;
  }
}
