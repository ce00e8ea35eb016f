import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { Signal } from '../../../electron/core/events/signal';
import { WatchlistService } from '../../../electron/core/watchlist/watchlist-service';
import { ALL_MIGRATIONS } from '../../../electron/store/migrations/all-migrations';
import type { Migration } from '../../../electron/store/migrations/migration';
import { openUserDatabase } from '../../../electron/store/open-user-database';
import { SqliteSettingsRepository } from '../../../electron/store/settings/settings-repository';
import type { UserDatabase } from '../../../electron/store/user-database';
import { SqliteWatchlistRepository } from '../../../electron/store/watchlist/watchlist-repository';
import { type Dice, diceOf, editAtRandom, SEED_NAMES } from '../../helpers/random-list-edit';
import { listDump, withoutDesk } from './list-dump';

/**
 * Runs in a process of its own until it is killed: `edit` edits and says what is acknowledged, `stop`
 * stands still in the middle of the migration of the given version.
 */
const [job, folder = '', argument = ''] = process.argv.slice(2);

/** Writes at once: what is printed was acknowledged before. */
function say(value: unknown): void {
  writeSync(1, `${JSON.stringify(value)}\n`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What a reader can hold the file to after the kill. */
function stateOf(database: UserDatabase, service: WatchlistService): object {
  const dump = listDump(database);
  const { watchlists, steps } = service.now();
  return {
    revision: watchlists.revision,
    undoId: steps.undo?.id ?? 0,
    dump: sha256(dump),
    withoutDesk: sha256(withoutDesk(dump)),
  };
}

function edit(seed: number): void {
  const opening = openUserDatabase({ folder, now: Date.now });
  if (!opening.ok || opening.notice !== null) throw new Error(JSON.stringify(opening));
  const { database } = opening;
  const service = new WatchlistService({
    repository: new SqliteWatchlistRepository(database),
    changed: new Signal((error) => {
      throw error;
    }),
    scheduler: { after: () => () => undefined },
    now: Date.now,
  });
  service.start();
  const settings = new SqliteSettingsRepository(database);
  const dice = diceOf(seed);
  say({ ...stateOf(database, service), round: 0 });
  for (let round = 1; ; round += 1) {
    settings.write(new Map([[`round${seed}`, round]]));
    const command = COMMANDS[dice(COMMANDS.length)] ?? 'edit';
    say({ starting: command });
    run(command, service, dice);
    say({ ...stateOf(database, service), round });
  }
}

const COMMANDS = ['edit', 'edit', 'edit', 'edit', 'import', 'undo', 'redo'] as const;

function run(command: (typeof COMMANDS)[number], service: WatchlistService, dice: Dice): void {
  switch (command) {
    case 'edit':
      editAtRandom(service, dice);
      break;
    case 'import':
      importMany(service, dice);
      break;
    default:
      service[command]();
  }
}

/** Long enough that a kill often comes in the middle of it. */
function importMany(service: WatchlistService, dice: Dice): void {
  const { openListId } = service.lists();
  const items = Array.from({ length: 1_500 }, (_, index) => ({
    ...{ symbol: `XNAS:I${dice(50)}${index}`, written: null, note: `note ${index}` },
    ...{ flags: [], targets: [], lots: [] },
  }));
  const document = { name: 'Many', sections: [{ name: 'All', items }] };
  const target = { kind: 'replace' as const, listId: openListId };
  service.importDocument({ document, target, names: SEED_NAMES });
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
