import { existsSync, renameSync } from 'node:fs';
import Database from 'libsql';
import { CacheConnection } from './cache-connection';
import { migrateCache, NewerCacheError } from './cache-migrations';
import { DamagedChunkError } from './chunk-codec';

/** An open cache, brought to the newest version. */
export interface OpenedCache {
  readonly connection: CacheConnection;
  /** What happened on the way, for the log; null as a rule. */
  readonly notice: string | null;
}

const COMPANION_SUFFIXES = ['', '-wal', '-shm'] as const;
/**
 * NORMAL: a power cut may take the last commits and never the file; they can be had again. Set by
 * `exec`, as a prepared statement would keep a file open that cannot be used. The log may grow to
 * 16 MB before a write has to empty it: that is done in quiet moments, see `CacheStore.checkpoint`.
 */
const SETTINGS = `
  pragma busy_timeout = 2000;
  pragma journal_mode = WAL;
  pragma synchronous = NORMAL;
  pragma foreign_keys = ON;
  pragma wal_autocheckpoint = 4000;
`;
/** The file may be sound: these say something about the disk, the rights or another process. */
const PLACE_FAULTS = /^SQLITE_(CANTOPEN|READONLY|FULL|IOERR|BUSY|LOCKED|PERM|AUTH|NOMEM)/;
/** A short read is a file that ends too early. */
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/;
const CONNECTION_FAILED = /^ConnectionFailed/;

/**
 * Opens the cache file, and always gives a working cache: what it holds can be read from its sources
 * again, so a file that is damaged, or from a newer version of the app, is renamed out of the way,
 * and where no file can be used the cache lives in memory until the process ends.
 */
export function openCache(file: string): OpenedCache {
  try {
    return { connection: openFile(file), notice: null };
  } catch (error) {
    return isPlaceFault(error) ? openInMemory(error) : openAnew(file, error);
  }
}

/** Opens a fresh file in the place of a damaged one, which must be closed. */
export function openAnew(file: string, reason: unknown): OpenedCache {
  try {
    const keptAs = setAside(file);
    const notice = `cache set aside as ${keptAs}, bars have to be read again: ${textOf(reason)}`;
    return { connection: openFile(file), notice };
  } catch (error) {
    return openInMemory(error);
  }
}

/** True where an error says that the contents of the file are damaged. */
export function isDamage(error: unknown): boolean {
  return DAMAGE.test(codeOf(error)) || error instanceof DamagedChunkError;
}

function openFile(file: string): CacheConnection {
  const connection = new CacheConnection(new Database(file));
  try {
    connection.execute(SETTINGS);
    migrateCache(connection);
    // Reads the schema and the tables' first pages, so that most damage shows itself here.
    connection.execute('select count(*) from series; select count(*) from chunk, tail where 0');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function openInMemory(reason: unknown): OpenedCache {
  const connection = new CacheConnection(new Database(':memory:'));
  migrateCache(connection);
  return { connection, notice: `cache kept in memory only: ${textOf(reason)}` };
}

/** Renames the file and its companions to the first free `<file>.damaged-<n>`. */
function setAside(file: string): string {
  let number = 1;
  while (existsSync(`${file}.damaged-${number}`)) number++;
  const keptAs = `${file}.damaged-${number}`;
  for (const suffix of COMPANION_SUFFIXES) {
    if (existsSync(file + suffix)) renameSync(file + suffix, keptAs + suffix);
  }
  return keptAs;
}

function isPlaceFault(error: unknown): boolean {
  if (error instanceof NewerCacheError || isDamage(error)) return false;
  return PLACE_FAULTS.test(codeOf(error)) || CONNECTION_FAILED.test(textOf(error));
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : '';
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
