import { existsSync, statSync } from 'node:fs';
import Database from 'libsql';
import { APPLICATION_ID } from './application-id';
import { LOG_SUFFIX } from './database-parts';
import { readSchemaVersion } from './file-header';
import { isDamage } from './sqlite-errors';

/**
 * FULL: an acknowledged edit survives a power cut, which NORMAL does not promise in WAL. A full
 * flush of the drive on macOS only at checkpoints, as it costs tens of milliseconds.
 */
const SETTINGS = `
  PRAGMA busy_timeout = 2000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA fullfsync = OFF;
  PRAGMA checkpoint_fullfsync = ON;
  PRAGMA trusted_schema = OFF;
`;

/**
 * `exec` gives no rows, and a prepared statement would keep the file open until it is collected; so
 * the check raises an error (json of what is no JSON) where something is wrong.
 */
const HEALTH_CHECK = `
  SELECT json(quick_check) FROM pragma_quick_check(1) WHERE quick_check <> 'ok';
  SELECT json('foreign') FROM pragma_application_id WHERE application_id <> ${APPLICATION_ID};
`;

/** Fails at once where the file or the disk is read-only, and costs no write where it is not. */
const WRITE_CHECK = 'BEGIN IMMEDIATE; ROLLBACK';

/** Opens a file with the settings of `user.db`; creates it where there is none. */
export function connect(file: string): Database.Database {
  const connection = new Database(file);
  try {
    connection.exec(SETTINGS);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Opens a file that should be one of ours. Nothing but the connection keeps it open.
 *
 * @param keep - called before the connection to a damaged file is closed, which would still play the
 * log into it
 * @returns null where the file is damaged or something else
 * @throws what is no damage: locked, not readable, not writable
 */
export function connectSound(file: string, keep = (): void => undefined): Database.Database | null {
  if (!isWorthOpening(file)) {
    keep();
    return null;
  }
  const connection = new Database(file);
  try {
    connection.exec(SETTINGS + HEALTH_CHECK + WRITE_CHECK);
    return connection;
  } catch (error) {
    try {
      if (!isDamage(error)) throw error;
      keep();
    } finally {
      connection.close();
    }
    return null;
  }
}

/**
 * SQLite takes an empty file for a new database and throws its log away; ours are never empty, as
 * they are built elsewhere. A header that is not ours may still be mended by the log.
 */
function isWorthOpening(file: string): boolean {
  if (!existsSync(file) || statSync(file).size === 0) return false;
  const hasLog = (statSync(file + LOG_SUFFIX, { throwIfNoEntry: false })?.size ?? 0) > 0;
  return hasLog || readSchemaVersion(file) !== null;
}

/** The schema version, the write-ahead log included. */
export function schemaVersion(connection: Database.Database): number {
  const row = connection.prepare('PRAGMA user_version').get([]) as { user_version: number };
  return row.user_version;
}
