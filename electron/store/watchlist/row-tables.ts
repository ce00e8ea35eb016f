import type { SqlValue } from '../user-database';
import type { RowKey } from './ranks';

export type Row = Readonly<Record<string, SqlValue>>;

interface RowTable {
  /** Column of the primary key. */
  readonly key: string;
  readonly columns: readonly string[];
}

/** The tables whose rows an edit changes; their names stand in the stored history. */
export const ROW_TABLES = {
  list: { key: 'id', columns: ['id', 'position', 'name', 'seed'] },
  list_section: { key: 'id', columns: ['id', 'list_id', 'position', 'name', 'seed'] },
  list_item: {
    key: 'id',
    columns: ['id', 'section_id', 'position', 'symbol', 'written', 'details'],
  },
  list_star: { key: 'symbol', columns: ['symbol', 'position'] },
  list_trash: { key: 'id', columns: ['id', 'deleted_at_ms', 'place', 'content'] },
} as const satisfies Readonly<Record<string, RowTable>>;

export type TableName = keyof typeof ROW_TABLES;

/** A row as it was before and after an edit; null: there was none. */
export type RowChange = readonly [
  table: TableName,
  key: RowKey,
  before: Row | null,
  after: Row | null,
];

const names = Object.keys(ROW_TABLES) as TableName[];
const made = (make: (name: TableName, table: RowTable) => string): Record<TableName, string> =>
  Object.fromEntries(names.map((name) => [name, make(name, ROW_TABLES[name])])) as Record<
    TableName,
    string
  >;

/** One row by its key; a test checks that each is served by an index. */
export const ROW_SQL = {
  read: made(
    (name, { key, columns }) => `SELECT ${columns.join(', ')} FROM ${name} WHERE ${key} = ?`,
  ),
  remove: made((name, { key }) => `DELETE FROM ${name} WHERE ${key} = ?`),
  insert: made(
    (name, { columns }) =>
      `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ),
} as const;
