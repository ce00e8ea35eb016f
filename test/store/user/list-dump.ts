import type { UserDatabase } from '../../../electron/store/user-database';
import { ROW_TABLES, type TableName } from '../../../electron/store/watchlist/row-tables';

/** Everything that is kept of the lists, byte by byte; without history, revision and counter. */
export function listDump(database: UserDatabase): string {
  const tables = (Object.keys(ROW_TABLES) as TableName[]).map((table) => {
    const { columns, key } = ROW_TABLES[table];
    const quoted = columns.map((column) => `quote(${column}) AS ${column}`).join(', ');
    return [table, database.all(`SELECT ${quoted} FROM ${table} ORDER BY ${key}`, [])];
  });
  const open = database.all('SELECT open_list_id FROM list_desk', []);
  return JSON.stringify([...tables, open]);
}

/** The same without which list stands on the desk, which may change without a step. */
export function withoutDesk(dump: string): string {
  return JSON.stringify((JSON.parse(dump) as unknown[]).slice(0, -1));
}

/** References to rows that are not there; none in a sound store. */
export function danglingRows(database: UserDatabase): readonly unknown[] {
  return database.all('SELECT * FROM pragma_foreign_key_check', []);
}
