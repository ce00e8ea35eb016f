import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_MIGRATIONS } from '../../../electron/store/migrations/all-migrations';
import { SqliteSettingsRepository } from '../../../electron/store/settings/settings-repository';
import type { UserDatabase } from '../../../electron/store/user-database';
import { bundleChild, type ChildBundle } from './child-bundle';
import { danglingRows, listDump, withoutDesk } from './list-dump';
import { addSection, FIRST_SYMBOLS, openForTest, serviceOver, symbolsOf } from './open-for-test';
import { runUntilKilled } from './run-until-killed';
import { temporaryFolder } from './temporary-folder';

/** Kills of one database, before the next one begins small again. */
const KILLS = 25;
const DATABASES = 8;
const LONGEST_MS = 540_000;

/** What the child said: the state after a command, or that one begins. */
type Line = Acknowledged | { readonly starting: string };

interface Acknowledged {
  readonly round: number;
  readonly revision: number;
  readonly undoId: number;
  readonly dump: string;
  readonly withoutDesk: string;
}

let child: ChildBundle;

beforeAll(async () => {
  child = await bundleChild('killable-child.ts');
}, 60_000);

afterAll(() => child.remove());

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Checks with a connection of its own, before our opening could mend anything. */
function integrity(folder: string): unknown {
  const connection = new Database(join(folder, 'user.db'));
  const rows = connection.prepare('PRAGMA integrity_check').all([]);
  connection.close();
  return rows;
}

/**
 * Checks that the file is as after the last acknowledged command, or as after the whole of the one
 * that was under way: then taking that one back leads to the former.
 */
function expectWhole(database: UserDatabase, last: Acknowledged, told: string): void {
  const service = serviceOver(database);
  const { watchlists, steps } = service.now();
  const now = listDump(database);
  expect([last.revision, last.revision + 1], told).toContain(watchlists.revision);
  expect(danglingRows(database), told).toEqual([]);
  if (watchlists.revision === last.revision) {
    expect(sha256Of(now), told).toBe(last.dump);
    return;
  }
  const undoId = steps.undo?.id ?? 0;
  if (undoId === last.undoId) {
    // Another list was put on the desk, which is no step.
    expect(sha256Of(withoutDesk(now)), told).toBe(last.withoutDesk);
    return;
  }
  if (undoId > last.undoId) service.undo();
  else service.redo();
  expect(sha256Of(listDump(database)), told).toBe(last.dump);
  if (undoId > last.undoId) service.redo();
  else service.undo();
  expect(listDump(database), told).toBe(now);
}

describe('edits and imports', () => {
  const databases = Array.from({ length: DATABASES }, (_, index) => index);
  it.each(databases)(
    `are whole and never lost once acknowledged, over ${KILLS} kills at random moments (database %i)`,
    { timeout: LONGEST_MS },
    async (index) => {
      const folder = temporaryFolder();
      let acknowledged = 0;
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const seed = index * KILLS + kill;
        const killAfter = 1 + Math.floor(Math.random() * 12);
        const told = `kill ${seed} after ${killAfter} lines`;
        const lines = await runUntilKilled(child.file, ['edit', folder, String(seed)], killAfter);
        const states = lines
          .map((line) => JSON.parse(line) as Line)
          .filter((line) => 'revision' in line);
        const last = states.at(-1);
        if (!last) throw new Error(`${told}: nothing was acknowledged`);
        acknowledged += last.round;

        expect(integrity(folder), told).toEqual([{ integrity_check: 'ok' }]);
        const { database, notice } = openForTest(folder);
        const round = new SqliteSettingsRepository(database).readAll().get(`round${seed}`) ?? 0;
        expect(notice, told).toBeNull();
        expect([last.round, last.round + 1], told).toContain(round);
        expectWhole(database, last, told);
        database.dispose();
      }
      expect(acknowledged).toBeGreaterThanOrEqual(KILLS);
    },
  );
});

describe('a kill in the middle', () => {
  it('of the first start leaves no half database, and the next start is a first start', async () => {
    const folder = temporaryFolder();
    await runUntilKilled(child.file, ['stop', folder, '1'], 1);
    expect(existsSync(join(folder, 'user.db'))).toBe(false);

    const { watchlist, notice } = openForTest(folder);
    expect(symbolsOf({ watchlist })).toEqual(FIRST_SYMBOLS);
    expect(notice).toBeNull();
  });

  it('of a migration leaves the older version with every edit, and a backup', async () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    addSection(first.database, 'Mine');
    const before = first.watchlist.load();
    first.database.dispose();

    const future = String(ALL_MIGRATIONS.length + 1);
    await runUntilKilled(child.file, ['stop', folder, future], 1);

    expect(integrity(folder)).toEqual([{ integrity_check: 'ok' }]);
    const { database, watchlist, notice } = openForTest(folder);
    expect(watchlist.load()).toEqual(before);
    expect(notice).toBeNull();
    expect(database.get("SELECT name FROM sqlite_schema WHERE name = 'note'", [])).toBeUndefined();
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  });
});
