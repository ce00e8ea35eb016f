import { expect, it } from 'vitest';
import { listEntries } from '../../../../src/features/watchlist/watchlist-entries';
import { sampleWatchlist } from '../../../helpers/desk-sample';

const keysOf = (collapsed: readonly number[]): string[] =>
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
  expect(keysOf([10, 30])).toEqual(['section-10', 'section-20', 'item-4', 'section-30']);
});

it('counts positions in the section', () => {
  const entries = listEntries(sampleWatchlist.sections, new Set([20]));
  expect(entries[2]).toMatchObject({ kind: 'item', position: 1, section: { id: 10 } });
  expect(entries[4]).toMatchObject({ kind: 'section', index: 1, collapsed: true });
});

it('is empty without sections', () => {
  expect(listEntries([], new Set())).toEqual([]);
});
