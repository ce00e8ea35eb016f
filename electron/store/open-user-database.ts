import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'libsql';
import { takeIncoming } from './backups/incoming-database';
import { takeBackup } from './backups/user-backups';
import { connectSound, schemaVersion } from './connect';
import { keepDamagedDatabase, putLogAside, removeLog } from './damaged-files';
import { LOG_SUFFIX } from './database-parts';
import { isForeignLog, readSchemaVersion } from './file-header';
import { ALL_MIGRATIONS } from './migrations/all-migrations';
import { latestVersion, migrate } from './migrations/migrate';
import type { Migration } from './migrations/migration';
import { MigrationError } from './migrations/migration-error';
import { buildFirstDatabase, restoreNewestBackup } from './replacement-database';
import { failureReason } from './sqlite-errors';
import { UserDatabase } from './user-database';
import type { RecoveryNotice, UserDatabaseOpening } from './user-database-opening';

export const USER_DATABASE_FILE = 'user.db';

export interface UserDatabaseOptions {
  /** Absolute path of the folder of the user's data; made where it is missing. */
  readonly folder: string;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** All steps, unless a test brings its own. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens `user.db`: builds the first one, brings an older one up to date (after a backup), and puts a
 * damaged one aside for the newest good backup or a fresh one. Only one process may do so at a time.
 */
export function openUserDatabase(options: UserDatabaseOptions): UserDatabaseOpening {
  try {
    return open({ migrations: ALL_MIGRATIONS, ...options });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const reason = failureReason(error instanceof MigrationError ? error.cause : error);
    if (reason !== null) return { ok: false, failure: { reason, detail } };
    if (!(error instanceof MigrationError)) throw error;
    return { ok: false, failure: { reason: 'migration-failed', detail } };
  }
}

function open(options: Required<UserDatabaseOptions>): UserDatabaseOpening {
  const { folder, migrations } = options;
  const file = join(folder, USER_DATABASE_FILE);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file) && !existsSync(file + LOG_SUFFIX)) buildFirstDatabase(file, migrations);
  const version = existsSync(file) ? readSchemaVersion(file) : null;
  if (version !== null && version > latestVersion(migrations)) return newer(version, options);
  const logNotice = putForeignLogAside(file, options);
  takeIncoming(file, latestVersion(migrations), options.now());
  let keptAs = '';
  const connection = connectSound(file, () => {
    keptAs = keepDamagedDatabase(file, options.now());
  });
  if (connection === null) return recover(file, keptAs, options);
  return upgrade(connection, logNotice, options);
}

function upgrade(
  connection: Database.Database,
  notice: RecoveryNotice | null,
  options: Required<UserDatabaseOptions>,
): UserDatabaseOpening {
  const { folder, migrations, now } = options;
  const version = schemaVersion(connection);
  const latest = latestVersion(migrations);
  if (version > latest) {
    connection.close();
    return newer(version, options);
  }
  try {
    if (version < latest) {
      takeBackup(connection, folder, `before_v${latest}`, now());
      migrate(connection, version, migrations);
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  return { ok: true, database: new UserDatabase(connection), notice };
}

function recover(
  file: string,
  keptAs: string,
  options: Required<UserDatabaseOptions>,
): UserDatabaseOpening {
  removeLog(file);
  const backup = restoreNewestBackup(file, options);
  if (backup === null) buildFirstDatabase(file, options.migrations);
  const connection = connectSound(file);
  if (connection === null) throw new Error(`${file} is damaged again right after it was renewed`);
  const notice: RecoveryNotice = {
    keptAs,
    recoveredFrom: backup === null ? 'first-set' : 'backup',
    backupTakenAt: backup?.takenAt ?? null,
  };
  return upgrade(connection, notice, options);
}

function putForeignLogAside(
  file: string,
  { now }: Required<UserDatabaseOptions>,
): RecoveryNotice | null {
  if (!existsSync(file) || !isForeignLog(file + LOG_SUFFIX)) return null;
  return { keptAs: putLogAside(file, now()), recoveredFrom: 'log', backupTakenAt: null };
}

function newer(
  version: number,
  { migrations }: Required<UserDatabaseOptions>,
): UserDatabaseOpening {
  const detail = `user.db has version ${version}; this app knows up to ${latestVersion(migrations)}`;
  return { ok: false, failure: { reason: 'newer-database', detail } };
}
