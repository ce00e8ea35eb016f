import { FIRST_WATCHLIST } from '../../../src/shared/domain/watchlist/watchlist';
import { APPLICATION_ID } from '../application-id';
import { sqlText } from '../sql-text';
import type { Migration } from './migration';

/**
 * Positions count from 0 without gaps. Identities are never used twice (AUTOINCREMENT), so that a
 * late command cannot hit another row. The first watchlist is written here and never again: who
 * empties it does not get it back.
 */
export const watchlistAndSettings: Migration = {
  version: 1,
  up(database) {
    database.exec(`
      PRAGMA application_id = ${APPLICATION_ID};

      CREATE TABLE key_value (
        scope TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (scope, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE watchlist (
        id INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE watchlist_section (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        watchlist_id INTEGER NOT NULL REFERENCES watchlist (id),
        position INTEGER NOT NULL CHECK (position >= 0),
        name TEXT,
        seed TEXT,
        CHECK (name IS NOT NULL OR seed IS NOT NULL)
      ) STRICT;

      CREATE INDEX watchlist_section_by_position
        ON watchlist_section (watchlist_id, position);

      CREATE TABLE watchlist_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        section_id INTEGER NOT NULL REFERENCES watchlist_section (id),
        position INTEGER NOT NULL CHECK (position >= 0),
        symbol TEXT NOT NULL,
        UNIQUE (section_id, symbol)
      ) STRICT;

      CREATE INDEX watchlist_item_by_position
        ON watchlist_item (section_id, position);
    `);
    database.exec(firstWatchlist());
  },
};

function firstWatchlist(): string {
  const sections = FIRST_WATCHLIST.map(
    ({ seed }, position) => `(${position + 1}, 1, ${position}, NULL, ${sqlText(seed)})`,
  );
  const items = FIRST_WATCHLIST.flatMap(({ symbols }, section) =>
    symbols.map((symbol, position) => `(${section + 1}, ${position}, ${sqlText(symbol)})`),
  );
  return `
    INSERT INTO watchlist (id, revision) VALUES (1, 1);
    INSERT INTO watchlist_section (id, watchlist_id, position, name, seed)
      VALUES ${sections.join(', ')};
    INSERT INTO watchlist_item (section_id, position, symbol) VALUES ${items.join(', ')};
  `;
}
