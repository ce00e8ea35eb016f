import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { renameDurably } from '../durable-files';
import { readSchemaVersion } from '../file-header';
import { fileTimestamp, parseFileTimestamp } from '../file-timestamp';
import { sqlText } from '../sql-text';

export const BACKUP_FOLDER = 'backups';
const BACKUP_NAME = /^user-\d{8}T\d{9}Z(-\w+)*\.db$/;

export interface UserBackup {
  readonly file: string;
  /** UTC milliseconds. */
  readonly takenAt: number;
}

/** The backups in a folder that holds `backups/`, newest first. */
export function listBackups(folder: string): readonly UserBackup[] {
  const backups = join(folder, BACKUP_FOLDER);
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => BACKUP_NAME.test(name))
    .sort()
    .reverse()
    .map((name) => ({ file: join(backups, name), takenAt: parseFileTimestamp(name) ?? 0 }));
}

/**
 * Writes a consistent copy of an open database, its log included, and reads it back before it gets
 * its name. A copy of the file alone would miss the log.
 *
 * @param label - tells in the file name what the backup was taken for: letters, digits, `_`
 */
export function takeBackup(
  connection: Database.Database,
  folder: string,
  label: string,
  nowMs: number,
): void {
  mkdirSync(join(folder, BACKUP_FOLDER), { recursive: true });
  const name = join(folder, BACKUP_FOLDER, `user-${fileTimestamp(nowMs)}-${label}.db`);
  const unfinished = `${name}.unfinished`;
  rmSync(unfinished, { force: true });
  connection.exec(`VACUUM INTO ${sqlText(unfinished)}`);
  readBack(unfinished);
  renameDurably(unfinished, name);
}

function readBack(file: string): void {
  if (readSchemaVersion(file) === null) throw new Error(`the backup ${file} is not readable`);
  const connection = new Database(file);
  try {
    connection.exec(
      "SELECT json(quick_check) FROM pragma_quick_check(1) WHERE quick_check <> 'ok'",
    );
  } finally {
    connection.close();
  }
}
