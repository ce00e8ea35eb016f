import type { UserDatabase } from '../user-database';

/** The SQL of the table; a test checks that each is served by an index. */
export const KEY_VALUE_SQL = {
  readScope: 'SELECT key, value FROM key_value WHERE scope = ?',
  readOne: 'SELECT value FROM key_value WHERE scope = ? AND key = ?',
  write: `INSERT INTO key_value (scope, key, value) VALUES (?, ?, ?)
    ON CONFLICT (scope, key) DO UPDATE SET value = excluded.value`,
} as const;

/** JSON values by key in one scope of `user.db`. */
export class KeyValueTable {
  constructor(
    private readonly database: UserDatabase,
    private readonly scope: string,
  ) {}

  /** A value that is no JSON is left out, and left alone. */
  readAll(): ReadonlyMap<string, unknown> {
    const rows = this.database.all<{ key: string; value: string }>(KEY_VALUE_SQL.readScope, [
      this.scope,
    ]);
    const values = new Map<string, unknown>();
    for (const { key, value } of rows) {
      const parsed = parseJson(value);
      if (parsed !== undefined) values.set(key, parsed);
    }
    return values;
  }

  /** Undefined where there is none, or no JSON. */
  read(key: string): unknown {
    const [row] = this.database.all<{ value: string }>(KEY_VALUE_SQL.readOne, [this.scope, key]);
    return row && parseJson(row.value);
  }

  write(values: ReadonlyMap<string, unknown>): void {
    this.database.transaction(() => {
      for (const [key, value] of values) this.put(key, value);
    });
  }

  /** Within a transaction of the caller. */
  put(key: string, value: unknown): void {
    this.database.run(KEY_VALUE_SQL.write, [this.scope, key, JSON.stringify(value)]);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
