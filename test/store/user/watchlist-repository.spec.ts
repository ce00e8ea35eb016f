import { describe, expect, it } from 'vitest';
import type { WatchlistResult } from '../../../src/shared/domain/watchlist/watchlist-answer';
import { SEED_NAMES } from '../../helpers/random-list-edit';
import { danglingRows, listDump } from './list-dump';
import { deskList, NOW_MS, openForTest, serviceOver, symbolsOf } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const DAY_MS = 86_400_000;

function opened() {
  const { database, watchlist } = openForTest(temporaryFolder());
  return { database, watchlist, service: serviceOver(database) };
}

function addedBy(result: WatchlistResult): readonly number[] {
  if (!result.ok) throw new Error(result.reason);
  return result.added;
}

describe('SqliteWatchlistRepository', () => {
  it('gives new identities to what is added and never uses one again', () => {
    const { service, database } = opened();
    const add = () =>
      addedBy(service.addItems({ sectionId: 2, symbols: ['XNAS:BIDU'], position: 0 }));
    expect(add()).toEqual([27]);
    service.removeItems({ itemIds: [27] });
    // The trash entry has one of its own.
    expect(add()).toEqual([29]);
    for (let step = 0; step < 3; step += 1) service.undo();
    expect(add()).toEqual([30]);
    expect(addedBy(service.addList({ name: 'A', position: 0 }))).toEqual([31]);
    database.dispose();
  });

  it('keeps identities over moves, also to another list', () => {
    const { service, watchlist } = opened();
    const [item] = deskList({ watchlist }).sections[1]?.items ?? [];
    if (!item) throw new Error('the first watchlist has two AI labs');
    service.moveItems({ itemIds: [item.id], sectionId: 4, position: 3 });
    const [listId = 0] = addedBy(service.addList({ name: 'Other', position: 0 }));
    service.moveSection({ sectionId: 4, listId, position: 0 });
    expect(deskList({ watchlist }).sections[0]).toMatchObject({
      id: 4,
      seed: 'foundry-and-memory',
    });
    expect(deskList({ watchlist }).sections[0]?.items[3]).toEqual(item);
  });

  it('keeps the seed of a renamed section and text as it was typed', () => {
    const { service, watchlist } = opened();
    const name = "Робот's «芯片» 🚀; DROP TABLE list";
    service.renameSection({ sectionId: 2, name });
    service.addItems({ sectionId: 2, symbols: [name], position: 0 });
    expect(deskList({ watchlist }).sections[1]).toMatchObject({ id: 2, name, seed: 'ai-labs' });
    expect(symbolsOf({ watchlist })[1]?.[0]).toBe(name);
  });

  it('keeps notes, flags, targets and lots to the last bit over a restart', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    const details = {
      note: 'Läuft\n跑\u2028"\\',
      flags: ['red', 'purple'] as const,
      targets: [{ price: 0.1 + 0.2, label: '目标' }],
      lots: [
        {
          quantity: -1e-7,
          price: 1e300,
          currency: 'HKD',
          date: '2026-05-28',
          commission: null,
          comment: '',
        },
      ],
    };
    serviceOver(first.database).setDetails({ itemIds: [11, 12], details });
    const before = first.watchlist.load();
    first.database.dispose();
    const { watchlist } = openForTest(folder);
    expect(watchlist.load()).toEqual(before);
    expect(deskList({ watchlist }).sections[1]?.items[0]).toMatchObject(details);
  });

  it('takes what SQLite cannot keep out of a document, and nothing else', () => {
    const { service, watchlist } = opened();
    const item = {
      symbol: 'A\0\ud800B',
      written: '\udfffw',
      note: '\0',
      flags: [],
      targets: [],
      lots: [],
    };
    const document = { name: 'N\0', sections: [{ name: '\ud83d', items: [item] }] };
    const result = service.importDocument({ document, target: { kind: 'new' }, names: SEED_NAMES });
    expect(result).toMatchObject({ ok: true, added: 1, merged: 0 });
    expect(watchlist.load().watchlists).toEqual(service.lists());
    expect(deskList({ watchlist })).toMatchObject({
      ...{
        name: 'N',
        sections: [{ name: '', items: [{ symbol: 'AB', written: 'w', note: '\0' }] }],
      },
    });
  });

  it('moves one of five thousand by writing one row', () => {
    const { service, database } = opened();
    const items = Array.from({ length: 4_900 }, (_, index) => ({
      ...{ symbol: `XNAS:B${index}`, written: null, note: '', flags: [], targets: [], lots: [] },
    }));
    const document = { name: 'Big', sections: [{ name: 'A', items }] };
    service.importDocument({ document, target: { kind: 'new' }, names: SEED_NAMES });
    const [section] = service.lists().lists.at(-1)?.sections ?? [];
    const moved = section?.items[4_000]?.id ?? 0;
    service.moveItems({ itemIds: [moved], sectionId: section?.id ?? 0, position: 17 });
    const [edit] = database.all<{ changes: string }>(
      'SELECT changes FROM list_edit ORDER BY id DESC LIMIT 1',
      [],
    );
    expect(JSON.parse(edit?.changes ?? '[]')).toHaveLength(1);
    expect(service.lists().lists.at(-1)?.sections[0]?.items[17]?.id).toBe(moved);
  });

  it.each([
    [
      'an item of an unknown section',
      'INSERT INTO list_item (section_id, position, symbol) VALUES (?, 0, 1)',
    ],
    ['a section of an unknown list', 'INSERT INTO list_section (list_id, position) VALUES (?, 0)'],
    ['a desk without its list', 'UPDATE list_desk SET open_list_id = ?'],
  ])('refuses %s', (_, sql) => {
    const { database } = opened();
    const before = listDump(database);
    expect(() => database.transaction(() => database.run(sql, [99]))).toThrow(/FOREIGN KEY/);
    expect(listDump(database)).toBe(before);
  });

  it('shows what a later app kept as far as it can be read', () => {
    const { database, watchlist } = opened();
    database.run("UPDATE list SET seed = 'quantum'", []);
    database.run(
      'UPDATE list_item SET details = \'{"note":7,"flags":["red","pink"]}\' WHERE id = ?',
      [1],
    );
    database.run("UPDATE list_item SET details = 'no json' WHERE id = ?", [2]);
    database.run("INSERT INTO list_trash VALUES (?, 0, '{}', '{}')", [99]);
    expect(deskList({ watchlist })).toMatchObject({ name: null, seed: null });
    const [first, second] = deskList({ watchlist }).sections[0]?.items ?? [];
    expect(first).toMatchObject({ note: '', flags: ['red'] });
    expect(second).toMatchObject({ note: '', flags: [] });
    expect(watchlist.readTrash()).toEqual([]);
  });

  it('loses nothing when the disk is full, and goes on when it is not any more', () => {
    const { database, watchlist, service } = opened();
    const pages = database.get<{ page_count: number }>('PRAGMA page_count', [])?.page_count ?? 0;
    database.get(`PRAGMA max_page_count = ${pages + 4}`, []);
    let before = '';
    expect(() => {
      for (let index = 0; index < 1_000; index += 1) {
        before = listDump(database);
        const symbols = [`filler ${index} `.padEnd(64, 'x')];
        service.addItems({ sectionId: 2, symbols, position: 0 });
      }
    }).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    expect(listDump(database)).toBe(before);
    expect(watchlist.load().watchlists).toEqual(service.lists());
    expect(danglingRows(database)).toEqual([]);

    database.get('PRAGMA max_page_count = 100000', []);
    const { revision } = service.lists();
    service.addItems({ sectionId: 2, symbols: ['XNAS:AFTER'], position: 0 });
    expect(service.lists().revision).toBe(revision + 1);
  });
});

describe('the trash', () => {
  it('keeps what was deleted for thirty days, over restarts, and not a day longer', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    let now = NOW_MS;
    const service = serviceOver(first.database, () => now);
    service.removeSection({ sectionId: 2 });
    now += DAY_MS;
    service.removeItems({ itemIds: [1] });
    const kept = service.listTrash();
    expect(kept).toMatchObject([
      { kind: 'item', name: 'XNAS:GOOGL', seed: null, items: 1, deletedAt: NOW_MS + DAY_MS },
      { kind: 'section', name: null, seed: 'ai-labs', items: 2, deletedAt: NOW_MS },
    ]);
    first.database.dispose();

    const { database } = openForTest(folder);
    expect(serviceOver(database, () => NOW_MS + 30 * DAY_MS).listTrash()).toEqual(kept);
    expect(serviceOver(database, () => NOW_MS + 30 * DAY_MS + 1).listTrash()).toEqual([kept[0]]);
  });

  it('gives back what was deleted with all that it had, and undo of the deletion empties it', () => {
    const { service, database } = opened();
    service.setDetails({ itemIds: [11], details: { note: 'keep', flags: ['green'] } });
    const before = listDump(database);
    const { lists } = service.lists();
    service.removeSection({ sectionId: 2 });
    const [entry] = service.listTrash();
    service.restore({ trashIds: [entry?.id ?? 0] });
    expect(service.lists().lists).toEqual(lists);
    expect(service.listTrash()).toEqual([]);
    service.undo();
    expect(service.listTrash()).toEqual([entry]);
    service.undo();
    expect(listDump(database)).toBe(before);
  });
});
