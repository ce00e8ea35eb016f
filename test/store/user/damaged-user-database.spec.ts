import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { takeBackup } from '../../../electron/store/backups/user-backups';
import { connect } from '../../../electron/store/connect';
import { sha256 } from './files';
import {
  addSection as addSectionTo,
  FIRST_SYMBOLS,
  NOW_IN_NAMES,
  NOW_MS,
  openForTest,
  sectionNames,
  symbolsOf,
} from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const HOUR_MS = 3_600_000;
const KEPT = `user.db.damaged-${NOW_IN_NAMES}`;
const PAGE_BYTES = 4096;

type Damage = readonly [what: string, damage: (file: string) => void];

const overwrite = (file: string, from: number, bytes: Buffer): void => {
  const content = readFileSync(file);
  bytes.copy(content, from);
  writeFileSync(file, content);
};

const DAMAGES: readonly Damage[] = [
  ['an overwritten header', (file) => overwrite(file, 0, Buffer.alloc(100, 0xab))],
  [
    'an overwritten page',
    (file) => overwrite(file, 2 * PAGE_BYTES, Buffer.alloc(PAGE_BYTES, 0xab)),
  ],
  ['a file cut off at a page', (file) => truncateSync(file, 3 * PAGE_BYTES)],
  ['a file cut off within a page', (file) => truncateSync(file, 3 * PAGE_BYTES + 1000)],
  ['a file cut off within the header', (file) => truncateSync(file, 60)],
  ['no bytes', (file) => truncateSync(file, 0)],
  ['zeros', (file) => writeFileSync(file, Buffer.alloc(8 * PAGE_BYTES))],
  ['a text file', (file) => writeFileSync(file, 'these are my shares\n'.repeat(400))],
  ['the database of another program', replaceByForeignDatabase],
];

function replaceByForeignDatabase(file: string): void {
  rmSync(file);
  const foreign = new Database(file);
  foreign.exec('CREATE TABLE moz_places (id INTEGER PRIMARY KEY); PRAGMA user_version = 77');
  foreign.close();
}

/** Starts once, adds a section, and closes: the state before the damage. */
function usedFolder(): string {
  const folder = temporaryFolder();
  const { database } = openForTest(folder);
  addSectionTo(database, 'Mine');
  database.dispose();
  return settle(folder);
}

/**
 * The same files in a folder of their own, as a new process finds them: in this process statements
 * that are not collected yet keep the old ones open.
 */
function settle(folder: string): string {
  const settled = temporaryFolder();
  cpSync(folder, settled, { recursive: true, filter: (name) => !/-(wal|shm)$/.test(name) });
  return settled;
}

/** A backup of `user.db` as it stands, taken some hours before now. */
function backUp(folder: string, hoursAgo: number): void {
  const connection = connect(join(folder, 'user.db'));
  takeBackup(connection, folder, 'test', NOW_MS - hoursAgo * HOUR_MS);
  connection.close();
}

function addSection(folder: string, name: string): void {
  const { database } = openForTest(folder);
  addSectionTo(database, name);
  database.dispose();
}

const names = (folder: string): readonly (string | null)[] => sectionNames(openForTest(folder));

describe.each(DAMAGES)('user.db with %s', (_, damage) => {
  it('is kept byte by byte, and the app starts with the first watchlist', () => {
    const folder = usedFolder();
    const file = join(folder, 'user.db');
    damage(file);
    const damaged = sha256(file);

    const { watchlist, notice } = openForTest(folder);

    expect(notice).toEqual({ keptAs: KEPT, recoveredFrom: 'first-set', backupTakenAt: null });
    expect(sha256(join(folder, KEPT))).toBe(damaged);
    expect(symbolsOf({ watchlist })).toEqual(FIRST_SYMBOLS);
  });

  it('gives way to the newest backup, whose time is told, and the next start is as usual', () => {
    const source = usedFolder();
    backUp(source, 48);
    addSection(source, 'Newer');
    backUp(source, 24);
    addSection(source, 'In no backup');
    const folder = settle(source);
    const file = join(folder, 'user.db');
    damage(file);
    const damaged = sha256(file);

    const { database, notice } = openForTest(folder);
    database.dispose();

    expect(notice).toEqual({
      keptAs: KEPT,
      recoveredFrom: 'backup',
      backupTakenAt: NOW_MS - 24 * HOUR_MS,
    });
    expect(sha256(join(folder, KEPT))).toBe(damaged);
    expect(names(folder)).toEqual(['Newer', 'Mine', null, null, null, null]);
    expect(openForTest(folder).notice).toBeNull();
  });
});

describe('a restore', () => {
  const ruin = (file: string): void => truncateSync(file, 5000);
  const backupFile = (folder: string, time: string): string =>
    join(folder, 'backups', `user-${time}-test.db`);
  const HOURS_AGO_1 = '20261123T193700123Z';

  it('passes over a damaged backup for an older one, and leaves both where they are', () => {
    const folder = usedFolder();
    backUp(folder, 2);
    addSection(folder, 'Newer');
    backUp(folder, 1);
    ruin(backupFile(folder, HOURS_AGO_1));
    ruin(join(folder, 'user.db'));
    const before = sha256(backupFile(folder, HOURS_AGO_1));

    expect(openForTest(folder).notice?.backupTakenAt).toBe(NOW_MS - 2 * HOUR_MS);
    expect(names(folder)).toEqual(['Mine', null, null, null, null]);
    expect(sha256(backupFile(folder, HOURS_AGO_1))).toBe(before);
  });

  it('starts afresh where every backup is damaged', () => {
    const folder = usedFolder();
    backUp(folder, 1);
    ruin(backupFile(folder, HOURS_AGO_1));
    ruin(join(folder, 'user.db'));
    expect(openForTest(folder).notice?.recoveredFrom).toBe('first-set');
  });

  it('passes over a backup of a newer app, an unfinished one and other files', () => {
    const folder = usedFolder();
    backUp(folder, 3);
    addSection(folder, 'Newer');
    backUp(folder, 2);
    const newer = new Database(backupFile(folder, '20261123T183700123Z'));
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    const unfinished = `${backupFile(folder, HOURS_AGO_1)}.unfinished`;
    copyFileSync(join(folder, 'user.db'), unfinished);
    writeFileSync(join(folder, 'backups', 'notes.txt'), 'not a backup');
    ruin(join(folder, 'user.db'));

    expect(openForTest(folder).notice?.backupTakenAt).toBe(NOW_MS - 3 * HOUR_MS);
    expect(existsSync(unfinished)).toBe(true);
  });

  it('does not change the backup that it restores', () => {
    const folder = usedFolder();
    backUp(folder, 1);
    const before = sha256(backupFile(folder, HOURS_AGO_1));
    ruin(join(folder, 'user.db'));
    openForTest(folder);
    expect(sha256(backupFile(folder, HOURS_AGO_1))).toBe(before);
  });

  it('does not play the damaged database’s log into the restored one, and keeps that log', () => {
    const source = usedFolder();
    backUp(source, 1);
    const logged = logOf(source);
    const folder = settle(source);
    ruin(join(folder, 'user.db'));
    writeFileSync(join(folder, 'user.db-wal'), logged);

    expect(openForTest(folder).notice?.recoveredFrom).toBe('backup');
    expect(names(folder)).toEqual(['Mine', null, null, null, null]);
    expect(readFileSync(join(folder, `${KEPT}-wal`))).toEqual(logged);
  });

  it.each([
    [
      'every page but the first overwritten',
      (content: Buffer) => Buffer.from(content).fill(0xab, PAGE_BYTES),
    ],
    ['no bytes', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('these are my shares\n'.repeat(400))],
  ])('keeps database and log as they were found: %s', (_, damage) => {
    const source = usedFolder();
    const logged = logOf(source);
    const folder = settle(source);
    const file = join(folder, 'user.db');
    const damaged = damage(readFileSync(file));
    writeFileSync(file, damaged);
    writeFileSync(join(folder, 'user.db-wal'), logged);

    expect(openForTest(folder).notice?.keptAs).toBe(KEPT);
    expect(readFileSync(join(folder, KEPT))).toEqual(damaged);
    expect(readFileSync(join(folder, `${KEPT}-wal`))).toEqual(logged);
  });

  it('finds another name where one is taken', () => {
    const folder = usedFolder();
    ruin(join(folder, 'user.db'));
    writeFileSync(join(folder, KEPT), 'an earlier one');
    expect(openForTest(folder).notice?.keptAs).toBe(`${KEPT}-2`);
    expect(readFileSync(join(folder, KEPT), 'utf8')).toBe('an earlier one');
  });
});

/** The log of one edit that no checkpoint has moved into the database yet. */
function logOf(folder: string): Buffer {
  const connection = connect(join(folder, 'user.db'));
  connection.exec("UPDATE list_section SET name = 'only in the log' WHERE seed IS NULL");
  const log = readFileSync(join(folder, 'user.db-wal'));
  connection.close();
  expect(log.length).toBeGreaterThan(PAGE_BYTES);
  return log;
}

describe('the log of user.db', () => {
  /** A folder whose last edit stands in the log only, as after a kill. */
  function folderWithLog(): string {
    const source = usedFolder();
    const connection = connect(join(source, 'user.db'));
    connection.exec("UPDATE list_section SET name = 'only in the log' WHERE seed IS NULL");
    const folder = temporaryFolder();
    for (const name of ['user.db', 'user.db-wal'])
      copyFileSync(join(source, name), join(folder, name));
    connection.close();
    return folder;
  }

  it('is played in after a kill (control)', () => {
    const folder = folderWithLog();
    expect(openForTest(folder).notice).toBeNull();
    expect(names(folder)[0]).toBe('only in the log');
  });

  it('is kept where it holds something else, and the database is as of the last checkpoint', () => {
    const folder = folderWithLog();
    overwrite(join(folder, 'user.db-wal'), 0, Buffer.from('garbage garbage garbage garbage!'));
    const damaged = sha256(join(folder, 'user.db-wal'));

    const { notice } = openForTest(folder);

    expect(notice).toEqual({ keptAs: `${KEPT}-wal`, recoveredFrom: 'log', backupTakenAt: null });
    expect(sha256(join(folder, `${KEPT}-wal`))).toBe(damaged);
    expect(names(folder)[0]).toBe('Mine');
  });

  it('costs only the edits after the damage where its middle is damaged', () => {
    const folder = folderWithLog();
    overwrite(join(folder, 'user.db-wal'), 2000, Buffer.alloc(100, 0xab));
    expect(openForTest(folder).notice).toBeNull();
    expect(names(folder)[0]).toBe('Mine');
  });

  it('is no damage where it is all zeros, as before the first commit', () => {
    const folder = usedFolder();
    writeFileSync(join(folder, 'user.db-wal'), Buffer.alloc(PAGE_BYTES));
    expect(openForTest(folder).notice).toBeNull();
    expect(names(folder)[0]).toBe('Mine');
  });

  it('is kept where the database itself is gone, and not played into the new one', () => {
    const folder = folderWithLog();
    const elsewhere = join(folder, 'moved');
    mkdirSync(elsewhere);
    renameSync(join(folder, 'user.db'), join(elsewhere, 'user.db'));
    const left = sha256(join(folder, 'user.db-wal'));

    const { watchlist, notice } = openForTest(folder);

    expect(notice?.keptAs).toBe(`${KEPT}-wal`);
    expect(sha256(join(folder, `${KEPT}-wal`))).toBe(left);
    expect(symbolsOf({ watchlist })).toEqual(FIRST_SYMBOLS);
  });
});
