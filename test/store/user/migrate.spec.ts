import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../electron/store/connect';
import { readSchemaVersion } from '../../../electron/store/file-header';
import { ALL_MIGRATIONS } from '../../../electron/store/migrations/all-migrations';
import type { Migration } from '../../../electron/store/migrations/migration';
import { openUserDatabase } from '../../../electron/store/open-user-database';
import { SqliteAlertRepository } from '../../../electron/store/alerts/alert-repository';
import { priceDraft } from '../../helpers/made-up-rule';
import { fingerprints } from './files';
import { listDump } from './list-dump';
import {
  addSection,
  NOW_IN_NAMES,
  NOW_MS,
  openForTest,
  sectionNames,
  serviceOver,
} from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const LATEST = ALL_MIGRATIONS.length;

/** A step of the future, which only this test knows. */
const notes: Migration = {
  version: LATEST + 1,
  up: (database) => database.exec('CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT'),
};
const failing: Migration = {
  version: LATEST + 2,
  up: (database) => {
    database.exec("UPDATE list_section SET name = 'half done'");
    database.exec('INSERT INTO no_such_table VALUES (1)');
  },
};

const usedFolder = (): string => {
  const folder = temporaryFolder();
  const { database } = openForTest(folder);
  addSection(database, 'Mine');
  database.dispose();
  return folder;
};

const tables = (folder: string, migrations?: readonly Migration[]): readonly string[] =>
  openForTest(folder, migrations)
    .database.all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      [],
    )
    .map(({ name }) => name);

describe('the steps', () => {
  it('count from 1 without a gap', () => {
    expect(ALL_MIGRATIONS.map(({ version }) => version)).toEqual(
      Array.from({ length: LATEST }, (_, index) => index + 1),
    );
  });

  it('1 makes the tables of the watchlist and of the settings', () => {
    expect(tables(temporaryFolder(), ALL_MIGRATIONS.slice(0, 1))).toEqual([
      'key_value',
      'watchlist',
      'watchlist_item',
      'watchlist_section',
    ]);
  });

  it('2 adds the learned instruments and leaves what is there', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder, ALL_MIGRATIONS.slice(0, 1));
    first.database.run("UPDATE watchlist_section SET name = 'Mine' WHERE id = ?", [1]);
    first.database.dispose();
    const { database } = openForTest(folder, ALL_MIGRATIONS.slice(0, 2));
    const names = database.all('SELECT name FROM watchlist_section WHERE id = ?', [1]);
    expect(names).toEqual([{ name: 'Mine' }]);
    const rows = database.all('SELECT id, json, learned_at FROM learned_instrument', []);
    expect(rows).toEqual([]);
    expect(readSchemaVersion(join(folder, 'user.db'))).toBe(2);
  });

  it('4 adds the overlay of the record and its history', () => {
    const folder = temporaryFolder();
    openForTest(folder, ALL_MIGRATIONS.slice(0, 3)).database.dispose();
    const { database } = openForTest(folder, ALL_MIGRATIONS.slice(0, 4));
    for (const table of ['curation', 'curation_edit', 'curation_change']) {
      expect(database.all(`SELECT * FROM ${table}`, [])).toEqual([]);
    }
  });

  it('7 lets rules of before wait for nothing', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder, ALL_MIGRATIONS.slice(0, 6));
    const values = [1, JSON.stringify(priceDraft()), 1, NOW_MS];
    first.database.run(
      'INSERT INTO alert_rule (revision, json, enabled, created_at) VALUES (?, ?, ?, ?)',
      values,
    );
    first.database.dispose();
    const { database } = openForTest(folder);
    const [rule] = new SqliteAlertRepository(database).rules();
    expect(rule).toMatchObject({ ...priceDraft(), id: 1, splits: [] });
    expect(rule).not.toHaveProperty('held');
  });
});

describe('migrate', () => {
  const migrations = [...ALL_MIGRATIONS, notes];

  it('runs only the missing steps, keeps what is there and says the version in the header', () => {
    const folder = usedFolder();
    const { database, watchlist, notice } = openForTest(folder, migrations);
    expect(notice).toBeNull();
    expect(sectionNames({ watchlist })[0]).toBe('Mine');
    database.run('INSERT INTO note (id) VALUES (?)', [1]);
    expect(readSchemaVersion(join(folder, 'user.db'))).toBe(LATEST + 1);
  });

  it('writes a readable backup of the older version before', () => {
    const folder = usedFolder();
    openForTest(folder, migrations);

    const name = `user-${NOW_IN_NAMES}-before_v${LATEST + 1}.db`;
    expect(readdirSync(join(folder, 'backups'))).toEqual([name]);
    const restored = temporaryFolder();
    copyFileSync(join(folder, 'backups', name), join(restored, 'user.db'));
    const { watchlist, notice } = openForTest(restored);
    expect(notice).toBeNull();
    expect(sectionNames({ watchlist })[0]).toBe('Mine');
  });

  it('takes an edit that stands only in the log into the backup', () => {
    const source = usedFolder();
    const connection = connect(join(source, 'user.db'));
    connection.exec("UPDATE list_section SET name = 'in the log' WHERE seed IS NULL");
    const folder = temporaryFolder();
    for (const name of ['user.db', 'user.db-wal'])
      copyFileSync(join(source, name), join(folder, name));
    connection.close();
    openForTest(folder, migrations);

    const restored = temporaryFolder();
    const [backup = ''] = readdirSync(join(folder, 'backups'));
    copyFileSync(join(folder, 'backups', backup), join(restored, 'user.db'));
    expect(sectionNames(openForTest(restored))[0]).toBe('in the log');
  });

  it('makes no backup on a first start and none where nothing is to do', () => {
    const folder = temporaryFolder();
    openForTest(folder, migrations).database.dispose();
    openForTest(folder, migrations);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('leaves the older version as it was when a step fails, and says which', () => {
    const folder = usedFolder();
    const opening = openUserDatabase({
      folder,
      now: () => NOW_MS,
      migrations: [...migrations, failing],
    });

    expect(opening).toEqual({
      ok: false,
      failure: {
        reason: 'migration-failed',
        detail: `user.db stays at version ${LATEST}, not ${LATEST + 2}: no such table: no_such_table`,
      },
    });
    expect(tables(folder)).not.toContain('note');
    expect(sectionNames(openForTest(folder))[0]).toBe('Mine');
    expect(openForTest(folder).notice).toBeNull();
  });
});

describe('a database of a newer app', () => {
  const newer = [...ALL_MIGRATIONS, notes];
  const refusal = {
    ok: false,
    failure: {
      reason: 'newer-database',
      detail: `user.db has version ${LATEST + 1}; this app knows up to ${LATEST}`,
    },
  };

  it('is refused without being touched', () => {
    const folder = temporaryFolder();
    openForTest(folder, newer).database.dispose();
    const before = fingerprints(folder);

    expect(openUserDatabase({ folder, now: () => NOW_MS })).toEqual(refusal);
    expect(fingerprints(folder)).toEqual(before);
    expect(openForTest(folder, newer).notice).toBeNull();
  });

  it('is refused without playing its log in', () => {
    const source = temporaryFolder();
    openForTest(source, newer).database.dispose();
    const connection = connect(join(source, 'user.db'));
    connection.exec("UPDATE list_section SET name = 'in the log' WHERE seed IS NULL");
    const folder = temporaryFolder();
    for (const name of ['user.db', 'user.db-wal'])
      copyFileSync(join(source, name), join(folder, name));
    connection.close();
    const before = fingerprints(folder);

    expect(openUserDatabase({ folder, now: () => NOW_MS })).toEqual(refusal);
    expect(fingerprints(folder)).toEqual(before);
  });

  it('is refused where only its log knows the version, and loses nothing', () => {
    const source = usedFolder();
    const connection = connect(join(source, 'user.db'));
    connection.exec(`BEGIN; PRAGMA user_version = ${LATEST + 1}; COMMIT`);
    const folder = temporaryFolder();
    for (const name of ['user.db', 'user.db-wal'])
      copyFileSync(join(source, name), join(folder, name));
    connection.close();
    expect(readSchemaVersion(join(folder, 'user.db'))).toBe(LATEST);

    expect(openUserDatabase({ folder, now: () => NOW_MS })).toEqual(refusal);
    expect(sectionNames(openForTest(folder, newer))[0]).toBe('Mine');
  });
});

describe('5, many lists', () => {
  /** What a released app of an older version had in its lists. */
  function releasedFolder(version: number): string {
    const folder = temporaryFolder();
    const { database } = openForTest(folder, ALL_MIGRATIONS.slice(0, version));
    database.exec(`
      DELETE FROM watchlist_item WHERE id = 26;
      INSERT INTO watchlist_section (watchlist_id, position, name) VALUES (1, 4, 'Mine 我的');
      INSERT INTO watchlist_item (section_id, position, symbol) VALUES (5, 0, 'ask Ming');
      INSERT INTO watchlist_item (section_id, position, symbol) VALUES (5, 1, 'XHKG:02513');
      DELETE FROM watchlist_item WHERE symbol = 'ask Ming';
      UPDATE watchlist_section SET name = 'Labs', position = 9 WHERE id = 2;
      UPDATE watchlist_section SET position = 1 WHERE id = 5;
      UPDATE watchlist_section SET position = 4 WHERE id = 2;
      UPDATE watchlist SET revision = 41;
    `);
    database.dispose();
    return folder;
  }

  it.each([1, 2, 3, 4])('keeps every line of version %i, with its identity', (version) => {
    const folder = releasedFolder(version);
    const { watchlist, notice, database } = openForTest(folder);
    expect(notice).toBeNull();
    const { watchlists, steps, lastId } = watchlist.load();
    expect(watchlists).toMatchObject({ revision: 41, openListId: 1, starred: [] });
    expect(watchlists.lists).toHaveLength(1);
    expect(watchlists.lists[0]).toMatchObject({ id: 1, name: null, seed: 'chip-race' });
    expect(watchlists.lists[0]?.sections.map(({ id, name, seed }) => [id, name, seed])).toEqual([
      [1, null, 'in-house-silicon'],
      [5, 'Mine 我的', null],
      [3, null, 'merchant-silicon'],
      [4, null, 'foundry-and-memory'],
      [2, 'Labs', 'ai-labs'],
    ]);
    expect(watchlists.lists[0]?.sections[1]?.items).toEqual([
      {
        ...{ id: 28, symbol: 'XHKG:02513', written: null },
        ...{ note: '', flags: [], targets: [], lots: [] },
      },
    ]);
    expect(watchlists.lists[0]?.sections.flatMap(({ items }) => items)).toHaveLength(26);
    expect(steps).toEqual({ undo: null, redo: null });
    // Also of what was deleted: 27 was.
    expect(lastId).toBe(28);
    const old = "SELECT name FROM sqlite_schema WHERE name LIKE 'watchlist%'";
    expect(database.all(old, [])).toEqual([]);
    expect(readdirSync(join(folder, 'backups'))[0]).toContain(`before_v${LATEST}`);
  });

  it('can be edited and taken back from there', () => {
    const { database } = openForTest(releasedFolder(4));
    const service = serviceOver(database);
    const before = listDump(database);
    service.moveSection({ sectionId: 2, listId: 1, position: 0 });
    service.removeItems({ itemIds: [28] });
    service.undo();
    service.undo();
    expect(listDump(database)).toBe(before);
  });
});
