import { isAbsolute } from 'node:path';
import type { AppFacts, AppFactValues } from '../../core/settings/app-facts-port';
import type { UserDatabase } from '../user-database';
import { KeyValueTable } from './key-value-table';

/** The facts in `user.db`. */
export class SqliteAppFactsRepository implements AppFacts {
  private readonly table: KeyValueTable;

  constructor(database: UserDatabase) {
    this.table = new KeyValueTable(database, 'facts');
  }

  read(): AppFactValues {
    const stored = this.table.readAll();
    const barsFolder = stored.get('barsFolder');
    return {
      realBarsEverStored: stored.get('realBarsEverStored') === true,
      barsFolder: typeof barsFolder === 'string' && isAbsolute(barsFolder) ? barsFolder : null,
    };
  }

  write(values: Partial<AppFactValues>): void {
    this.table.write(new Map(Object.entries(values)));
  }
}
