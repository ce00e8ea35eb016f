import { onTestFinished } from 'vitest';
import type { Migration } from '../../../electron/store/migrations/migration';
import { openUserDatabase } from '../../../electron/store/open-user-database';
import type { UserDatabase } from '../../../electron/store/user-database';
import type { RecoveryNotice } from '../../../electron/store/user-database-opening';
import { SqliteWatchlistRepository } from '../../../electron/store/watchlist/watchlist-repository';
import { FIRST_WATCHLIST, type Watchlist } from '../../../src/shared/domain/watchlist/watchlist';

/** 2026-11-23 20:37:00.123 UTC. */
export const NOW_MS = Date.UTC(2026, 10, 23, 20, 37, 0, 123);
export const NOW_IN_NAMES = '20261123T203700123Z';

export interface Opened {
  readonly database: UserDatabase;
  readonly notice: RecoveryNotice | null;
  readonly watchlist: SqliteWatchlistRepository;
}

/** Opens a database that must open, at {@link NOW_MS}; it is closed after the test. */
export function openForTest(folder: string, migrations?: readonly Migration[]): Opened {
  const opening = openUserDatabase({
    folder,
    now: () => NOW_MS,
    ...(migrations === undefined ? {} : { migrations }),
  });
  if (!opening.ok) throw new Error(`${opening.failure.reason}: ${opening.failure.detail}`);
  const { database, notice } = opening;
  onTestFinished(() => database.dispose());
  return { database, notice, watchlist: new SqliteWatchlistRepository(database) };
}

/** Symbols by section, in order. */
export function symbolsOf(list: Watchlist): readonly (readonly string[])[] {
  return list.sections.map(({ items }) => items.map(({ symbol }) => symbol));
}

export const FIRST_SYMBOLS = FIRST_WATCHLIST.map(({ symbols }) => [...symbols]);
