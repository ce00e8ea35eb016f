import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import {
  MAX_ALL_ITEMS,
  MAX_LIST_ITEMS,
  MAX_LIST_SECTIONS,
  MAX_LISTS,
} from '../../../../../electron/core/watchlist/watchlist-limits';
import type { WatchlistService } from '../../../../../electron/core/watchlist/watchlist-service';
import type { Watchlists } from '../../../../../src/shared/domain/watchlist/watchlist';
import type { TapeoutHandlers } from '../../../../../src/shared/ipc/contract';
import { itemOf, listOf, listsOf, sectionOf } from '../../../../helpers/watchlist-samples';
import {
  addedBy,
  AMD,
  EMPTY,
  FAR,
  FOUNDRIES,
  LABS,
  MAIN,
  MINIMAX,
  OTHER,
  refused,
  ServiceUnderTest,
  TSMC,
  ZHIPU,
} from './service-under-test';

let made: ServiceUnderTest;
let service: WatchlistService;

function serviceOver(lists?: Watchlists): void {
  made = new ServiceUnderTest(lists);
  service = made.service;
}

const shape = (listId?: number): readonly string[] => made.shape(listId);
const manyItems = (count: number, first: number) =>
  Array.from({ length: count }, (_, index) => itemOf(first + index, `XNAS:T${index}`));

beforeEach(() => serviceOver());

describe('WatchlistService', () => {
  it('answers every question of the contract', () => {
    expectTypeOf<WatchlistService>().toExtend<TapeoutHandlers['watchlist']>();
  });

  it('reads the store once, at the start', () => {
    service.lists();
    service.addList({ name: 'A', position: 0 });
    service.now();
    expect(made.repository.loads).toBe(1);
  });

  it('tells of a change once, with what can be undone', () => {
    const result = service.removeItems({ itemIds: [TSMC] });
    expect(made.told).toHaveLength(1);
    expect(result).toMatchObject({ ok: true, now: made.told[0] });
    expect(made.told[0]).toMatchObject({
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
    expect(made.repository.committed).toEqual([]);
    expect(made.told).toEqual([]);
    expect(service.undo().edit).toBeNull();
    expect(service.redo().edit).toBeNull();
    expect(made.told).toEqual([]);
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
    expect(made.told).toHaveLength(1);
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
    expect(made.told).toEqual([]);
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
    expect(made.later).toHaveLength(1);
    made.now += 30 * 86_400_000 + 1;
    made.later.shift()?.();
    expect(service.listTrash()).toEqual([]);
    expect(made.later).toHaveLength(1);
    service.dispose();
    expect(made.later).toEqual([]);
  });
});

describe('when the store fails', () => {
  const error = new Error('disk I/O error');

  it('throws, tells nobody and shows the lists as the store has them', () => {
    made.repository.nextFailure = { error, durable: false };
    expect(() => service.removeItems({ itemIds: [ZHIPU] })).toThrow(error);
    expect(made.told).toEqual([]);
    expect(shape()[0]).toBe('Labs: 02513 00100');
  });

  it('shows an edit that became durable although its commit failed', () => {
    made.repository.nextFailure = { error, durable: true };
    expect(() => service.removeItems({ itemIds: [ZHIPU] })).toThrow(error);
    expect(shape()[0]).toBe('Labs: 00100');
  });
});
