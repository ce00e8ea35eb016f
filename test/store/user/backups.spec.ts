import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { FileBackupRepository } from '../../../electron/store/backups/backup-repository';
import { announceIncoming } from '../../../electron/store/backups/incoming-database';
import { readSchemaVersion } from '../../../electron/store/file-header';
import { ALL_MIGRATIONS } from '../../../electron/store/migrations/all-migrations';
import type { Migration } from '../../../electron/store/migrations/migration';
import { SqliteProviderRowsRepository } from '../../../electron/store/providers/provider-rows-repository';
import { SqliteAppFactsRepository } from '../../../electron/store/settings/app-facts-repository';
import type { UserDatabase } from '../../../electron/store/user-database';
import { fingerprints, sha256 } from './files';
import { listDump } from './list-dump';
import { addSection, NOW_MS, openForTest, sectionNames, serviceOver } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const LATEST = ALL_MIGRATIONS.length;
const SECRET = 'c2VjcmV0LWtleQ==';

interface Kept {
  readonly folder: string;
  readonly database: UserDatabase;
  readonly store: FileBackupRepository;
}

/** An open database with a section, a key and the path of a folder. */
function usedStore(section = 'Mine', folder = temporaryFolder()): Kept {
  const { database } = openForTest(folder);
  addSection(database, section);
  const rows = new SqliteProviderRowsRepository(database);
  rows.writeKey('tiingo', { backend: 'basic_text', ciphertext: SECRET });
  rows.writeSettings('yahoo', { enabled: false, addresses: {} });
  new SqliteAppFactsRepository(database).write({ barsFolder: `/home/${section}/bars` });
  return { folder, database, store: storeOf(folder, database) };
}

function storeOf(folder: string, database: UserDatabase): FileBackupRepository {
  const file = join(folder, 'user.db');
  return new FileBackupRepository({ database, file, migrations: ALL_MIGRATIONS });
}

const namesIn = (folder: string): readonly string[] => readdirSync(join(folder, 'backups')).sort();
const besides = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => !/^(user\.db(-wal|-shm)?|backups)$/.test(name));

/** What stands on the desk after a restart. */
function restarted({ folder, database }: Kept) {
  database.dispose();
  return openForTest(folder);
}

describe('backups', () => {
  it('are told newest first, with what they were taken for, each at its own moment', () => {
    const { store, folder } = usedStore();
    expect(store.take('daily', NOW_MS)).toBeNull();
    expect(store.take('asked', NOW_MS)).toBeNull();
    writeFileSync(join(folder, 'backups', 'notes.txt'), 'mine');
    for (const label of ['before_v5', 'before_restore', 'by_hand']) {
      writeFileSync(join(folder, 'backups', `user-20250101T000000000Z-${label}.db`), 'x');
    }
    expect(store.list().map(({ takenAt, reason }) => [takenAt - NOW_MS >= 0, reason])).toEqual([
      [true, 'asked'],
      [true, 'daily'],
      ...[
        [false, 'other'],
        [false, 'before-update'],
        [false, 'before-restore'],
      ],
    ]);
    expect(
      new Set(
        store
          .list()
          .slice(0, 2)
          .map(({ takenAt }) => takenAt),
      ).size,
    ).toBe(2);
    expect(store.list()[0]?.bytes).toBeGreaterThan(10_000);
  });

  it('hold what stands only in the log, and are sound', () => {
    const { store, folder, database } = usedStore();
    addSection(database, 'Only in the log');
    store.take('daily', NOW_MS);
    const copy = temporaryFolder();
    copyFileSync(join(folder, 'backups', namesIn(folder)[0] ?? ''), join(copy, 'user.db'));
    expect(sectionNames(openForTest(copy))[0]).toBe('Only in the log');
  });

  it('lose the oldest daily ones, and only those', () => {
    const { store, folder } = usedStore();
    store.take('asked', NOW_MS - 1_000);
    for (let day = 0; day < 9; day += 1) store.take('daily', NOW_MS + day);
    store.dropDaily(7);
    expect(namesIn(folder)).toHaveLength(8);
    expect(store.list().at(-1)).toMatchObject({ reason: 'asked' });
    expect(store.list().at(-2)).toMatchObject({ reason: 'daily', takenAt: NOW_MS + 2 });
  });

  it('can be taken away one by one', () => {
    const { store } = usedStore();
    store.take('asked', NOW_MS);
    store.remove(NOW_MS + 1);
    expect(store.list()).toHaveLength(1);
    store.remove(NOW_MS);
    expect(store.list()).toEqual([]);
  });

  it('say where there is no room, and leave nothing unfinished', () => {
    const { store, folder } = usedStore();
    writeFileSync(join(folder, 'backups'), 'a file in the way');
    expect(store.take('daily', NOW_MS)).toBe('not-writable');
    expect(besides(folder)).toEqual([]);
  });
});

describe('a restore', () => {
  it('puts the backup in the place of what is there at the next start, and keeps that first', async () => {
    const used = usedStore('Old');
    const { store, database, folder } = used;
    store.take('asked', NOW_MS - 60_000);
    const old = listDump(database);
    addSection(database, 'New');

    expect(await store.prepare({ takenAt: NOW_MS - 60_000 })).toMatchObject({
      ...{ ok: true, content: { lists: 1, items: 26 } },
    });
    expect(store.accept()).toBeNull();
    // What is edited before the restart is in the copy that is kept.
    addSection(database, 'At the last moment');

    const { database: next, notice } = restarted(used);
    expect(notice).toBeNull();
    expect(listDump(next)).toBe(old);
    expect(besides(folder)).toEqual([]);
    const [kept] = storeOf(folder, next).list();
    expect(kept).toMatchObject({ reason: 'before-restore', takenAt: NOW_MS });

    const back = storeOf(folder, next);
    await back.prepare({ takenAt: NOW_MS });
    back.accept();
    expect(sectionNames(restarted({ ...used, database: next })).slice(0, 3)).toEqual([
      ...['At the last moment', 'New', 'Old'],
    ]);
  });

  it('can itself be undone as the history goes with the file', async () => {
    const used = usedStore('A');
    used.store.take('asked', NOW_MS);
    await used.store.prepare({ takenAt: NOW_MS });
    used.store.accept();
    const { database } = restarted(used);
    expect(serviceOver(database).undo().edit).toMatchObject({ kind: 'add-section', name: 'A' });
  });

  it('of an older version is brought up to date before it is taken', async () => {
    const used = usedStore();
    const older = temporaryFolder();
    openForTest(older, ALL_MIGRATIONS.slice(0, 2)).database.dispose();
    mkdirSync(join(used.folder, 'backups'));
    copyFileSync(
      join(older, 'user.db'),
      join(used.folder, 'backups', 'user-20250101T000000000Z-before_v3.db'),
    );
    const [backup] = used.store.list();
    expect(await used.store.prepare({ takenAt: backup?.takenAt ?? 0 })).toMatchObject({ ok: true });
    used.store.accept();
    expect(readSchemaVersion(join(used.folder, 'user.db.incoming'))).toBe(LATEST);
    expect(sectionNames(restarted(used))).toEqual([null, null, null, null]);
  });

  it('is finished by the next start where it was killed between the last two steps', async () => {
    const used = usedStore('Old');
    used.store.take('asked', NOW_MS);
    addSection(used.database, 'New');
    await used.store.prepare({ takenAt: NOW_MS });
    used.store.accept();
    used.database.dispose();
    // The log of what was there is gone, the new file is not in its place yet.
    const killed = temporaryFolder();
    for (const name of ['user.db', 'user.db.incoming']) {
      copyFileSync(join(used.folder, name), join(killed, name));
    }
    expect(sectionNames(openForTest(killed))[0]).toBe('Old');
    expect(besides(killed)).toEqual([]);
  });

  it('never plays the old log into the new file', async () => {
    const used = usedStore('Old');
    used.store.take('asked', NOW_MS);
    addSection(used.database, 'In the log');
    await used.store.prepare({ takenAt: NOW_MS });
    used.store.accept();
    const killed = temporaryFolder();
    for (const name of ['user.db', 'user.db-wal', 'user.db.incoming']) {
      copyFileSync(join(used.folder, name), join(killed, name));
    }
    const { watchlist, database } = openForTest(killed);
    expect(sectionNames({ watchlist })[0]).toBe('Old');
    const [kept] = storeOf(killed, database).list();
    await storeOf(killed, database).prepare({ takenAt: kept?.takenAt ?? 0 });
    storeOf(killed, database).accept();
    database.dispose();
    expect(sectionNames(openForTest(killed))[0]).toBe('In the log');
  });

  it('takes the place of a damaged file too, which is kept', async () => {
    const used = usedStore('Old');
    used.store.take('asked', NOW_MS);
    await used.store.prepare({ takenAt: NOW_MS });
    used.store.accept();
    used.database.dispose();
    truncateSync(join(used.folder, 'user.db'), 5_000);
    const damaged = sha256(join(used.folder, 'user.db'));
    expect(sectionNames(openForTest(used.folder))[0]).toBe('Old');
    const kept = besides(used.folder).filter((name) => !/-(wal|shm)$/.test(name));
    expect(kept).toHaveLength(1);
    expect(sha256(join(used.folder, kept[0] ?? ''))).toBe(damaged);
  });

  it('waits where a newer app left it', () => {
    const future: Migration = {
      version: LATEST + 1,
      up: (database) => void database.exec('SELECT 1'),
    };
    const newer = temporaryFolder();
    openForTest(newer, [...ALL_MIGRATIONS, future]).database.dispose();
    const used = usedStore('Old');
    announceIncoming(join(newer, 'user.db'), join(used.folder, 'user.db'));
    expect(sectionNames(restarted(used))[0]).toBe('Old');
    expect(existsSync(join(used.folder, 'user.db.incoming'))).toBe(true);
  });

  it('of what is not there or nobody prepared is refused', async () => {
    const { store } = usedStore();
    expect(await store.prepare({ takenAt: 5 })).toEqual({ ok: false, reason: 'unknown-backup' });
    expect(store.accept()).toBe('not-readable');
  });
});

describe('everything in one file', () => {
  it('goes to another machine without loss, but without keys and paths', async () => {
    const from = usedStore('Theirs');
    serviceOver(from.database).setDetails({ itemIds: [1], details: { note: 'Notiz 笔记' } });
    const dump = listDump(from.database);
    const path = join(temporaryFolder(), 'deep', 'All.tapeout-backup');
    expect(await from.store.exportTo(path)).toBeNull();
    expect(besides(from.folder)).toEqual([]);
    const bytes = readFileSync(path);
    for (const secret of [SECRET, 'provider-keys', '/home/Theirs/bars']) {
      expect(bytes.includes(secret), secret).toBe(false);
    }
    expect(readSchemaVersion(path)).toBe(LATEST);

    const to = usedStore('Ours');
    expect(await to.store.prepare({ path })).toMatchObject({
      ...{ ok: true, content: { lists: 1, items: 26, bytes: expect.any(Number) } },
    });
    to.store.accept();
    const { database } = restarted(to);
    expect(listDump(database)).toBe(dump);
    // The keys and the folder of this machine stay.
    const rows = new SqliteProviderRowsRepository(database);
    expect(rows.readKeys().get('tiingo')?.ciphertext).toBe(SECRET);
    expect(rows.readSettings().get('yahoo')).toMatchObject({ enabled: false });
    expect(new SqliteAppFactsRepository(database).read().barsFolder).toBe('/home/Ours/bars');
  });

  it('takes the place of an older file as a whole, and says where it cannot', async () => {
    const { store } = usedStore();
    const folder = temporaryFolder();
    const path = join(folder, 'All.tapeout-backup');
    writeFileSync(path, 'older');
    expect(await store.exportTo(path)).toBeNull();
    expect(readdirSync(folder)).toEqual(['All.tapeout-backup']);
    expect(await store.exportTo(join(path, 'in a file'))).toBe('not-writable');
  });
});

/** A good export, damaged or replaced by a made-up one. */
async function exported(): Promise<string> {
  const path = join(temporaryFolder(), 'All.tapeout-backup');
  await usedStore().store.exportTo(path);
  return path;
}

function changed(path: string, sql: string): void {
  const connection = new Database(path);
  connection.exec(sql);
  connection.close();
}

describe('a file that cannot be taken', () => {
  const future = LATEST + 1;
  it.each<[what: string, spoil: (path: string) => void, reason: string]>([
    ['a text', (path) => writeFileSync(path, 'these are my shares\n'.repeat(400)), 'not-ours'],
    ['nothing', (path) => truncateSync(path, 0), 'not-ours'],
    ['another program', (path) => changed(path, 'PRAGMA application_id = 1'), 'not-ours'],
    ['a newer app', (path) => changed(path, `PRAGMA user_version = ${future}`), 'newer-version'],
    ['a file cut off', (path) => truncateSync(path, 20_000), 'damaged'],
    [
      'a trigger',
      (path) =>
        changed(path, 'CREATE TRIGGER t AFTER DELETE ON list BEGIN DELETE FROM list_item; END'),
      'not-ours',
    ],
    ['a view', (path) => changed(path, 'CREATE VIEW v AS SELECT 1'), 'not-ours'],
    ['one table more', (path) => changed(path, 'CREATE TABLE more (id INTEGER)'), 'not-ours'],
    ['one table less', (path) => changed(path, 'DROP TABLE curation_change'), 'not-ours'],
    ['one column more', (path) => changed(path, 'ALTER TABLE list ADD COLUMN x TEXT'), 'not-ours'],
    ['an older version than it is', (path) => changed(path, 'PRAGMA user_version = 2'), 'damaged'],
    [
      'items without a section',
      (path) => changed(path, 'PRAGMA foreign_keys = OFF; DELETE FROM list_section'),
      'damaged',
    ],
  ])('as it is %s is refused, and nothing is changed', async (_, spoil, reason) => {
    const path = await exported();
    spoil(path);
    const { store, folder, database } = usedStore();
    database.run("UPDATE list SET name = 'mine' WHERE id = ?", [1]);
    const before = listDump(database);
    const file = sha256(path);
    expect(await store.prepare({ path })).toEqual({ ok: false, reason });
    expect(store.accept()).toBe('not-readable');
    expect(listDump(database)).toBe(before);
    expect(besides(folder)).toEqual([]);
    expect(sha256(path)).toBe(file);
  });

  it('as it is not there or a folder is refused', async () => {
    const { store, folder } = usedStore();
    const missing = { path: join(folder, 'missing') };
    expect(await store.prepare(missing)).toEqual({ ok: false, reason: 'not-readable' });
    expect(await store.prepare({ path: folder })).toEqual({ ok: false, reason: 'not-ours' });
  });

  it('is not touched when it is taken (control)', async () => {
    const path = await exported();
    const before = fingerprints(join(path, '..'));
    const { store } = usedStore();
    expect(await store.prepare({ path })).toMatchObject({ ok: true });
    expect(fingerprints(join(path, '..'))).toEqual(before);
    store.discard();
    expect(store.accept()).toBe('not-readable');
  });
});
