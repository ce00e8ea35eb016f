import type { UserDatabaseFailure } from './user-database-opening';

const DAMAGE = /^SQLITE_(CORRUPT|NOTADB)/;
/** What `HEALTH_CHECK` raises. */
const FAILED_CHECK = 'malformed JSON';
/** libsql's error at opening has no code, only SQLite's number in its text. */
const CANNOT_OPEN = /^ConnectionFailed\(/;

const REASONS: readonly (readonly [RegExp, UserDatabaseFailure['reason']])[] = [
  // SHMSIZE: no room for the index of the log, the first file that an open database needs.
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/, 'disk-full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH|IOERR)/, 'not-accessible'],
  // ENOENT: what `mkdir` says of a read-only file system.
  [/^E(ACCES|PERM|ROFS|NOENT|NOTDIR|ISDIR|EXIST|IO|BUSY|MFILE)$/, 'not-accessible'],
];

/** True where the file's content is at fault, and not its disk, its rights or another program. */
export function isDamage(error: unknown): boolean {
  const { code, message } = describe(error);
  return DAMAGE.test(code) || message === FAILED_CHECK;
}

/** Why the database could not be opened; null for what nobody expects. */
export function failureReason(error: unknown): UserDatabaseFailure['reason'] | null {
  const { code, message } = describe(error);
  if (CANNOT_OPEN.test(message)) return 'not-accessible';
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { code, message: error.message };
}
