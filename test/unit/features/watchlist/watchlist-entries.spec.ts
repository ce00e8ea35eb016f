import { expect, it } from 'vitest';
import {
  groupedEntries,
  itemEntries,
  listEntries,
} from '../../../../src/features/watchlist/watchlist-entries';
import { sampleWatchlist } from '../../../helpers/desk-sample';
import { itemOf, sectionOf } from '../../../helpers/watchlist-samples';

const keysOf = (collapsed: readonly string[]): string[] =>
  listEntries(sampleWatchlist.sections, new Set(collapsed)).map(({ key }) => key);

it('puts items under their headings, and a hint where there are none', () => {
  expect(keysOf([])).toEqual([
    'section-10',
    'item-1',
    'item-2',
    'item-3',
    'section-20',
    'item-4',
    'section-30',
    'section-30-hint',
  ]);
});

it('leaves out what is folded', () => {
  expect(keysOf(['section-10', 'section-30'])).toEqual([
    'section-10',
    'section-20',
    'item-4',
    'section-30',
  ]);
});

it('counts positions in the section', () => {
  const entries = listEntries(sampleWatchlist.sections, new Set(['section-20']));
  expect(entries[2]).toMatchObject({ kind: 'item', position: 1, section: { id: 10 } });
  expect(entries[4]).toMatchObject({ kind: 'section', index: 1, collapsed: true });
});

it('is empty without sections', () => {
  expect(listEntries([], new Set())).toEqual([]);
});

it('has no heading over the section without a name', () => {
  const sections = [sectionOf(1, null, [itemOf(1, 'A')]), sectionOf(2, null)];
  expect(listEntries(sections, new Set()).map(({ key }) => key)).toEqual([
    'item-1',
    'section-2-hint',
  ]);
  // What has no heading cannot be folded either.
  expect(listEntries(sections, new Set(['section-1']))[0]?.key).toBe('item-1');
});

it('puts items of each section in the order that is asked for, and keeps their positions', () => {
  const backwards = listEntries(sampleWatchlist.sections, new Set(), (items) => items.toReversed());
  expect(backwards.slice(1, 4)).toMatchObject([
    { key: 'item-3', position: 2 },
    { key: 'item-2', position: 1 },
    { key: 'item-1', position: 0 },
  ]);
});

it('heads what items share, and folds it', () => {
  const [first, second] = sampleWatchlist.sections.map(itemEntries);
  const groups = [
    { key: 'XNAS', rows: first ?? [] },
    { key: null, rows: second ?? [] },
  ];
  const entries = groupedEntries(groups, new Set(['group-XNAS']));
  expect(entries.map(({ key }) => key)).toEqual(['group-XNAS', 'group-', 'item-4']);
  expect(entries[0]).toMatchObject({ kind: 'group', group: 'XNAS', count: 3, collapsed: true });
});
