import type { NamedValues } from '../../core/charts/named-values-port';
import { KeyValueTable } from '../settings/key-value-table';
import type { UserDatabase } from '../user-database';

/** Named values in a scope of `user.db`. A forgotten one leaves a null. */
export class SqliteNamedValuesRepository<Value> implements NamedValues<Value> {
  private readonly table: KeyValueTable;

  /** @param read - null for what is no such value */
  constructor(
    database: UserDatabase,
    scope: string,
    private readonly read: (value: unknown) => Value | null,
  ) {
    this.table = new KeyValueTable(database, scope);
  }

  readAll(): ReadonlyMap<string, Value> {
    const values = new Map<string, Value>();
    for (const [name, stored] of this.table.readAll()) {
      const value = stored === null ? null : this.read(stored);
      if (value !== null) values.set(name, value);
    }
    return values;
  }

  write(name: string, value: Value | null): void {
    this.table.write(new Map([[name, value]]));
  }
}
