import type Database from 'libsql';
import type { Migration } from './migration';
import { MigrationError } from './migration-error';

/** The version that the last step leads to; 0 without steps. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Takes a database from one version to the latest, in one transaction: the old version or the new
 * one, never between.
 *
 * @throws MigrationError after everything was taken back
 */
export function migrate(
  connection: Database.Database,
  fromVersion: number,
  migrations: readonly Migration[],
): void {
  const steps = migrations.filter(({ version }) => version > fromVersion);
  connection.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps) step.up(connection);
    connection.exec(`PRAGMA user_version = ${latestVersion(migrations)}; COMMIT`);
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw new MigrationError(fromVersion, latestVersion(migrations), error);
  }
  // So that the file itself, and not only its log, says which version it has (`readFileHeader`).
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
