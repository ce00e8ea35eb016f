import { beforeEach, describe, expect, it } from 'vitest';
import { ListSelection } from '../../../../src/features/watchlist/list-selection.svelte';
import {
  listEntries,
  type WatchlistEntry,
} from '../../../../src/features/watchlist/watchlist-entries';
import { sampleWatchlist } from '../../../helpers/desk-sample';

const PLAIN = { ctrlKey: false, metaKey: false, shiftKey: false };
const CTRL = { ...PLAIN, ctrlKey: true };
const SHIFT = { ...PLAIN, shiftKey: true };

let entries: readonly WatchlistEntry[];
let selection: ListSelection;
const marked = (): number[] => selection.entries.map(({ item }) => item.id);

beforeEach(() => {
  entries = listEntries(sampleWatchlist.sections, new Set());
  selection = new ListSelection(() => entries);
});

describe('marking', () => {
  it('by a press is of one, with Ctrl of one more or less', () => {
    expect(selection.press('item-1', PLAIN)).toBe(false);
    expect(selection.press('item-4', CTRL)).toBe(true);
    expect(marked()).toEqual([1, 4]);
    selection.press('item-1', CTRL);
    expect(marked()).toEqual([4]);
    selection.press('item-2', { ...PLAIN, metaKey: true });
    expect(marked()).toEqual([2, 4]);
    selection.press('item-3', PLAIN);
    expect(marked()).toEqual([3]);
  });

  it('with Shift goes from the last press on, either way, over headings', () => {
    selection.press('item-2', PLAIN);
    expect(selection.press('item-4', SHIFT)).toBe(true);
    expect(marked()).toEqual([2, 3, 4]);
    selection.press('item-1', SHIFT);
    expect(marked()).toEqual([1, 2]);
  });

  it('with Shift before any press begins with that line', () => {
    selection.press('item-3', SHIFT);
    expect(marked()).toEqual([3]);
  });

  it('by keys grows from where it began', () => {
    selection.extendTo('item-1', 'item-2');
    selection.extendTo('item-2', 'item-3');
    expect(marked()).toEqual([1, 2, 3]);
    selection.extendTo('item-3', 'item-2');
    expect(marked()).toEqual([1, 2]);
  });

  it('of all is of all that is shown', () => {
    entries = listEntries(sampleWatchlist.sections, new Set(['section-20']));
    selection.all();
    expect(marked()).toEqual([1, 2, 3]);
  });

  it('ends', () => {
    selection.all();
    expect(selection.clear()).toBe(true);
    expect(marked()).toEqual([]);
    expect(selection.clear()).toBe(false);
  });
});

describe('what a command is done with', () => {
  it('is all that is marked where it is among that, else the line alone', () => {
    const items = entries.filter((entry) => entry.kind === 'item');
    const [first, second, third] = items;
    if (!first || !second || !third) throw new Error('the sample has three items');
    selection.press(first.key, PLAIN);
    selection.press(second.key, CTRL);
    expect(selection.around(second)).toEqual([first, second]);
    expect(selection.around(third)).toEqual([third]);
  });
});
