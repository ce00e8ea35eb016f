/** A step failed; the database is as it was before. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(fromVersion: number, toVersion: number, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`user.db stays at version ${fromVersion}, not ${toVersion}: ${reason}`, { cause });
  }
}
