import type { SettingsRepository } from '../../core/settings/settings-repository-port';
import type { UserDatabase } from '../user-database';
import { KeyValueTable } from './key-value-table';

/** The settings in `user.db`. */
export class SqliteSettingsRepository implements SettingsRepository {
  private readonly table: KeyValueTable;

  constructor(database: UserDatabase) {
    this.table = new KeyValueTable(database, 'settings');
  }

  readAll(): ReadonlyMap<string, unknown> {
    return this.table.readAll();
  }

  write(values: ReadonlyMap<string, unknown>): void {
    this.table.write(values);
  }
}
