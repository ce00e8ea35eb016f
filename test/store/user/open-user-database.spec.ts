import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../../electron/store/connect';
import { ALL_MIGRATIONS } from '../../../electron/store/migrations/all-migrations';
import { openUserDatabase } from '../../../electron/store/open-user-database';
import { FIRST_WATCHLIST } from '../../../src/shared/domain/watchlist/watchlist';
import { fingerprints } from './files';
import {
  addSection,
  deskList,
  FIRST_SYMBOLS,
  NOW_MS,
  openForTest,
  serviceOver,
  symbolsOf,
} from './open-for-test';
import { temporaryFolder } from './temporary-folder';

describe('openUserDatabase on a first start', () => {
  it('makes the folder and a database with the first watchlist', () => {
    const folder = join(temporaryFolder(), 'deep', 'Tapeout');

    const { watchlist, notice } = openForTest(folder);

    const list = deskList({ watchlist });
    expect(notice).toBeNull();
    expect(watchlist.load()).toMatchObject({
      watchlists: { revision: 1, openListId: 1, starred: [] },
      steps: { undo: null, redo: null },
    });
    expect(list).toMatchObject({ id: 1, name: null, seed: 'chip-race' });
    expect(list.sections.map(({ name, seed }) => [name, seed])).toEqual(
      FIRST_WATCHLIST.map(({ seed }) => [null, seed]),
    );
    expect(symbolsOf({ watchlist })).toEqual(FIRST_SYMBOLS);
    expect(FIRST_SYMBOLS.flat()).toHaveLength(26);
  });

  it('leaves nothing unfinished beside it', () => {
    const folder = temporaryFolder();
    openForTest(folder).database.dispose();
    expect(readdirSync(folder).filter((name) => !/^user\.db(-wal|-shm)?$/.test(name))).toEqual([]);
  });

  it('takes the place of what an interrupted first start left', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'user.db.unfinished'), 'half a database');
    writeFileSync(join(folder, 'user.db.unfinished-wal'), 'half a log');
    const { watchlist, notice } = openForTest(folder);
    expect(symbolsOf({ watchlist })).toEqual(FIRST_SYMBOLS);
    expect(notice).toBeNull();
  });

  it('gives the first watchlist once: who empties it does not get it back', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    const service = serviceOver(first.database);
    for (const { id } of deskList(first).sections) service.removeSection({ sectionId: id });
    first.database.dispose();

    const { watchlists } = openForTest(folder).watchlist.load();
    expect(watchlists).toMatchObject({ revision: 1 + 4, lists: [{ id: 1, sections: [] }] });
  });
});

describe('the open database', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['fullfsync', 0],
    ['checkpoint_fullfsync', 1],
    ['trusted_schema', 0],
    ['application_id', 0x54504f54],
    ['user_version', ALL_MIGRATIONS.length],
  ])('has %s = %s, at the first start and later', (pragma, value) => {
    const folder = temporaryFolder();
    for (const start of ['first', 'second']) {
      const { database } = openForTest(folder);
      const row = database.get<Record<string, unknown>>(`PRAGMA ${pragma}`, []);
      expect(row?.[pragma], start).toBe(value);
      database.dispose();
    }
  });

  it('waits two seconds for a lock', () => {
    const { database } = openForTest(temporaryFolder());
    expect(database.get<{ timeout: number }>('PRAGMA busy_timeout', [])?.timeout).toBe(2000);
  });

  it('takes a transaction back as a whole when something in it fails', () => {
    const { database, watchlist } = openForTest(temporaryFolder());
    const before = watchlist.load();
    expect(() =>
      database.transaction(() => {
        database.run('UPDATE list_desk SET revision = 99', []);
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(watchlist.load()).toEqual(before);
    expect(database.transaction(() => 'next')).toBe('next');
  });

  it('refuses what its tables do not allow', () => {
    const { database } = openForTest(temporaryFolder());
    const insert = 'INSERT INTO list_item (section_id, position, symbol) VALUES (?, ?, ?)';
    expect(() => database.run(insert, [99, 0, 'XNAS:AMD'])).toThrow(/FOREIGN KEY/);
    expect(() => database.run(insert, [1, 0, 'XNAS:GOOGL'])).toThrow(/UNIQUE/);
    expect(() => database.run(insert, [1, 0, null])).toThrow(/NOT NULL/);
    const desk = 'INSERT INTO list_desk (id, revision, last_id, open_list_id) VALUES (?, 1, 1, 1)';
    expect(() => database.run(desk, [2])).toThrow(/CHECK/);
  });

  it('leaves an empty log behind when it is disposed, and can be disposed twice', () => {
    const folder = temporaryFolder();
    const { database } = openForTest(folder);
    addSection(database, 'Mine');
    database.dispose();
    database.dispose();
    const header = fingerprints(folder);
    const emptyFile = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(header.get('user.db-wal') ?? emptyFile).toBe(emptyFile);
  });
});

describe('openUserDatabase where it cannot', () => {
  it('says so where the folder is no folder', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const opening = openUserDatabase({ folder: join(file, 'data'), now: () => NOW_MS });
    expect(opening).toMatchObject({ ok: false, failure: { reason: 'not-accessible' } });
  });

  it('says so where user.db is a folder, and leaves that alone', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'user.db', 'inside'), { recursive: true });
    const opening = openUserDatabase({ folder, now: () => NOW_MS });
    expect(opening).toMatchObject({ ok: false, failure: { reason: 'not-accessible' } });
    expect(readdirSync(folder)).toEqual(['user.db']);
    expect(readdirSync(join(folder, 'user.db'))).toEqual(['inside']);
  });

  it('says so where another program holds the lock, and takes nothing for damage', () => {
    const folder = temporaryFolder();
    openForTest(folder).database.dispose();
    const other = connect(join(folder, 'user.db'));
    other.exec('BEGIN IMMEDIATE');

    const opening = openUserDatabase({ folder, now: () => NOW_MS });

    expect(opening).toMatchObject({ ok: false, failure: { reason: 'locked' } });
    other.exec('ROLLBACK');
    other.close();
    expect(openForTest(folder).notice).toBeNull();
  });
});
