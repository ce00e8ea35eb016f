import type { NamedValues } from '../../core/charts/named-values-port';
import { KeyValueTable } from '../settings/key-value-table';
import type { UserDatabase } from '../user-database';

/** Named values in a scope of `user.db`. A forgotten one leaves a null. */
export class SqliteNamedValuesRepository<Value> implements NamedValues<Value> {
  private readonly table: KeyValueTable;

  /** @param readValue - null for what is no such value */
  constructor(
    database: UserDatabase,
    scope: string,
    private readonly readValue: (value: unknown) => Value | null,
  ) {
    this.table = new KeyValueTable(database, scope);
  }

  readAll(): ReadonlyMap<string, Value> {
    const values = new Map<string, Value>();
    for (const [name, stored] of this.table.readAll()) {
      const value = this.check(stored);
      if (value !== null) values.set(name, value);
    }
    return values;
  }

  read(name: string): Value | null {
    return this.check(this.table.read(name));
  }

  write(name: string, value: Value | null): void {
    this.table.write(new Map([[name, value]]));
  }

  private check(stored: unknown): Value | null {
    return stored === null || stored === undefined ? null : this.readValue(stored);
  }
}
