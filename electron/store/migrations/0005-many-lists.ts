import { sqlText } from '../sql-text';
import type { Migration } from './migration';

/** The only list that there was so far is the first one of the first set. */
const FIRST_SEED = 'chip-race';
/** Room between two neighbours: what is put between them moves nobody else. */
const SPACING = 1_048_576;

/**
 * Many lists, what is kept about an instrument, the history of all changes and the trash. Positions
 * are in order but not dense. One counter gives the identities of all, so that none is used twice. An
 * edit is the rows that it changed, as they were before and after.
 */
export const manyLists: Migration = {
  version: 5,
  up(database) {
    database.exec(`
      CREATE TABLE list (
        id INTEGER PRIMARY KEY,
        position INTEGER NOT NULL,
        name TEXT,
        seed TEXT
      ) STRICT;

      CREATE TABLE list_section (
        id INTEGER PRIMARY KEY,
        list_id INTEGER NOT NULL REFERENCES list (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        name TEXT,
        seed TEXT
      ) STRICT;

      CREATE INDEX list_section_by_position ON list_section (list_id, position, id);

      CREATE TABLE list_item (
        id INTEGER PRIMARY KEY,
        section_id INTEGER NOT NULL REFERENCES list_section (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        symbol TEXT NOT NULL,
        written TEXT,
        details TEXT,
        UNIQUE (section_id, symbol)
      ) STRICT;

      CREATE INDEX list_item_by_position ON list_item (section_id, position, id);

      CREATE TABLE list_star (
        symbol TEXT PRIMARY KEY,
        position INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE list_trash (
        id INTEGER PRIMARY KEY,
        deleted_at_ms INTEGER NOT NULL,
        place TEXT NOT NULL,
        content TEXT NOT NULL
      ) STRICT;

      CREATE INDEX list_trash_by_date ON list_trash (deleted_at_ms);

      CREATE TABLE list_edit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
        at_ms INTEGER NOT NULL,
        kind TEXT NOT NULL,
        name TEXT,
        count INTEGER NOT NULL,
        open_before INTEGER NOT NULL,
        open_after INTEGER NOT NULL,
        length INTEGER NOT NULL,
        changes TEXT NOT NULL
      ) STRICT;

      CREATE INDEX list_edit_by_state ON list_edit (state, id, length);

      CREATE TABLE list_desk (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        revision INTEGER NOT NULL,
        last_id INTEGER NOT NULL,
        open_list_id INTEGER NOT NULL UNIQUE REFERENCES list (id) DEFERRABLE INITIALLY DEFERRED
      ) STRICT;

      INSERT INTO list (id, position, name, seed)
        SELECT id, (id - 1) * ${SPACING}, NULL, ${sqlText(FIRST_SEED)} FROM watchlist;
      INSERT INTO list_section (id, list_id, position, name, seed)
        SELECT id, watchlist_id, position * ${SPACING}, name, seed FROM watchlist_section;
      INSERT INTO list_item (id, section_id, position, symbol)
        SELECT id, section_id, position * ${SPACING}, symbol FROM watchlist_item;
      INSERT INTO list_desk (id, revision, last_id, open_list_id)
        SELECT 1, revision, max(id, coalesce((SELECT max(seq) FROM sqlite_sequence
          WHERE name IN ('watchlist_section', 'watchlist_item')), 0)), id FROM watchlist;

      DROP TABLE watchlist_item;
      DROP TABLE watchlist_section;
      DROP TABLE watchlist;
    `);
  },
};
