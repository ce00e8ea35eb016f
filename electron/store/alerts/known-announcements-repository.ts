import type { KnownAnnouncements } from '../../core/alerts/known-announcements-port';
import { KeyValueTable } from '../settings/key-value-table';
import type { UserDatabase } from '../user-database';

const KEY = 'known-announcements';

/** Identities of announcements that were there already, in `user.db`. */
export class SqliteKnownAnnouncementsRepository implements KnownAnnouncements {
  private readonly table: KeyValueTable;

  constructor(database: UserDatabase) {
    this.table = new KeyValueTable(database, 'alerts');
  }

  read(): readonly string[] | null {
    const stored = this.table.read(KEY);
    if (!Array.isArray(stored)) return null;
    return stored.filter((id): id is string => typeof id === 'string');
  }

  write(ids: readonly string[]): void {
    this.table.write(new Map([[KEY, ids]]));
  }
}
