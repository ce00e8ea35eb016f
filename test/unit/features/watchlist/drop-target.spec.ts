import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropItems, dropSection, openGaps } from '../../../../src/features/watchlist/drop-target';
import {
  type ItemEntry,
  listEntries,
  type SectionEntry,
  type WatchlistEntry,
} from '../../../../src/features/watchlist/watchlist-entries';
import type { WatchlistSection } from '../../../../src/shared/domain/watchlist/watchlist';
import { sampleWatchlist } from '../../../helpers/desk-sample';
import { itemOf, sectionOf } from '../../../helpers/watchlist-samples';

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
    expect(dropItems(entries, [itemAt(2)], gap)).toEqual(target);
  });

  it('goes to the end of a folded section', () => {
    const folded = listEntries(sampleWatchlist.sections, new Set(['section-10']));
    const korvo = folded[2] as ItemEntry;
    expect(dropItems(folded, [korvo], 1)).toEqual({ sectionId: 10, position: 3 });
  });

  it('has nowhere to go in an empty list', () => {
    expect(dropItems([], [itemAt(2)], 0)).toBeNull();
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
    expect(openGaps(entries, [itemAt(1)])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is every heading and the end for a section', () => {
    expect(openGaps(entries, sectionAt(0))).toEqual([0, 4, 6, 8]);
  });
});

/** What the list reads like from top to bottom when the drop is carried out. */
function afterDrop(
  sections: readonly WatchlistSection[],
  all: readonly WatchlistEntry[],
  dragged: readonly ItemEntry[],
  gap: number,
): string[][] {
  const symbols = dragged.map(({ item }) => item.symbol);
  const target = dropItems(all, dragged, gap);
  return sections.map(({ id, items }) => {
    const own = items.map(({ symbol }) => symbol);
    const rest = target ? own.filter((symbol) => !symbols.includes(symbol)) : own;
    return target?.sectionId === id ? rest.toSpliced(target.position, 0, ...symbols) : rest;
  });
}

it('never loses or doubles instruments, and puts them next to the line they were dropped at', () => {
  const counts = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(counts, fc.array(fc.boolean(), { minLength: 20 }), fc.nat(), (sizes, picks, at) => {
      let id = 0;
      const sections = sizes.map((size, index) =>
        sectionOf(
          index + 100,
          `section ${index}`,
          Array.from({ length: size }, () => itemOf(++id, `S${id}`)),
        ),
      );
      const all = listEntries(sections, new Set());
      const items = all.filter((entry) => entry.kind === 'item');
      const dragged = items.filter((_, index) => picks[index]);
      if (dragged.length === 0) return;
      const gap = 1 + (at % all.length);
      const flat = afterDrop(sections, all, dragged, gap).flat();
      expect([...flat].sort()).toEqual(items.map(({ item }) => item.symbol).sort());
      const above = all[gap - 1];
      if (above?.kind === 'item' && !dragged.includes(above)) {
        const [first] = dragged;
        expect(flat.indexOf(first?.item.symbol ?? '')).toBe(flat.indexOf(above.item.symbol) + 1);
      }
    }),
  );
});

describe('a list that begins without a heading', () => {
  const bare = listEntries(
    [sectionOf(1, null, [itemOf(1, 'A'), itemOf(2, 'B')]), sectionOf(2, 'Named', [itemOf(3, 'C')])],
    new Set(),
  );

  it('takes instruments above its first line, too', () => {
    const [, , , last] = bare;
    expect(openGaps(bare, [last as ItemEntry])[0]).toBe(0);
    expect(dropItems(bare, [last as ItemEntry], 0)).toEqual({ sectionId: 1, position: 0 });
  });

  it('keeps the section without a name in front', () => {
    expect(openGaps(bare, bare[2] as SectionEntry)).toEqual([2, 4]);
    expect(dropSection(bare, bare[2] as SectionEntry, 2)).toBeNull();
  });
});
