import { describe, expect, it } from 'vitest';
import { WatchlistState } from '../../../src/state/watchlist-state.svelte';
import { WatchlistTrashState } from '../../../src/state/watchlist-trash-state.svelte';
import { ACME, BOLT, KORVO, sampleLists, sampleWatchlist } from '../../helpers/desk-sample';
import { FakeMain } from '../../helpers/fake-client';
import {
  itemOf,
  listOf,
  listsOf,
  nowOf,
  nowWith,
  sectionOf,
} from '../../helpers/watchlist-samples';

const OTHER = listOf(2, 'Other', [sectionOf(40, 'Far', [itemOf(50, KORVO), itemOf(51, 'X:Y')])]);

function makeList() {
  const main = new FakeMain({ snapshot: { watchlist: sampleLists } });
  const listed: string[][] = [];
  const list = new WatchlistState(main.client, (symbols) => void listed.push([...symbols]));
  list.receive(sampleLists);
  return { main, list, listed, trash: new WatchlistTrashState(main.client, list) };
}

const symbolsOf = (list: WatchlistState): string[][] =>
  list.sections.map((section) => section.items.map(({ symbol }) => symbol));

describe('the lists of the page', () => {
  it('are empty until main has spoken', () => {
    const list = new WatchlistState(new FakeMain().client);
    expect(list.sections).toEqual([]);
    expect(list.symbols).toEqual([]);
    expect(list.starred).toEqual([]);
  });

  it('know every symbol of the list on the desk once, in its order', () => {
    const { list } = makeList();
    const sections = [...sampleWatchlist.sections, sectionOf(31, 'More', [itemOf(9, ACME)])];
    list.receive(nowOf(listsOf(6, { ...sampleWatchlist, sections }, OTHER)));
    expect(list.symbols).toEqual([ACME, BOLT, 'ask Ming', KORVO]);
    expect(list.contains(KORVO)).toBe(true);
    expect(list.contains('X:Y')).toBe(false);
    expect(list.listsWith(KORVO).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('drop news with an older revision and take the same one again', () => {
    const { list } = makeList();
    list.receive(nowWith(4));
    expect(list.sections).toHaveLength(3);
    list.receive(nowWith(5));
    expect(list.sections).toHaveLength(1);
  });

  it('tell which symbols came onto the desk, but not those of the start', () => {
    const { list, listed } = makeList();
    expect(listed).toEqual([]);
    list.receive(nowOf({ ...listsOf(6, sampleWatchlist, OTHER), openListId: 2 }));
    expect(listed).toEqual([['X:Y']]);
    expect(list.id).toBe(2);
    list.receive(nowOf({ ...listsOf(7, sampleWatchlist, OTHER), openListId: 2 }));
    expect(listed).toHaveLength(1);
  });

  it('find an item with its place, in any list', () => {
    const { list } = makeList();
    list.receive(nowOf(listsOf(6, sampleWatchlist, OTHER)));
    expect(list.find(2)).toMatchObject({
      ...{ position: 1, list: { id: 1 }, section: { id: 10 }, item: { symbol: BOLT } },
    });
    expect(list.find(51)).toMatchObject({ position: 1, list: { id: 2 }, section: { id: 40 } });
    expect(list.find(99)).toBeNull();
  });

  it('show what main answers to a command, without waiting for the push', async () => {
    const { list, main } = makeList();
    await expect(list.addItems(20, [ACME, KORVO], 0)).resolves.toMatchObject({ leftOut: 1 });
    expect(symbolsOf(list)).toEqual([[ACME, BOLT, 'ask Ming'], [ACME, KORVO], []]);
    await list.moveItems([2, 1], 30, 0);
    expect(symbolsOf(list)).toEqual([['ask Ming'], [ACME, KORVO], [BOLT, ACME]]);
    await list.copyItems([4], 10, 9);
    await expect(list.removeItems([3, 1])).resolves.toBeNull();
    expect(symbolsOf(list)).toEqual([[KORVO], [ACME, KORVO], [BOLT]]);
    expect(main.argsOf('watchlist.moveItems')).toEqual([
      { itemIds: [2, 1], sectionId: 30, position: 0 },
    ]);
  });

  it('add, choose, rename, move, copy and remove lists', async () => {
    const { list } = makeList();
    const added = await list.addList('Second');
    const id = added.ok ? (added.added[0] ?? 0) : 0;
    expect([list.id, list.open.name]).toEqual([id, 'Second']);
    await list.choose(1);
    expect(list.id).toBe(1);
    await list.renameList(1, 'First');
    await list.moveList(id, 0);
    await list.copyList(1, 'Copy');
    expect(list.lists.map(({ name }) => name)).toEqual(['Second', 'First', 'Copy']);
    expect(symbolsOf(list)).toEqual(
      sampleWatchlist.sections.map(({ items }) => items.map((i) => i.symbol)),
    );
    await list.removeList(id);
    expect(list.lists.map(({ name }) => name)).toEqual(['First', 'Copy']);
  });

  it('add, rename, move, sort and remove sections', async () => {
    const { list } = makeList();
    await list.addSection('New', 0);
    await list.renameSection(20, 'Ours');
    await list.moveSection(30, 1);
    expect(list.sections.map(({ name }) => name)).toEqual(['New', 'Later', null, 'Ours']);
    await expect(list.sortSection(10, [3, 1, 2])).resolves.toBeNull();
    expect(symbolsOf(list)[2]).toEqual(['ask Ming', ACME, BOLT]);
    await expect(list.removeSection(30)).resolves.toBeNull();
    expect(list.sections.map(({ name }) => name)).toEqual(['New', null, 'Ours']);
  });

  it('keep details, flags and stars', async () => {
    const { list } = makeList();
    await list.setDetails([1, 2], { note: 'watch', targets: [{ price: 10, label: 'buy' }] });
    await list.setFlag([1], 'red', true);
    expect(list.find(1)?.item).toMatchObject({ note: 'watch', flags: ['red'] });
    expect(list.find(2)?.item).toMatchObject({ note: 'watch', flags: [] });
    await list.setStarred([BOLT], true);
    expect([list.isStarred(BOLT), list.isStarred(ACME)]).toEqual([true, false]);
    expect(list.starred).toEqual([BOLT]);
  });

  it('hand the reason of a refusal on and change nothing', async () => {
    const { list } = makeList();
    const refused = { ok: false, reason: 'already-listed' };
    await expect(list.addItems(10, [ACME], 0)).resolves.toEqual(refused);
    await expect(list.removeList(1)).resolves.toBe('last-list');
    await expect(list.removeItems([99])).resolves.toBe('unknown-item');
    expect(list.sections).toEqual(sampleWatchlist.sections);
  });

  it('take steps back, and one that a notice offers only while it is the last', async () => {
    const { list } = makeList();
    expect(await list.undo()).toBeNull();
    await list.removeItems([1]);
    const step = list.steps.undo;
    expect(step).toMatchObject({ kind: 'remove-items', name: ACME, count: 1 });
    await list.setFlag([2], 'blue', true);
    expect(await list.undoStep(step)).toBe(false);
    expect(await list.undo()).toMatchObject({ kind: 'set-flags' });
    expect(await list.undoStep(step)).toBe(true);
    expect(list.sections).toEqual(sampleWatchlist.sections);
    expect(await list.redo()).toMatchObject({ kind: 'remove-items' });
    expect(await list.undoStep(null)).toBe(false);
  });
});

describe('the trash of the page', () => {
  it('gives back what was deleted, and is read anew', async () => {
    const { list, trash } = makeList();
    expect(trash.entries).toBeNull();
    await list.removeSection(20);
    await list.removeItems([2]);
    await trash.load();
    expect(trash.entries?.map(({ kind, name }) => [kind, name])).toEqual([
      ['section', 'Mine'],
      ['item', BOLT],
    ]);
    const ids = trash.entries?.map(({ id }) => id) ?? [];
    await expect(trash.restore(ids)).resolves.toBeNull();
    expect(list.sections).toEqual(sampleWatchlist.sections);
    expect(trash.entries).toEqual([]);
    await expect(trash.restore(ids)).resolves.toBe('unknown-trash');
  });

  it('can be emptied, which can be undone', async () => {
    const { list, trash } = makeList();
    await list.removeItems([2]);
    await expect(trash.empty()).resolves.toBeNull();
    expect(trash.entries).toEqual([]);
    await list.undo();
    await trash.load();
    expect(trash.entries).toHaveLength(1);
  });
});
