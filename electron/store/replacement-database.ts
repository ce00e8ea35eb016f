import { copyFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { listBackups, type UserBackup } from './backups/user-backups';
import { connect, connectSound } from './connect';
import { ALL_PARTS } from './database-parts';
import { renameDurably } from './durable-files';
import { readSchemaVersion } from './file-header';
import { latestVersion, migrate } from './migrations/migrate';
import type { Migration } from './migrations/migration';

/** Databases are built beside `user.db` and renamed into place: a kill leaves all of it or nothing. */
const UNFINISHED_SUFFIX = '.unfinished';

/** Puts a new database with the first watchlist in the place of `file`. */
export function buildFirstDatabase(file: string, migrations: readonly Migration[]): void {
  const unfinished = freshUnfinished(file);
  const connection = connect(unfinished);
  try {
    migrate(connection, 0, migrations);
  } finally {
    connection.close();
  }
  renameDurably(unfinished, file);
}

/**
 * Puts the newest backup that is sound, and not newer than this app, in the place of `file`.
 *
 * @returns null where there is none
 */
export function restoreNewestBackup(
  file: string,
  { migrations }: { readonly migrations: readonly Migration[] },
): UserBackup | null {
  const unfinished = freshUnfinished(file);
  for (const backup of listBackups(dirname(file))) {
    const version = readSchemaVersion(backup.file);
    if (version === null || version > latestVersion(migrations)) continue;
    copyFileSync(backup.file, unfinished);
    const connection = connectSound(unfinished);
    connection?.close();
    if (connection === null) continue;
    renameDurably(unfinished, file);
    return backup;
  }
  return null;
}

function freshUnfinished(file: string): string {
  const unfinished = file + UNFINISHED_SUFFIX;
  for (const part of ALL_PARTS) rmSync(unfinished + part, { force: true });
  return unfinished;
}
