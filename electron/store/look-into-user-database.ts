import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { schemaVersion } from './connect';
import { LOG_SUFFIX } from './database-parts';
import { ALL_MIGRATIONS } from './migrations/all-migrations';
import { latestVersion } from './migrations/migrate';
import { USER_DATABASE_FILE } from './open-user-database';
import { UserDatabase } from './user-database';

export type Look<Result> =
  | { readonly ok: true; readonly result: Result }
  /** `other-version`: only an app that opens it for itself can bring it up to date. */
  | { readonly ok: false; readonly reason: 'missing' | 'other-version' };

/**
 * Reads from `user.db` without writing anything, also while a running app has it open.
 *
 * @param folder - absolute path of the folder of the user's data
 * @throws what SQLite throws where the file is damaged or cannot be read
 */
export function lookIntoUserDatabase<Result>(
  folder: string,
  work: (database: UserDatabase) => Result,
): Look<Result> {
  const file = join(folder, USER_DATABASE_FILE);
  if (!existsSync(file)) return { ok: false, reason: 'missing' };
  if (existsSync(file + LOG_SUFFIX)) return lookAt(file, work);
  // Nobody has it open, and SQLite would put files of its own beside it: a copy is looked at instead.
  const place = mkdtempSync(join(tmpdir(), 'tapeout-look-'));
  try {
    const copy = join(place, USER_DATABASE_FILE);
    copyFileSync(file, copy);
    return lookAt(copy, work);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function lookAt<Result>(file: string, work: (database: UserDatabase) => Result): Look<Result> {
  // The library does not heed its own option for reading alone; SQLite heeds the address.
  const connection = new Database(`${pathToFileURL(file).href}?mode=ro`);
  try {
    if (schemaVersion(connection) !== latestVersion(ALL_MIGRATIONS)) {
      return { ok: false, reason: 'other-version' };
    }
    connection.exec('BEGIN');
    return { ok: true, result: work(new UserDatabase(connection)) };
  } finally {
    connection.close();
  }
}
