import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WatchlistService } from '../../../electron/core/watchlist/watchlist-service';
import { diceOf, editAtRandom, SEED_NAMES } from '../../helpers/random-list-edit';
import { danglingRows, listDump } from './list-dump';
import { openForTest, serviceOver } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

interface Step {
  readonly before: string;
  readonly after: string;
}

/** The states around each step that can be taken back. */
function editAndNote(
  service: WatchlistService,
  dump: () => string,
  seeds: readonly number[],
): Step[] {
  const steps: Step[] = [];
  for (const seed of seeds) {
    const before = dump();
    const last = service.now().steps.undo?.id;
    editAtRandom(service, diceOf(seed));
    if (service.now().steps.undo?.id !== last) steps.push({ before, after: dump() });
  }
  return steps;
}

const SEED_WITH_ALL = 20260528;
const seeds = fc.array(fc.nat({ max: 1e9 }), { minLength: 5, maxLength: 60 });

/** Takes sequences of commands back and does them again. @returns the kinds of edits that occurred */
function takeBack(parameters: fc.Parameters<[number[]]>): ReadonlySet<string> {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(seeds, (all) => {
      const { database, watchlist } = openForTest(temporaryFolder());
      const service = serviceOver(database);
      const dump = (): string => listDump(database);
      const steps = editAndNote(service, dump, all);
      expect(watchlist.load().watchlists).toEqual(service.lists());
      expect(danglingRows(database)).toEqual([]);

      for (const { before } of steps.toReversed()) {
        const { edit } = service.undo();
        kinds.add(edit?.kind ?? '');
        expect(dump(), `undo ${edit?.kind}`).toBe(before);
      }
      expect(service.undo().edit).toBeNull();
      for (const { after } of steps) {
        const { edit } = service.redo();
        expect(dump(), `redo ${edit?.kind}`).toBe(after);
      }
      expect(service.redo().edit).toBeNull();
      expect(watchlist.load().watchlists).toEqual(service.lists());
      expect(danglingRows(database)).toEqual([]);
      database.dispose();
    }),
    parameters,
  );
  return kinds;
}

describe('the history of the lists', () => {
  it('takes any sequence of commands back step by step, byte by byte, and does it again', () => {
    takeBack({ numRuns: 25 });
  });

  it('has every kind of command among them', () => {
    // The same ones each time: at random a rare kind is now and then among none of them.
    const kinds = takeBack({ numRuns: 25, seed: SEED_WITH_ALL });
    for (const kind of ['import', 'replace', 'restore', 'empty-trash', 'sort-section', 'star']) {
      expect(kinds).toContain(kind);
    }
  });

  it('goes on over restarts', () => {
    fc.assert(
      fc.property(seeds, (all) => {
        const folder = temporaryFolder();
        const first = openForTest(folder);
        const states = editAndNote(
          serviceOver(first.database),
          () => listDump(first.database),
          all,
        );
        first.database.dispose();
        for (const { before } of states.toReversed().slice(0, 4)) {
          const { database } = openForTest(folder);
          serviceOver(database).undo();
          expect(listDump(database)).toBe(before);
          database.dispose();
        }
      }),
      { numRuns: 8 },
    );
  });

  it('can do nothing again after another change, and says what it can', () => {
    const service = serviceOver(openForTest(temporaryFolder()).database);
    service.addList({ name: 'A', position: 9 });
    service.renameList({ listId: 1, name: 'First' });
    expect(service.undo().edit).toMatchObject({ kind: 'rename-list', name: 'First', count: 1 });
    expect(service.now().steps).toMatchObject({
      undo: { kind: 'add-list', name: 'A' },
      redo: { kind: 'rename-list', name: 'First' },
    });
    service.addSection({ listId: 1, name: 'B', position: 0 });
    expect(service.now().steps.redo).toBeNull();
    expect(service.redo().edit).toBeNull();
  });

  it('keeps 500 steps, and fewer where they are very long', () => {
    const { database } = openForTest(temporaryFolder());
    const service = serviceOver(database);
    const count = (): unknown =>
      database.all('SELECT count(*) AS steps, min(id) AS first FROM list_edit', [])[0];
    for (let step = 1; step <= 503; step += 1) {
      service.renameSection({ sectionId: 1, name: `Name ${step}` });
    }
    expect(count()).toEqual({ steps: 500, first: 4 });

    const items = Array.from({ length: 1_000 }, (_, index) => ({
      ...{ symbol: `XNAS:L${index}`, written: null, note: 'x'.repeat(5_000) },
      ...{ flags: [], targets: [], lots: [] },
    }));
    const document = { name: 'Long', sections: [{ name: 'A', items }] };
    for (let round = 0; round < 5; round += 1) {
      const target = { kind: 'replace' as const, listId: 1 };
      service.importDocument({ document, target, names: SEED_NAMES });
    }
    // Each holds the notes three times: as they were, as they are, and in the trash.
    expect(count()).toMatchObject({ steps: 3 });
    expect(service.undo().edit?.kind).toBe('replace');
  });
});
