import { beforeEach, describe, expect, it } from 'vitest';
import type { WatchlistService } from '../../../../../electron/core/watchlist/watchlist-service';
import {
  addedBy,
  AMD,
  FAR,
  FOUNDRIES,
  LABS,
  MINIMAX,
  OTHER,
  refused,
  ServiceUnderTest,
  TSMC,
  ZHIPU,
} from './service-under-test';

let made: ServiceUnderTest;
let service: WatchlistService;
const shape = (listId?: number): readonly string[] => made.shape(listId);

beforeEach(() => {
  made = new ServiceUnderTest();
  service = made.service;
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
    expect(made.told).toEqual([]);
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
