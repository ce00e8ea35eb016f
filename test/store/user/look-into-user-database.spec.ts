import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lookIntoUserDatabase } from '../../../electron/store/look-into-user-database';
import { openUserDatabase } from '../../../electron/store/open-user-database';
import { NOW_MS, openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

function countLists(folder: string) {
  return lookIntoUserDatabase(
    folder,
    (database) =>
      database.all<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema', [])[0],
  );
}

it('finds nothing where there is no database, and makes none', () => {
  const folder = temporaryFolder();
  expect(countLists(folder)).toEqual({ ok: false, reason: 'missing' });
  expect(readdirSync(folder)).toEqual([]);
});

it('reads what a running app has written, and cannot write itself', () => {
  const folder = temporaryFolder();
  const { database } = openForTest(folder);
  database.exec("INSERT INTO key_value (scope, key, value) VALUES ('test', 'looked', '1')");
  const look = lookIntoUserDatabase(folder, (other) => {
    expect(() => other.exec('DELETE FROM key_value')).toThrow(/readonly/);
    return other.all<{ value: string }>("SELECT value FROM key_value WHERE key = 'looked'", [])[0]
      ?.value;
  });
  expect(look).toEqual({ ok: true, result: '1' });
  database.exec("UPDATE key_value SET value = '2' WHERE key = 'looked'");
  expect(database.all("SELECT value FROM key_value WHERE key = 'looked'", [])).toMatchObject([
    { value: '2' },
  ]);
});

it('leaves a database that nobody has open as it is, without a file beside it', () => {
  const folder = temporaryFolder();
  const opening = openUserDatabase({ folder, now: () => NOW_MS });
  if (opening.ok) opening.database.dispose();
  for (const name of readdirSync(folder)) {
    if (name !== 'user.db') rmSync(join(folder, name), { recursive: true });
  }
  const before = readFileSync(join(folder, 'user.db'));
  expect(countLists(folder)).toMatchObject({ ok: true });
  expect(readdirSync(folder)).toEqual(['user.db']);
  expect(readFileSync(join(folder, 'user.db')).equals(before)).toBe(true);
});

it('does not read a database of another version', () => {
  const folder = temporaryFolder();
  const { database } = openForTest(folder);
  database.exec('PRAGMA user_version = 1');
  expect(countLists(folder)).toEqual({ ok: false, reason: 'other-version' });
});
