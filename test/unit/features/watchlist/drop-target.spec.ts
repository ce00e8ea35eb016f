import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropItem, dropSection, openGaps } from '../../../../src/features/watchlist/drop-target';
import {
  type ItemEntry,
  listEntries,
  type SectionEntry,
  type WatchlistEntry,
} from '../../../../src/features/watchlist/watchlist-entries';
import { sampleWatchlist } from '../../../helpers/desk-sample';
import { itemOf } from '../../../helpers/watchlist-samples';

/** 0 section 10, 1-3 items, 4 section 20, 5 item, 6 section 30, 7 its hint. */
const entries = listEntries(sampleWatchlist.sections, new Set());
const itemAt = (index: number): ItemEntry => entries[index] as ItemEntry;
const sectionAt = (index: number): SectionEntry => entries[index] as SectionEntry;

describe('an instrument that is let go', () => {
  it.each([
    ['before the first one', 1, { sectionId: 10, position: 0 }],
    ['where it stands, above', 2, null],
    ['where it stands, below', 3, null],
    ['after its successor', 4, { sectionId: 10, position: 2 }],
    ['under the next heading', 5, { sectionId: 20, position: 0 }],
    ['after the last of another section', 6, { sectionId: 20, position: 1 }],
    ['in an empty section', 7, { sectionId: 30, position: 0 }],
    ['at the very end', 8, { sectionId: 30, position: 0 }],
    ['above everything', 0, { sectionId: 10, position: 0 }],
  ])('%s', (_where, gap, target) => {
    expect(dropItem(entries, itemAt(2), gap)).toEqual(target);
  });

  it('goes to the end of a folded section', () => {
    const folded = listEntries(sampleWatchlist.sections, new Set([10]));
    const korvo = folded[2] as ItemEntry;
    expect(dropItem(folded, korvo, 1)).toEqual({ sectionId: 10, position: 3 });
  });

  it('has nowhere to go in an empty list', () => {
    expect(dropItem([], itemAt(2), 0)).toBeNull();
  });
});

describe('a section that is let go', () => {
  it.each([
    ['above everything', 4, 0, 0],
    ['where it stands', 4, 4, null],
    ['right below itself', 4, 6, null],
    ['at the end', 4, 8, 2],
    ['at the end, from the top', 0, 8, 2],
    ['between the other two', 0, 6, 1],
  ])('%s', (_where, from, gap, position) => {
    expect(dropSection(entries, sectionAt(from), gap)).toBe(position);
  });
});

describe('where something may be let go', () => {
  it('is every line but above the first heading for an instrument', () => {
    expect(openGaps(entries, itemAt(1))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is every heading and the end for a section', () => {
    expect(openGaps(entries, sectionAt(0))).toEqual([0, 4, 6, 8]);
  });
});

/** What the list reads like from top to bottom when the drop is carried out. */
function afterDrop(all: readonly WatchlistEntry[], dragged: ItemEntry, gap: number): string[][] {
  const sections = new Map<number, string[]>();
  for (const { section } of all) {
    sections.set(
      section.id,
      section.items.map(({ symbol }) => symbol),
    );
  }
  const target = dropItem(all, dragged, gap);
  if (target) {
    sections.get(dragged.section.id)?.splice(dragged.position, 1);
    sections.get(target.sectionId)?.splice(target.position, 0, dragged.item.symbol);
  }
  return [...sections.values()];
}

it('never loses or doubles an instrument, and puts it next to the line it was dropped at', () => {
  const counts = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(counts, fc.nat(), fc.nat(), (sizes, pick, at) => {
      let id = 0;
      const sections = sizes.map((size, index) => ({
        id: index + 100,
        name: `section ${index}`,
        seed: null,
        items: Array.from({ length: size }, () => itemOf(++id, `S${id}`)),
      }));
      const all = listEntries(sections, new Set());
      const items = all.filter((entry) => entry.kind === 'item');
      const dragged = items[pick % Math.max(1, items.length)];
      if (!dragged) return;
      const gap = 1 + (at % all.length);
      const result = afterDrop(all, dragged, gap);
      expect(result.flat().sort()).toEqual(items.map(({ item }) => item.symbol).sort());
      const above = all[gap - 1];
      const flat = result.flat();
      if (above?.kind === 'item' && above.key !== dragged.key) {
        expect(flat.indexOf(dragged.item.symbol)).toBe(flat.indexOf(above.item.symbol) + 1);
      }
    }),
  );
});
