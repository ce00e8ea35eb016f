import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { ALL_PARTS, LOG_PARTS } from './database-parts';
import { copyDurably } from './durable-files';
import { fileTimestamp } from './file-timestamp';

/**
 * Copies a damaged database and its log, as they are, to `user.db.damaged-<time>`. The database stays
 * under its own name too, so that there is no moment without one: its replacement is renamed over it.
 *
 * @returns the name under which the first part that exists is kept
 */
export function keepDamagedDatabase(file: string, nowMs: number): string {
  const target = freeName(file, nowMs);
  const present = ALL_PARTS.filter((part) => existsSync(file + part));
  for (const part of present) copyDurably(file + part, target + part);
  return basename(target) + (present[0] ?? '');
}

/** Takes a log away from where it would be played into whatever replaces the database. */
export function removeLog(file: string): void {
  for (const part of LOG_PARTS) rmSync(file + part, { force: true });
}

/** Moves only the log to `user.db.damaged-<time>-wal`. */
export function putLogAside(file: string, nowMs: number): string {
  const target = freeName(file, nowMs);
  const present = LOG_PARTS.filter((part) => existsSync(file + part));
  for (const part of present) renameSync(file + part, target + part);
  return basename(target) + (present[0] ?? '');
}

function freeName(file: string, nowMs: number): string {
  const wanted = `${file}.damaged-${fileTimestamp(nowMs)}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!ALL_PARTS.some((part) => existsSync(name + part))) return name;
  }
}
