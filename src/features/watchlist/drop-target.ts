import type { ItemEntry, SectionEntry, WatchlistEntry } from './watchlist-entries';

/** Where an instrument lands; `position` is the one that it has afterwards. */
export interface ItemDrop {
  readonly sectionId: number;
  readonly position: number;
}

/**
 * Where an instrument lands that is let go before the line `gap` (the number of lines: at the end).
 * Null where it would stay where it is.
 */
export function dropItem(
  entries: readonly WatchlistEntry[],
  dragged: ItemEntry,
  gap: number,
): ItemDrop | null {
  const above = entries[gap - 1] ?? entries[0];
  if (!above) return null;
  const sectionId = above.section.id;
  const slot = slotBelow(above);
  const stays = sectionId === dragged.section.id;
  const position = stays && dragged.position < slot ? slot - 1 : slot;
  return stays && position === dragged.position ? null : { sectionId, position };
}

/** The position that a section has after it is let go before the line `gap`; null where it stays. */
export function dropSection(
  entries: readonly WatchlistEntry[],
  dragged: SectionEntry,
  gap: number,
): number | null {
  const above = entries
    .slice(0, gap)
    .filter((entry) => entry.kind === 'section' && entry.section.id !== dragged.section.id);
  return above.length === dragged.index ? null : above.length;
}

/** The lines before which what is dragged may be let go. */
export function openGaps(entries: readonly WatchlistEntry[], dragged: WatchlistEntry): number[] {
  const gaps = entries.map((_, index) => index);
  return dragged.kind === 'section'
    ? [...gaps.filter((gap) => entries[gap]?.kind === 'section'), entries.length]
    : [...gaps.slice(1), entries.length];
}

function slotBelow(above: WatchlistEntry): number {
  switch (above.kind) {
    case 'item':
      return above.position + 1;
    case 'section':
      return above.collapsed ? above.section.items.length : 0;
    case 'hint':
      return 0;
  }
}
