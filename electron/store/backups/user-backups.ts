import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { BackupReason } from '../../../src/shared/domain/backup/backup';
import { renameDurably } from '../durable-files';
import { readSchemaVersion } from '../file-header';
import { fileTimestamp, parseFileTimestamp } from '../file-timestamp';
import type { SqlRunner } from '../migrations/migration';
import { sqlText } from '../sql-text';

export const BACKUP_FOLDER = 'backups';
const BACKUP_NAME = /^user-\d{8}T\d{9}Z((?:-\w+)*)\.db$/;
const QUICK_CHECK = "SELECT json(quick_check) FROM pragma_quick_check(1) WHERE quick_check <> 'ok'";

export interface UserBackup {
  readonly file: string;
  /** UTC milliseconds. */
  readonly takenAt: number;
  readonly reason: BackupReason;
  readonly bytes: number;
}

/** The backups in a folder that holds `backups/`, newest first. */
export function listBackups(folder: string): readonly UserBackup[] {
  const backups = join(folder, BACKUP_FOLDER);
  if (!statSync(backups, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(backups)
    .filter((name) => BACKUP_NAME.test(name))
    .sort()
    .reverse()
    .map((name) => {
      const file = join(backups, name);
      const takenAt = parseFileTimestamp(name) ?? 0;
      const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      return { file, takenAt, reason: reasonIn(name), bytes };
    });
}

/**
 * Writes a consistent copy of an open database, its log included, and reads it back before it gets
 * its name. A copy of the file alone would miss the log.
 *
 * @param label - tells in the file name what the backup was taken for: letters, digits, `_`
 */
export function takeBackup(
  connection: SqlRunner,
  folder: string,
  label: string,
  nowMs: number,
): void {
  mkdirSync(join(folder, BACKUP_FOLDER), { recursive: true });
  const name = join(folder, BACKUP_FOLDER, `user-${fileTimestamp(nowMs)}-${label}.db`);
  const unfinished = `${name}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    connection.exec(`VACUUM INTO ${sqlText(unfinished)}`);
    readBack(unfinished);
    renameDurably(unfinished, name);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** @throws where it is none of ours or damaged */
export function readBack(file: string): void {
  if (readSchemaVersion(file) === null) throw new Error(`the backup ${file} is not readable`);
  const connection = new Database(file);
  try {
    connection.exec(QUICK_CHECK);
  } finally {
    connection.close();
  }
}

function reasonIn(name: string): BackupReason {
  const label = BACKUP_NAME.exec(name)?.[1] ?? '';
  if (label === '-daily') return 'daily';
  if (label === '-asked') return 'asked';
  if (label === '-before_restore') return 'before-restore';
  return label.startsWith('-before_v') ? 'before-update' : 'other';
}
