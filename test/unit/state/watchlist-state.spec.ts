import { describe, expect, it } from 'vitest';
import { WatchlistState } from '../../../src/state/watchlist-state.svelte';
import { ACME, BOLT, KORVO, sampleWatchlist } from '../../helpers/desk-sample';
import { FakeMain } from '../../helpers/fake-client';

function makeList() {
  const main = new FakeMain({ snapshot: { watchlist: sampleWatchlist } });
  const list = new WatchlistState(main.client);
  list.receive(sampleWatchlist);
  return { main, list };
}

const symbolsOf = (list: WatchlistState): string[][] =>
  list.sections.map((section) => section.items.map(({ symbol }) => symbol));

describe('the watchlist of the page', () => {
  it('is empty until main has spoken', () => {
    const list = new WatchlistState(new FakeMain().client);
    expect(list.sections).toEqual([]);
    expect(list.symbols).toEqual([]);
  });

  it('knows every symbol once, in the order of the list', () => {
    const { list } = makeList();
    const [first, second, third] = sampleWatchlist.sections;
    if (!first || !second || !third) throw new Error('the sample has three sections');
    const twice = { ...third, items: [{ id: 9, symbol: ACME }] };
    list.receive({ ...sampleWatchlist, revision: 6, sections: [first, second, twice] });
    expect(list.symbols).toEqual([ACME, BOLT, 'ask Ming', KORVO]);
    expect(list.contains(KORVO)).toBe(true);
    expect(list.contains('XNAS:NONE')).toBe(false);
  });

  it('drops a list with an older revision and takes the same one again', () => {
    const { list } = makeList();
    list.receive({ id: 1, revision: 4, sections: [] });
    expect(list.sections).toHaveLength(3);
    list.receive({ id: 1, revision: 5, sections: [] });
    expect(list.sections).toHaveLength(0);
  });

  it('finds an item with its section and position', () => {
    const { list } = makeList();
    expect(list.find(2)).toMatchObject({
      position: 1,
      section: { id: 10 },
      item: { symbol: BOLT },
    });
    expect(list.find(99)).toBeNull();
  });

  it('shows what main answers to a command, without waiting for the push', async () => {
    const { list, main } = makeList();
    await expect(list.addItem(20, ACME, 0)).resolves.toBeNull();
    expect(symbolsOf(list)).toEqual([[ACME, BOLT, 'ask Ming'], [ACME, KORVO], []]);
    await expect(list.moveItem(2, 30, 0)).resolves.toBeNull();
    expect(symbolsOf(list)).toEqual([[ACME, 'ask Ming'], [ACME, KORVO], [BOLT]]);
    await expect(list.removeItem(3)).resolves.toBeNull();
    expect(symbolsOf(list)).toEqual([[ACME], [ACME, KORVO], [BOLT]]);
    expect(main.argsOf('watchlist.moveItem')).toEqual([{ itemId: 2, sectionId: 30, position: 0 }]);
  });

  it('adds, renames, moves and removes sections', async () => {
    const { list } = makeList();
    await list.addSection('New', 0);
    await list.renameSection(20, 'Ours');
    await list.moveSection(30, 1);
    expect(list.sections.map(({ name }) => name)).toEqual(['New', 'Later', null, 'Ours']);
    await expect(list.removeSection(30)).resolves.toBeNull();
    expect(list.sections.map(({ name }) => name)).toEqual(['New', null, 'Ours']);
  });

  it('hands the reason of a refusal on and changes nothing', async () => {
    const { list } = makeList();
    await expect(list.addItem(10, ACME, 0)).resolves.toBe('already-listed');
    await expect(list.removeSection(10)).resolves.toBe('section-not-empty');
    await expect(list.removeItem(99)).resolves.toBe('unknown-item');
    expect(list.sections).toEqual(sampleWatchlist.sections);
  });
});
