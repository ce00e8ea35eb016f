import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import Database from 'libsql';
import type { Backup, RestoreFault } from '../../../src/shared/domain/backup/backup';
import type { BackupFault, BackupStore, Candidate } from '../../core/backups/backup-store-port';
import { ALL_PARTS } from '../database-parts';
import { renameDurably } from '../durable-files';
import type { Migration } from '../migrations/migration';
import { sqlText } from '../sql-text';
import { failureReason } from '../sqlite-errors';
import type { UserDatabase } from '../user-database';
import { checkCandidate, firstFault, hasOwnSchema, readContent } from './candidate-check';
import { announceIncoming } from './incoming-database';
import { listBackups, readBack, takeBackup, type UserBackup } from './user-backups';

/** What belongs to the machine and not to the user: keys, locked with its keyring, and a path. */
const OF_THIS_MACHINE = `scope = 'provider-keys' OR (scope = 'facts' AND key = 'barsFolder')`;

const STRIP = `
  PRAGMA journal_mode = DELETE;
  PRAGMA secure_delete = ON;
  DELETE FROM key_value WHERE ${OF_THIS_MACHINE};
  VACUUM;
`;

export interface BackupRepositoryParts {
  readonly database: UserDatabase;
  /** Absolute path of `user.db`. */
  readonly file: string;
  readonly migrations: readonly Migration[];
}

/** Backups in a folder beside `user.db`. */
export class FileBackupRepository implements BackupStore {
  private readonly folder: string;
  private readonly candidate: string;
  private readonly exported: string;

  constructor(private readonly parts: BackupRepositoryParts) {
    this.folder = dirname(parts.file);
    this.candidate = `${parts.file}.candidate`;
    this.exported = `${parts.file}.exported`;
  }

  list(): readonly Backup[] {
    return listBackups(this.folder).map(({ takenAt, reason, bytes }) => ({
      ...{ takenAt, reason, bytes },
    }));
  }

  take(reason: 'daily' | 'asked', at: number): BackupFault | null {
    const taken = new Set(listBackups(this.folder).map(({ takenAt }) => takenAt));
    let free = at;
    while (taken.has(free)) free += 1;
    try {
      takeBackup(this.parts.database, this.folder, reason, free);
      return null;
    } catch (error) {
      return writeFault(error);
    }
  }

  remove(takenAt: number): void {
    const backup = this.find(takenAt);
    if (backup) rmSync(backup.file, { force: true });
  }

  dropDaily(keep: number): void {
    const daily = listBackups(this.folder).filter(({ reason }) => reason === 'daily');
    for (const { file } of daily.slice(keep)) rmSync(file, { force: true });
  }

  async exportTo(path: string): Promise<BackupFault | null> {
    try {
      mkdirSync(dirname(path), { recursive: true });
      this.writeStripped();
      await moveDurably(this.exported, path);
      return null;
    } catch (error) {
      return writeFault(error);
    } finally {
      removeParts(this.exported);
    }
  }

  async prepare(
    from: { readonly takenAt: number } | { readonly path: string },
  ): Promise<Candidate> {
    const isImport = 'path' in from;
    const path = isImport ? from.path : this.find(from.takenAt)?.file;
    if (path === undefined) return { ok: false, reason: 'unknown-backup' };
    const reason = (await this.copy(path)) ?? this.check();
    if (reason !== null) {
      this.discard();
      return { ok: false, reason };
    }
    if (isImport) this.keepOfThisMachine();
    return { ok: true, content: readContent(this.candidate, statSync(path).mtimeMs) };
  }

  accept(): RestoreFault | null {
    if (!existsSync(this.candidate)) return 'not-readable';
    try {
      announceIncoming(this.candidate, this.parts.file);
      return null;
    } catch (error) {
      return writeFault(error);
    }
  }

  discard(): void {
    removeParts(this.candidate);
  }

  private async copy(path: string): Promise<RestoreFault | null> {
    this.discard();
    try {
      const fault = firstFault(path, this.parts.migrations);
      if (fault === null) await copyFile(path, this.candidate);
      return fault;
    } catch (error) {
      return failureReason(error) === 'disk-full' ? 'disk-full' : 'not-readable';
    }
  }

  private check(): RestoreFault | null {
    const { migrations } = this.parts;
    const fault = checkCandidate(this.candidate, migrations);
    if (fault !== null) return fault;
    return hasOwnSchema(this.candidate, migrations) ? null : 'not-ours';
  }

  private writeStripped(): void {
    removeParts(this.exported);
    this.parts.database.exec(`VACUUM INTO ${sqlText(this.exported)}`);
    const connection = new Database(this.exported);
    try {
      connection.exec(STRIP);
    } finally {
      connection.close();
    }
    readBack(this.exported);
  }

  /** A file from elsewhere has no keys; the ones of this machine stay. */
  private keepOfThisMachine(): void {
    this.parts.database.exec(`
      ATTACH ${sqlText(this.candidate)} AS candidate;
      DELETE FROM candidate.key_value WHERE ${OF_THIS_MACHINE};
      INSERT INTO candidate.key_value SELECT * FROM main.key_value WHERE ${OF_THIS_MACHINE};
      DETACH candidate;
    `);
  }

  private find(takenAt: number): UserBackup | undefined {
    return listBackups(this.folder).find((backup) => backup.takenAt === takenAt);
  }
}

/** Also to another disk: whole or not at all. */
async function moveDurably(from: string, to: string): Promise<void> {
  const unfinished = join(dirname(to), `.${basename(to)}.unfinished`);
  try {
    await copyFile(from, unfinished);
    renameDurably(unfinished, to);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function removeParts(file: string): void {
  for (const part of [...ALL_PARTS, '-journal']) rmSync(file + part, { force: true });
}

/** @throws what is neither the disk's fault nor that of its rights */
function writeFault(error: unknown): BackupFault {
  const reason = failureReason(error);
  if (reason === null) throw error;
  return reason === 'disk-full' ? 'disk-full' : 'not-writable';
}
