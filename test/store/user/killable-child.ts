import { writeSync } from 'node:fs';
import { Signal } from '../../../electron/core/events/signal';
import { WatchlistService } from '../../../electron/core/watchlist/watchlist-service';
import { ALL_MIGRATIONS } from '../../../electron/store/migrations/all-migrations';
import type { Migration } from '../../../electron/store/migrations/migration';
import { openUserDatabase } from '../../../electron/store/open-user-database';
import { SqliteSettingsRepository } from '../../../electron/store/settings/settings-repository';
import { SqliteWatchlistRepository } from '../../../electron/store/watchlist/watchlist-repository';

/**
 * Runs in a process of its own until it is killed: `edit` edits and says what is acknowledged, `stop`
 * stands still in the middle of the migration of the given version.
 */
const [job, folder = '', argument = ''] = process.argv.slice(2);

/** Writes at once: what is printed was acknowledged before. */
function say(value: unknown): void {
  writeSync(1, `${JSON.stringify(value)}\n`);
}

/** Park and Miller's generator: the same edits for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function edit(seed: number): void {
  const opening = openUserDatabase({ folder, now: Date.now });
  if (!opening.ok || opening.notice !== null) throw new Error(JSON.stringify(opening));
  const watchlist = new WatchlistService(
    new SqliteWatchlistRepository(opening.database),
    new Signal((error) => {
      throw error;
    }),
  );
  watchlist.start();
  const settings = new SqliteSettingsRepository(opening.database);
  const next = numbers(seed);
  for (let round = 1; ; round += 1) {
    settings.write(new Map([[`round${seed}`, round]]));
    editOnce(watchlist, next);
    say({ round, list: watchlist.list() });
  }
}

function editOnce(watchlist: WatchlistService, next: (below: number) => number): void {
  const { sections } = watchlist.list();
  const section = sections[next(sections.length)];
  const item = section?.items[next(Math.max(1, section.items.length))];
  const other = sections[next(sections.length)];
  if (section === undefined || other === undefined) throw new Error('the first set has sections');
  const position = next(10);
  const choices: readonly (() => unknown)[] = [
    () => watchlist.addItem({ sectionId: section.id, symbol: `XNAS:T${next(1e6)}`, position }),
    () => item && watchlist.moveItem({ itemId: item.id, sectionId: other.id, position }),
    () => item && sections.length > 1 && watchlist.removeItem({ itemId: item.id }),
    () => watchlist.renameSection({ sectionId: section.id, name: `Name ${next(1e6)}` }),
    () => watchlist.moveSection({ sectionId: section.id, position }),
  ];
  choices[next(choices.length)]?.();
}

function stopInMigration(version: number): void {
  const stop = (migration: Migration): Migration => ({
    version: migration.version,
    up: (database) => {
      migration.up(database);
      if (migration.version !== version) return;
      say({ reached: version });
      // Waits for the kill with the transaction open.
      for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
    },
  });
  const future: Migration = {
    version: ALL_MIGRATIONS.length + 1,
    up: (database) => database.exec('CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT'),
  };
  const migrations = [...ALL_MIGRATIONS, future].filter((each) => each.version <= version);
  openUserDatabase({ folder, now: Date.now, migrations: migrations.map(stop) });
}

if (job === 'edit') edit(Number(argument));
else stopInMigration(Number(argument));
