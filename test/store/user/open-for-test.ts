import { onTestFinished } from 'vitest';
import { Signal } from '../../../electron/core/events/signal';
import { WatchlistService } from '../../../electron/core/watchlist/watchlist-service';
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

/** The commands on an open database, at {@link NOW_MS}. */
export function serviceOver(database: UserDatabase, now = (): number => NOW_MS): WatchlistService {
  const service = new WatchlistService({
    repository: new SqliteWatchlistRepository(database),
    changed: new Signal((error) => {
      throw error;
    }),
    scheduler: { after: () => () => undefined },
    now,
  });
  service.start();
  return service;
}

/** Puts a section before all others of the list on the desk. */
export function addSection(database: UserDatabase, name: string): void {
  const service = serviceOver(database);
  const answer = service.addSection({ listId: service.lists().openListId, name, position: 0 });
  if (!answer.ok) throw new Error(answer.reason);
}

/** The list on the desk, as it is stored. */
export function deskList({ watchlist }: Pick<Opened, 'watchlist'>): Watchlist {
  const { lists, openListId } = watchlist.load().watchlists;
  const list = lists.find(({ id }) => id === openListId);
  if (!list) throw new Error('there is no list on the desk');
  return list;
}

/** Names of its sections, in order. */
export function sectionNames(opened: Pick<Opened, 'watchlist'>): readonly (string | null)[] {
  return deskList(opened).sections.map(({ name }) => name);
}

/** Symbols by section, in order. */
export function symbolsOf(opened: Pick<Opened, 'watchlist'>): readonly (readonly string[])[] {
  return deskList(opened).sections.map(({ items }) => items.map(({ symbol }) => symbol));
}

export const FIRST_SYMBOLS = FIRST_WATCHLIST.map(({ symbols }) => [...symbols]);
