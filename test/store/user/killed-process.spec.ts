import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_MIGRATIONS } from '../../../electron/store/migrations/all-migrations';
import { SqliteSettingsRepository } from '../../../electron/store/settings/settings-repository';
import type { Watchlist } from '../../../src/shared/domain/watchlist/watchlist';
import { bundleChild, type ChildBundle } from './child-bundle';
import { FIRST_SYMBOLS, openForTest, symbolsOf } from './open-for-test';
import { runUntilKilled } from './run-until-killed';
import { temporaryFolder } from './temporary-folder';

const KILLS = 20;

interface Acknowledged {
  readonly round: number;
  readonly list: Watchlist;
}

let child: ChildBundle;

beforeAll(async () => {
  child = await bundleChild('killable-child.ts');
}, 60_000);

afterAll(() => child.remove());

/** Checks with a connection of its own, before our opening could mend anything. */
function integrity(folder: string): unknown {
  const connection = new Database(join(folder, 'user.db'));
  const rows = connection.prepare('PRAGMA integrity_check').all([]);
  connection.close();
  return rows;
}

describe('edits', () => {
  it(`are never lost once acknowledged, over ${KILLS} kills of one database at random moments`, async () => {
    const folder = temporaryFolder();
    let acknowledgedEdits = 0;
    for (let seed = 1; seed <= KILLS; seed += 1) {
      const killAfter = 1 + Math.floor(Math.random() * 15);
      const told = `kill ${seed} after ${killAfter} edits`;
      const lines = await runUntilKilled(child.file, ['edit', folder, String(seed)], killAfter);
      const last = JSON.parse(lines.at(-1) ?? '') as Acknowledged;
      acknowledgedEdits += lines.length;

      expect(integrity(folder), told).toEqual([{ integrity_check: 'ok' }]);
      const { database, watchlist, notice } = openForTest(folder);
      const stored = watchlist.load();
      const round = new SqliteSettingsRepository(database).readAll().get(`round${seed}`);
      database.dispose();

      expect(notice, told).toBeNull();
      // The edit under way when the kill came may be there or not; everything before it must be.
      expect([last.round, last.round + 1], told).toContain(round);
      expect([last.list.revision, last.list.revision + 1], told).toContain(stored.revision);
      if (stored.revision === last.list.revision) expect(stored, told).toEqual(last.list);
    }
    expect(acknowledgedEdits).toBeGreaterThanOrEqual(KILLS);
  });
});

describe('a kill in the middle', () => {
  it('of the first start leaves no half database, and the next start is a first start', async () => {
    const folder = temporaryFolder();
    await runUntilKilled(child.file, ['stop', folder, '1'], 1);
    expect(existsSync(join(folder, 'user.db'))).toBe(false);

    const { watchlist, notice } = openForTest(folder);
    expect(symbolsOf(watchlist.load())).toEqual(FIRST_SYMBOLS);
    expect(notice).toBeNull();
  });

  it('of a migration leaves the older version with every edit, and a backup', async () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    first.watchlist.apply({ kind: 'add-section', name: 'Mine', position: 0 });
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
