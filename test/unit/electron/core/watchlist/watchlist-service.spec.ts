import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import {
  MAX_ALL_ITEMS,
  MAX_LIST_ITEMS,
  MAX_LIST_SECTIONS,
  MAX_LISTS,
} from '../../../../../electron/core/watchlist/watchlist-limits';
import { WatchlistService } from '../../../../../electron/core/watchlist/watchlist-service';
import type { Watchlists } from '../../../../../src/shared/domain/watchlist/watchlist';
import type {
  WatchlistResult,
  WatchlistsNow,
} from '../../../../../src/shared/domain/watchlist/watchlist-answer';
import type { TapeoutHandlers } from '../../../../../src/shared/ipc/contract';
import { MemoryWatchlistRepository } from '../../../../helpers/memory-watchlist-repository';
import { itemOf, listOf, listsOf, sectionOf } from '../../../../helpers/watchlist-samples';

const [MAIN, OTHER] = [1, 2];
const [LABS, FOUNDRIES, EMPTY, FAR] = [11, 12, 13, 21];
const [ZHIPU, MINIMAX, TSMC, AMD] = [101, 102, 103, 201];

const LISTS = listsOf(
  1,
  listOf(MAIN, 'Main', [
    sectionOf(LABS, 'Labs', [itemOf(ZHIPU, 'XHKG:02513'), itemOf(MINIMAX, 'XHKG:00100')]),
    sectionOf(FOUNDRIES, 'Foundries', [itemOf(TSMC, 'XNYS:TSM')]),
    sectionOf(EMPTY, 'Empty'),
  ]),
  listOf(OTHER, 'Other', [sectionOf(FAR, 'Far', [itemOf(AMD, 'XNAS:AMD')])]),
);

let repository: MemoryWatchlistRepository;
let told: WatchlistsNow[];
let service: WatchlistService;
let later: (() => void)[];
let now = 0;

function serviceOver(lists: Watchlists): void {
  repository = new MemoryWatchlistRepository(lists);
  told = [];
  later = [];
  now = 1_000;
  const changed = new Signal<WatchlistsNow>((error) => {
    throw error;
  });
  changed.subscribe((news) => told.push(news));
  service = new WatchlistService({
    ...{ repository, changed, now: () => now },
    scheduler: {
      after: (_, task) => {
        later.push(task);
        return () => void later.splice(later.indexOf(task), 1);
      },
    },
  });
  service.start();
}

/** `section: code code` for each section of a list. */
function shape(listId = MAIN): readonly string[] {
  const list = service.lists().lists.find(({ id }) => id === listId);
  return (list?.sections ?? []).map(({ name, items }) =>
    `${name}: ${items.map(({ symbol }) => symbol.replace(/^.*:/, '')).join(' ')}`.trim(),
  );
}

function addedBy(result: WatchlistResult): readonly number[] {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.added;
}

const refused = (reason: string) => ({ ok: false, reason });
const manyItems = (count: number, first: number) =>
  Array.from({ length: count }, (_, index) => itemOf(first + index, `XNAS:T${index}`));

beforeEach(() => serviceOver(LISTS));

describe('WatchlistService', () => {
  it('answers every question of the contract', () => {
    expectTypeOf<WatchlistService>().toExtend<TapeoutHandlers['watchlist']>();
  });

  it('reads the store once, at the start', () => {
    service.lists();
    service.addList({ name: 'A', position: 0 });
    service.now();
    expect(repository.loads).toBe(1);
  });

  it('tells of a change once, with what can be undone', () => {
    const result = service.removeItems({ itemIds: [TSMC] });
    expect(told).toHaveLength(1);
    expect(result).toMatchObject({ ok: true, now: told[0] });
    expect(told[0]).toMatchObject({
      watchlists: { revision: 2 },
      steps: { undo: { kind: 'remove-items', name: 'XNYS:TSM', count: 1, at: 1_000 }, redo: null },
    });
  });

  it('does nothing, and tells nobody, where nothing would change', () => {
    service.renameList({ listId: MAIN, name: 'Main' });
    service.moveList({ listId: OTHER, position: 99 });
    service.chooseList({ listId: MAIN });
    service.renameSection({ sectionId: LABS, name: 'Labs' });
    service.moveSection({ sectionId: EMPTY, listId: MAIN, position: 2 });
    service.sortSection({ sectionId: LABS, itemIds: [ZHIPU, MINIMAX] });
    service.moveItems({ itemIds: [MINIMAX], sectionId: LABS, position: 5 });
    service.moveItems({ itemIds: [ZHIPU, MINIMAX], sectionId: LABS, position: 0 });
    service.setDetails({ itemIds: [ZHIPU], details: { note: '', flags: [] } });
    service.setFlag({ itemIds: [ZHIPU], flag: 'red', on: false });
    service.setStarred({ symbols: ['XNYS:TSM'], starred: false });
    service.emptyTrash();
    expect(repository.committed).toEqual([]);
    expect(told).toEqual([]);
    expect(service.undo().edit).toBeNull();
    expect(service.redo().edit).toBeNull();
    expect(told).toEqual([]);
  });
});

describe('lists', () => {
  it('are added and put on the desk', () => {
    const [id] = addedBy(service.addList({ name: 'New', position: 1 }));
    expect(service.lists().lists.map(({ name }) => name)).toEqual(['Main', 'New', 'Other']);
    expect(service.lists().openListId).toBe(id);
    service.undo();
    expect(service.lists().openListId).toBe(MAIN);
  });

  it('are chosen without a step', () => {
    expect(service.chooseList({ listId: OTHER })).toMatchObject({ ok: true });
    expect(service.lists().openListId).toBe(OTHER);
    expect(service.now().steps.undo).toBeNull();
    expect(told).toHaveLength(1);
  });

  it('are renamed and moved', () => {
    service.renameList({ listId: OTHER, name: 'Second' });
    service.moveList({ listId: OTHER, position: 0 });
    expect(service.lists().lists.map(({ name }) => name)).toEqual(['Second', 'Main']);
  });

  it('are copied behind the original, with other identities', () => {
    service.setDetails({ itemIds: [ZHIPU], details: { note: 'mine' } });
    const [id = 0] = addedBy(service.copyList({ listId: MAIN, name: 'Copy' }));
    expect(service.lists().lists.map(({ name }) => name)).toEqual(['Main', 'Copy', 'Other']);
    expect(shape(id)).toEqual(shape(MAIN));
    const copy = service.lists().lists[1]?.sections[0];
    expect(copy?.items[0]).toMatchObject({ note: 'mine' });
    expect([LABS, ZHIPU]).not.toContain(copy?.id);
    expect(copy?.items.some(({ id: itemId }) => itemId === ZHIPU)).toBe(false);
  });

  it('go into the trash, and the next one stands on the desk', () => {
    service.removeList({ listId: MAIN });
    expect(service.lists().openListId).toBe(OTHER);
    expect(service.listTrash()).toMatchObject([
      { kind: 'list', name: 'Main', items: 3, deletedAt: 1_000 },
    ]);
    expect(service.removeList({ listId: OTHER })).toEqual(refused('last-list'));
  });

  it('are refused where they are not there', () => {
    const unknown = refused('unknown-list');
    expect(service.chooseList({ listId: 99 })).toEqual(unknown);
    expect(service.renameList({ listId: 99, name: 'x' })).toEqual(unknown);
    expect(service.moveList({ listId: 99, position: 0 })).toEqual(unknown);
    expect(service.copyList({ listId: 99, name: 'x' })).toEqual(unknown);
    expect(service.removeList({ listId: 99 })).toEqual(unknown);
    expect(service.addSection({ listId: 99, name: 'x', position: 0 })).toEqual(unknown);
    expect(service.moveSection({ sectionId: LABS, listId: 99, position: 0 })).toEqual(unknown);
  });
});

describe('sections', () => {
  it('are added at the position, or at the end', () => {
    service.addSection({ listId: MAIN, name: 'Mine', position: 0 });
    service.addSection({ listId: MAIN, name: 'Last', position: 99 });
    expect(shape().map((line) => line.split(':')[0])).toEqual([
      ...['Mine', 'Labs', 'Foundries', 'Empty', 'Last'],
    ]);
  });

  it('are moved with their items, also to another list', () => {
    service.moveSection({ sectionId: LABS, listId: MAIN, position: 99 });
    expect(shape()).toEqual(['Foundries: TSM', 'Empty:', 'Labs: 02513 00100']);
    service.moveSection({ sectionId: LABS, listId: OTHER, position: 0 });
    expect(shape()).toEqual(['Foundries: TSM', 'Empty:']);
    expect(shape(OTHER)).toEqual(['Labs: 02513 00100', 'Far: AMD']);
  });

  it('are removed with their items and come back to where they were', () => {
    service.removeSection({ sectionId: FOUNDRIES });
    expect(shape()).toEqual(['Labs: 02513 00100', 'Empty:']);
    const [entry] = service.listTrash();
    service.restore({ trashIds: [entry?.id ?? 0] });
    expect(shape()).toEqual(['Labs: 02513 00100', 'Foundries: TSM', 'Empty:']);
    expect(service.now().steps.undo).toMatchObject({
      kind: 'restore',
      name: 'Foundries',
      count: 1,
    });
  });

  it('are put in an order of all their items only', () => {
    service.sortSection({ sectionId: LABS, itemIds: [MINIMAX, ZHIPU] });
    expect(shape()[0]).toBe('Labs: 00100 02513');
    const other = refused('other-items');
    expect(service.sortSection({ sectionId: LABS, itemIds: [ZHIPU] })).toEqual(other);
    expect(service.sortSection({ sectionId: LABS, itemIds: [ZHIPU, ZHIPU] })).toEqual(other);
    expect(service.sortSection({ sectionId: LABS, itemIds: [ZHIPU, TSMC] })).toEqual(other);
    const twice = [ZHIPU, MINIMAX, MINIMAX];
    expect(service.sortSection({ sectionId: LABS, itemIds: twice })).toEqual(other);
  });

  it('keep the one without a name before all others', () => {
    const UNNAMED = 31;
    const list = listOf(MAIN, 'Main', [sectionOf(UNNAMED, null), sectionOf(LABS, 'Labs')]);
    serviceOver(listsOf(1, list, listOf(OTHER, 'Other', [sectionOf(FAR, 'Far')])));
    service.addSection({ listId: MAIN, name: 'A', position: 0 });
    service.moveSection({ sectionId: LABS, listId: MAIN, position: 0 });
    service.moveSection({ sectionId: UNNAMED, listId: MAIN, position: 2 });
    expect(shape()).toEqual(['null:', 'Labs:', 'A:']);
    service.moveSection({ sectionId: UNNAMED, listId: OTHER, position: 9 });
    expect(shape(OTHER)).toEqual(['null:', 'Far:']);
    service.renameSection({ sectionId: UNNAMED, name: 'Named' });
    expect(shape(OTHER)).toEqual(['Named:', 'Far:']);
  });

  it('without a name go to no list that has one', () => {
    const lists = [1, 2].map((id) => listOf(id, `L${id}`, [sectionOf(30 + id, null)]));
    serviceOver(listsOf(1, ...lists));
    const move = service.moveSection({ sectionId: 31, listId: 2, position: 0 });
    expect(move).toEqual(refused('already-listed'));
  });

  it('are refused where they are not there', () => {
    const unknown = refused('unknown-section');
    const target = { sectionId: 99, position: 0 };
    expect(service.renameSection({ sectionId: 99, name: 'x' })).toEqual(unknown);
    expect(service.moveSection({ ...target, listId: MAIN })).toEqual(unknown);
    expect(service.removeSection({ sectionId: 99 })).toEqual(unknown);
    expect(service.sortSection({ sectionId: 99, itemIds: [1] })).toEqual(unknown);
    expect(service.addItems({ ...target, symbols: ['X'] })).toEqual(unknown);
    expect(service.moveItems({ ...target, itemIds: [ZHIPU] })).toEqual(unknown);
    expect(service.copyItems({ ...target, itemIds: [ZHIPU] })).toEqual(unknown);
  });
});

describe('items', () => {
  it('are added many at once, those that are there left out', () => {
    const symbols = ['XNAS:BIDU', 'XHKG:02513', '某某 Holdings', 'XNAS:BIDU'];
    const result = service.addItems({ sectionId: LABS, symbols, position: 1 });
    expect(result).toMatchObject({ ok: true, leftOut: 2 });
    expect(addedBy(result)).toHaveLength(2);
    expect(shape()[0]).toBe('Labs: 02513 BIDU 某某 Holdings 00100');
    expect(service.addItems({ sectionId: LABS, symbols, position: 0 })).toEqual(
      refused('already-listed'),
    );
  });

  it('are moved in the given order, over sections and lists, and keep their identity', () => {
    service.moveItems({ itemIds: [AMD, MINIMAX], sectionId: FOUNDRIES, position: 0 });
    expect(shape()).toEqual(['Labs: 02513', 'Foundries: AMD 00100 TSM', 'Empty:']);
    expect(shape(OTHER)).toEqual(['Far:']);
    const [, foundries] = service.lists().lists[0]?.sections ?? [];
    expect(foundries?.items.map(({ id }) => id)).toEqual([AMD, MINIMAX, TSMC]);
    expect(service.now().steps.undo).toMatchObject({ kind: 'move-items', name: null, count: 2 });
  });

  it('are moved within a section to the index that the first of them has afterwards', () => {
    service.addItems({ sectionId: LABS, symbols: ['C', 'D'], position: 9 });
    service.moveItems({ itemIds: [MINIMAX, ZHIPU], sectionId: LABS, position: 1 });
    expect(shape()[0]).toBe('Labs: C 00100 02513 D');
  });

  it('stay where another section has their symbol', () => {
    service.addItems({ sectionId: FOUNDRIES, symbols: ['XHKG:02513'], position: 0 });
    const both = { itemIds: [ZHIPU, MINIMAX], sectionId: FOUNDRIES, position: 0 };
    expect(service.moveItems(both)).toMatchObject({ ok: true, leftOut: 1 });
    expect(shape()).toEqual(['Labs: 02513', 'Foundries: 00100 02513 TSM', 'Empty:']);
    expect(service.moveItems({ ...both, itemIds: [ZHIPU] })).toEqual(refused('already-listed'));
  });

  it('are copied with their details', () => {
    service.setFlag({ itemIds: [ZHIPU], flag: 'red', on: true });
    const target = { itemIds: [ZHIPU, MINIMAX], sectionId: FAR, position: 0 };
    const [id] = addedBy(service.copyItems(target));
    expect(shape(OTHER)).toEqual(['Far: 02513 00100 AMD']);
    expect(service.lists().lists[1]?.sections[0]?.items[0]).toMatchObject({ id, flags: ['red'] });
    expect(shape()[0]).toBe('Labs: 02513 00100');
    expect(service.copyItems(target)).toEqual(refused('already-listed'));
  });

  it('come back from the trash one by one or together, each beside its neighbour', () => {
    service.removeItems({ itemIds: [MINIMAX, ZHIPU, TSMC] });
    expect(shape()).toEqual(['Labs:', 'Foundries:', 'Empty:']);
    const trashIds = service.listTrash().map(({ id }) => id);
    service.restore({ trashIds });
    expect(shape()).toEqual(['Labs: 02513 00100', 'Foundries: TSM', 'Empty:']);
    expect(service.restore({ trashIds })).toEqual(refused('unknown-trash'));
  });

  it('come back to the end of their list where their section is gone, of the desk where that is', () => {
    service.removeItems({ itemIds: [ZHIPU] });
    service.removeSection({ sectionId: LABS });
    service.removeItems({ itemIds: [AMD] });
    service.removeList({ listId: OTHER });
    const trashIds = service
      .listTrash()
      .filter(({ kind }) => kind === 'item')
      .map(({ id }) => id);
    service.restore({ trashIds });
    expect(shape()).toEqual(['Foundries: TSM', 'Empty: 02513 AMD']);
  });

  it('come back as one with what was listed again meanwhile', () => {
    service.setDetails({ itemIds: [ZHIPU], details: { note: 'old', flags: ['red'] } });
    service.removeItems({ itemIds: [ZHIPU] });
    const [id = 0] = addedBy(
      service.addItems({ sectionId: LABS, symbols: ['XHKG:02513'], position: 1 }),
    );
    service.setDetails({ itemIds: [id], details: { note: 'new', flags: ['blue'] } });
    service.restore({ trashIds: service.listTrash().map((entry) => entry.id) });
    expect(shape()[0]).toBe('Labs: 00100 02513');
    const [labs] = service.lists().lists[0]?.sections ?? [];
    expect(labs?.items[1]).toMatchObject({ id, note: 'new\nold', flags: ['red', 'blue'] });
  });

  it('are refused as a whole where one of them is not there', () => {
    const unknown = refused('unknown-item');
    const itemIds = [ZHIPU, 99];
    expect(service.removeItems({ itemIds })).toEqual(unknown);
    expect(service.moveItems({ itemIds, sectionId: LABS, position: 0 })).toEqual(unknown);
    expect(service.copyItems({ itemIds, sectionId: LABS, position: 0 })).toEqual(unknown);
    expect(service.setDetails({ itemIds, details: { note: 'x' } })).toEqual(unknown);
    expect(service.setFlag({ itemIds, flag: 'red', on: true })).toEqual(unknown);
    expect(told).toEqual([]);
  });
});

describe('what is kept about items', () => {
  it.each([
    [{ note: 'a' }, 'set-note'],
    [{ flags: ['green', 'red', 'green'] as const }, 'set-flags'],
    [{ targets: [{ price: 1, label: '' }] }, 'set-targets'],
    [{ lots: [], note: 'b' }, 'set-details'],
  ] as const)('is set for several at once and leaves the rest: %j', (details, kind) => {
    service.setDetails({ itemIds: [MINIMAX], details: { note: 'kept' } });
    service.setDetails({ itemIds: [ZHIPU, MINIMAX], details });
    expect(service.now().steps.undo).toMatchObject({ kind, name: null, count: 2 });
    const items = service.lists().lists[0]?.sections[0]?.items ?? [];
    if (kind === 'set-flags') {
      expect(items[1]).toMatchObject({ note: 'kept', flags: ['red', 'green'] });
    } else expect(items[1]).toMatchObject(details);
  });

  it('gives and takes a single colour', () => {
    service.setDetails({ itemIds: [ZHIPU], details: { flags: ['blue'] } });
    service.setFlag({ itemIds: [ZHIPU, MINIMAX], flag: 'red', on: true });
    service.setFlag({ itemIds: [ZHIPU], flag: 'blue', on: false });
    const items = service.lists().lists[0]?.sections[0]?.items ?? [];
    expect(items.map(({ flags }) => flags)).toEqual([['red'], ['red']]);
  });

  it('stars symbols whichever lists they are in', () => {
    service.setStarred({ symbols: ['XNYS:TSM', 'XNAS:NVDA', 'XNYS:TSM'], starred: true });
    expect(service.lists().starred).toEqual(['XNYS:TSM', 'XNAS:NVDA']);
    service.setStarred({ symbols: ['XNYS:TSM', 'XNAS:AMD'], starred: false });
    expect(service.lists().starred).toEqual(['XNAS:NVDA']);
    expect(service.now().steps.undo).toMatchObject({ kind: 'unstar', name: 'XNYS:TSM', count: 1 });
  });
});

describe('limits', () => {
  it('refuse a list of too many items, whichever command would make it', () => {
    const full = listOf(MAIN, 'Full', [sectionOf(LABS, 'A', manyItems(MAX_LIST_ITEMS, 1_000))]);
    serviceOver(
      listsOf(1, full, listOf(OTHER, 'Other', [sectionOf(FAR, 'B', [itemOf(AMD, 'X')])])),
    );
    const target = { sectionId: LABS, position: 0 };
    expect(service.addItems({ ...target, symbols: ['OVER'] })).toEqual(refused('list-full'));
    expect(service.moveItems({ ...target, itemIds: [AMD] })).toEqual(refused('list-full'));
    const section = { sectionId: FAR, listId: MAIN, position: 0 };
    expect(service.moveSection(section)).toEqual(refused('list-full'));
    expect(told).toEqual([]);
  });

  it('refuse too many lists, sections and items of all lists', () => {
    const lists = Array.from({ length: MAX_LISTS }, (_, index) => listOf(index + 1, `L${index}`));
    serviceOver(listsOf(1, ...lists));
    expect(service.addList({ name: 'Over', position: 0 })).toEqual(refused('list-full'));

    const sections = Array.from({ length: MAX_LIST_SECTIONS }, (_, index) =>
      sectionOf(100 + index, `S${index}`),
    );
    serviceOver(listsOf(1, listOf(MAIN, 'Main', sections)));
    const args = { listId: MAIN, name: 'Over', position: 0 };
    expect(service.addSection(args)).toEqual(refused('list-full'));

    const fulls = Array.from({ length: MAX_ALL_ITEMS / MAX_LIST_ITEMS }, (_, index) => {
      const items = manyItems(MAX_LIST_ITEMS, (index + 1) * 10_000);
      return listOf(index + 1, `L${index}`, [sectionOf(50 + index, 'A', items)]);
    });
    serviceOver(listsOf(1, ...fulls, listOf(9, 'Last', [sectionOf(60, 'B')])));
    const over = { sectionId: 60, symbols: ['OVER'], position: 0 };
    expect(service.addItems(over)).toEqual(refused('list-full'));
  });
});

describe('the trash', () => {
  it('is emptied of what is too old at the start and once a day', () => {
    service.removeItems({ itemIds: [TSMC] });
    expect(later).toHaveLength(1);
    now += 30 * 86_400_000 + 1;
    later.shift()?.();
    expect(service.listTrash()).toEqual([]);
    expect(later).toHaveLength(1);
    service.dispose();
    expect(later).toEqual([]);
  });
});

describe('when the store fails', () => {
  const error = new Error('disk I/O error');

  it('throws, tells nobody and shows the lists as the store has them', () => {
    repository.nextFailure = { error, durable: false };
    expect(() => service.removeItems({ itemIds: [ZHIPU] })).toThrow(error);
    expect(told).toEqual([]);
    expect(shape()[0]).toBe('Labs: 02513 00100');
  });

  it('shows an edit that became durable although its commit failed', () => {
    repository.nextFailure = { error, durable: true };
    expect(() => service.removeItems({ itemIds: [ZHIPU] })).toThrow(error);
    expect(shape()[0]).toBe('Labs: 00100');
  });
});
