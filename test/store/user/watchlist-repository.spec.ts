import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Signal } from '../../../electron/core/events/signal';
import type { WatchlistRepository } from '../../../electron/core/watchlist/watchlist-repository-port';
import type { WatchlistResult } from '../../../electron/core/watchlist/watchlist-result';
import { WatchlistService } from '../../../electron/core/watchlist/watchlist-service';
import type { UserDatabase } from '../../../electron/store/user-database';
import type { Watchlist } from '../../../src/shared/domain/watchlist/watchlist';
import { FakeWatchlistRepository } from '../../unit/electron/core/watchlist/fake-watchlist-repository';
import { openForTest, symbolsOf } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

describe('SqliteWatchlistRepository', () => {
  it('gives new identities to what is added and never uses one again', () => {
    const { watchlist } = openForTest(temporaryFolder());
    const add = (): number | null =>
      watchlist.apply({ kind: 'add-item', sectionId: 2, symbol: 'XNAS:BIDU', position: 0 });
    const first = add();
    expect(first).toBe(27);
    watchlist.apply({ kind: 'remove-item', itemId: 27 });
    expect(add()).toBe(28);

    const section = watchlist.apply({ kind: 'add-section', name: 'A', position: 0 });
    expect(section).toBe(5);
    watchlist.apply({ kind: 'remove-section', sectionId: 5 });
    expect(watchlist.apply({ kind: 'add-section', name: 'B', position: 0 })).toBe(6);
  });

  it('keeps identities over moves', () => {
    const { watchlist } = openForTest(temporaryFolder());
    const [item] = watchlist.load().sections[1]?.items ?? [];
    if (item === undefined) throw new Error('the first watchlist has two AI labs');
    watchlist.apply({ kind: 'move-item', itemId: item.id, sectionId: 4, position: 3 });
    watchlist.apply({ kind: 'move-section', sectionId: 4, position: 0 });
    expect(watchlist.load().sections[0]).toMatchObject({ id: 4, seed: 'foundry-and-memory' });
    expect(watchlist.load().sections[0]?.items[3]).toEqual(item);
  });

  it('keeps the seed of a renamed section and text as it was typed', () => {
    const { watchlist } = openForTest(temporaryFolder());
    const name = "Робот's «芯片» 🚀; DROP TABLE watchlist";
    watchlist.apply({ kind: 'rename-section', sectionId: 2, name });
    watchlist.apply({ kind: 'add-item', sectionId: 2, symbol: name, position: 0 });
    expect(watchlist.load().sections[1]).toMatchObject({ id: 2, name, seed: 'ai-labs' });
    expect(symbolsOf(watchlist.load())[1]?.[0]).toBe(name);
  });

  it('survives closing and opening', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    first.watchlist.apply({ kind: 'add-item', sectionId: 1, symbol: 'XNAS:ORCL', position: 4 });
    const before = first.watchlist.load();
    first.database.dispose();
    expect(openForTest(folder).watchlist.load()).toEqual(before);
  });

  it.each([
    { kind: 'remove-item', itemId: 99 },
    { kind: 'move-item', itemId: 99, sectionId: 1, position: 0 },
    { kind: 'move-section', sectionId: 99, position: 0 },
    { kind: 'remove-section', sectionId: 99 },
    { kind: 'remove-section', sectionId: 1 },
    { kind: 'add-item', sectionId: 1, symbol: 'XNAS:GOOGL', position: 0 },
    { kind: 'add-item', sectionId: 99, symbol: 'XNAS:AMD', position: 0 },
    { kind: 'move-item', itemId: 1, sectionId: 99, position: 0 },
  ] as const)('leaves the list as it was where the service let something through: %j', (change) => {
    const { watchlist } = openForTest(temporaryFolder());
    const before = watchlist.load();
    expect(() => watchlist.apply(change)).toThrow();
    expect(watchlist.load()).toEqual(before);
  });

  it('loses nothing when the disk is full, and goes on when it is not any more', () => {
    const { database, watchlist } = openForTest(temporaryFolder());
    const pages = database.get<{ page_count: number }>('PRAGMA page_count', [])?.page_count ?? 0;
    database.get(`PRAGMA max_page_count = ${pages}`, []);
    const fill = (): void => {
      for (let index = 0; index < 1_000; index += 1) {
        const symbol = `filler ${index} `.padEnd(64, 'x');
        watchlist.apply({ kind: 'add-item', sectionId: 2, symbol, position: 0 });
      }
    };
    let before = watchlist.load();
    expect(() => {
      fill();
    }).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    const written = watchlist.load();
    expect(written.revision - before.revision).toBe(itemCount(written) - itemCount(before));
    expect(denseProblems(database)).toEqual([]);

    before = written;
    database.get('PRAGMA max_page_count = 100000', []);
    watchlist.apply({ kind: 'add-item', sectionId: 2, symbol: 'XNAS:AFTER', position: 0 });
    expect(watchlist.load().revision).toBe(before.revision + 1);
  });
});

function itemCount(list: Watchlist): number {
  return list.sections.reduce((count, { items }) => count + items.length, 0);
}

/** Sections and items whose position is not their index. */
function denseProblems(database: UserDatabase): readonly unknown[] {
  return database.all(
    `SELECT * FROM (
       SELECT position, row_number() OVER (ORDER BY position, id) - 1 AS wanted
         FROM watchlist_section
       UNION ALL
       SELECT position, row_number() OVER (PARTITION BY section_id ORDER BY position, id) - 1
         FROM watchlist_item
     ) WHERE position <> wanted`,
    [],
  );
}

/** Positions instead of identities, so that one script fits two stores. */
type Step = readonly [command: string, first: number, second: number, third: number];

function service(repository: WatchlistRepository): WatchlistService {
  const watchlist = new WatchlistService(
    repository,
    new Signal((error) => {
      throw error;
    }),
  );
  watchlist.start();
  return watchlist;
}

function run(watchlist: WatchlistService, [command, first, second, third]: Step): WatchlistResult {
  const { sections } = watchlist.list();
  const idAt = (rows: readonly { readonly id: number }[] | undefined, index: number): number =>
    rows?.[index % Math.max(1, rows.length)]?.id ?? 999;
  const sectionId = idAt(sections, first);
  const itemId = idAt(sections[first % Math.max(1, sections.length)]?.items, second);
  const targetId = idAt(sections, third);
  const commands: Readonly<Record<string, () => WatchlistResult>> = {
    'add-item': () =>
      watchlist.addItem({ sectionId, symbol: `XNAS:T${second % 9}`, position: third }),
    'remove-item': () => watchlist.removeItem({ itemId }),
    'move-item': () => watchlist.moveItem({ itemId, sectionId: targetId, position: second }),
    'add-section': () => watchlist.addSection({ name: `S${second}`, position: third }),
    'rename-section': () => watchlist.renameSection({ sectionId, name: `R${second}` }),
    'move-section': () => watchlist.moveSection({ sectionId, position: third }),
    'remove-section': () => watchlist.removeSection({ sectionId }),
  };
  const perform = commands[command];
  if (perform === undefined) throw new Error(`no command ${command}`);
  return perform();
}

/** What two stores must agree on: everything but the identities. */
function outcome(result: WatchlistResult): unknown {
  if (!result.ok) return result.reason;
  const { revision, sections } = result.watchlist;
  return {
    revision,
    sections: sections.map(({ name, seed, items }) => [name, seed, items.map((i) => i.symbol)]),
  };
}

describe('WatchlistService on SQLite', () => {
  const commands = [
    'add-item',
    'add-item',
    'remove-item',
    'move-item',
    'move-item',
    'add-section',
    'rename-section',
    'move-section',
    'remove-section',
  ];
  const index = fc.nat({ max: 12 });
  const script = fc.array(fc.tuple(fc.constantFrom(...commands), index, index, index), {
    maxLength: 40,
  });

  it('does what the list in arrays does, whatever the commands, with positions without gaps', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const { database, watchlist } = openForTest(temporaryFolder());
        const real = service(watchlist);
        const model = service(new FakeWatchlistRepository(watchlist.load().sections));
        for (const step of steps) {
          expect(outcome(run(real, step))).toEqual(outcome(run(model, step)));
        }
        expect(denseProblems(database)).toEqual([]);
        database.dispose();
      }),
      { numRuns: 40 },
    );
  });
});
