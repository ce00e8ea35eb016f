import { statSync } from 'node:fs';
import Database from 'libsql';
import type { RestoreFault } from '../../../src/shared/domain/backup/backup';
import type { CandidateContent } from '../../core/backups/backup-store-port';
import { readSchemaVersion } from '../file-header';
import { latestVersion, migrate } from '../migrations/migrate';
import type { Migration } from '../migrations/migration';
import { sqlText } from '../sql-text';

/** More than anybody's lists, charts and headlines need. */
const LARGEST_BYTES = 1024 ** 3;

/** A file of somebody else runs no code of its own, and each of its pages is looked at. */
const WARY_SETTINGS = `
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA journal_mode = DELETE;
`;
/** `exec` gives no rows, so that each of them is made an error. */
const SOUNDNESS = `
  SELECT json(quick_check) FROM pragma_quick_check(1) WHERE quick_check <> 'ok';
  SELECT json('x') FROM pragma_foreign_key_check;
`;
const OWN_CODE = `
  SELECT json('x') FROM sqlite_schema
    WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%';
`;

/** What can be told without opening it; null where it is worth a copy. */
export function firstFault(path: string, migrations: readonly Migration[]): RestoreFault | null {
  const facts = statSync(path);
  if (!facts.isFile()) return 'not-ours';
  if (facts.size > LARGEST_BYTES) return 'too-large';
  const version = readSchemaVersion(path);
  if (version === null || version < 1) return 'not-ours';
  return version > latestVersion(migrations) ? 'newer-version' : null;
}

/** Checks a copy that may be changed and brings it up to date; null where it can be taken. */
export function checkCandidate(
  file: string,
  migrations: readonly Migration[],
): RestoreFault | null {
  const version = readSchemaVersion(file);
  if (version === null) return 'not-ours';
  const connection = new Database(file);
  try {
    if (!runs(connection, WARY_SETTINGS + SOUNDNESS)) return 'damaged';
    if (!runs(connection, OWN_CODE)) return 'not-ours';
    if (version < latestVersion(migrations)) migrate(connection, version, migrations);
    return runs(connection, SOUNDNESS) ? null : 'damaged';
  } catch {
    // A step that fails on it: it is not what its version says.
    return 'damaged';
  } finally {
    connection.close();
  }
}

/** True where its tables are exactly those that this app makes. */
export function hasOwnSchema(file: string, migrations: readonly Migration[]): boolean {
  const fresh = new Database(':memory:');
  try {
    fresh.exec('PRAGMA foreign_keys = ON');
    migrate(fresh, 0, migrations);
    return schemaOf(fresh, 'main') === attached(file, (memory) => schemaOf(memory, 'candidate'));
  } finally {
    fresh.close();
  }
}

export function readContent(file: string, changedAt: number): CandidateContent {
  const counts = attached(file, (memory) => {
    memory.exec(`CREATE TABLE counted AS SELECT
      (SELECT count(*) FROM candidate.list) AS lists,
      (SELECT count(*) FROM candidate.list_item) AS items`);
    return () => rowsOf<{ lists: number; items: number }>(memory, 'SELECT * FROM counted');
  })()[0] ?? { lists: 0, items: 0 };
  return { ...counts, bytes: statSync(file).size, changedAt };
}

/** By way of another database: a prepared statement would keep the file open after `close`. */
function attached<Result>(file: string, work: (memory: Database.Database) => Result): Result {
  const memory = new Database(':memory:');
  memory.exec(`PRAGMA trusted_schema = OFF; ATTACH ${sqlText(file)} AS candidate`);
  const result = work(memory);
  memory.exec('DETACH candidate');
  return result;
}

function schemaOf(connection: Database.Database, schema: string): string {
  connection.exec(`CREATE TEMP TABLE seen AS SELECT type, name, sql FROM ${schema}.sqlite_schema
    WHERE name NOT LIKE 'sqlite_%'`);
  return JSON.stringify(rowsOf(connection, 'SELECT type, name, sql FROM seen ORDER BY type, name'));
}

function rowsOf<Row>(connection: Database.Database, sql: string): readonly Row[] {
  return connection.prepare(sql).all([]) as Row[];
}

function runs(connection: Database.Database, sql: string): boolean {
  try {
    connection.exec(sql);
    return true;
  } catch {
    return false;
  }
}
