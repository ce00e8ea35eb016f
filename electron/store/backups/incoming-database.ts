import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { connectSound } from '../connect';
import { keepDamagedDatabase, removeLog } from '../damaged-files';
import { ALL_PARTS, LOG_PARTS } from '../database-parts';
import { renameDurably } from '../durable-files';
import { readSchemaVersion } from '../file-header';
import { takeBackup } from './user-backups';

const INCOMING_SUFFIX = '.incoming';

/** From the next start on, a checked database stands in the place of `file`. */
export function announceIncoming(candidate: string, file: string): void {
  for (const part of LOG_PARTS) rmSync(candidate + part, { force: true });
  renameDurably(candidate, file + INCOMING_SUFFIX);
}

/**
 * Puts what was announced in the place of `file`, which becomes a backup first. A kill at any moment
 * leaves the announcement, and the next start does it again.
 *
 * @param latest - the newest schema version that this app knows; what is newer waits for its app
 */
export function takeIncoming(file: string, latest: number, nowMs: number): void {
  const incoming = file + INCOMING_SUFFIX;
  if (!existsSync(incoming)) return;
  const version = readSchemaVersion(incoming);
  if (version === null || version > latest) return;
  if (ALL_PARTS.some((part) => existsSync(file + part))) keepOld(file, nowMs);
  // Before the rename: SQLite would play the old log into the new database.
  removeLog(file);
  renameDurably(incoming, file);
}

function keepOld(file: string, nowMs: number): void {
  const connection = connectSound(file, () => keepDamagedDatabase(file, nowMs));
  if (connection === null) return;
  try {
    takeBackup(connection, dirname(file), 'before_restore', nowMs);
  } finally {
    connection.close();
  }
}
