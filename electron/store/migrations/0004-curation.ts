import type { Migration } from './migration';

/**
 * What the user made of the record. `curation` is the overlay of each entry as it is now; an edit and
 * what it changed stay for ever, also after they were undone, so that everything can be taken back
 * and looked up.
 */
export const curation: Migration = {
  version: 4,
  up(database) {
    database.exec(`
      CREATE TABLE curation (
        entry_id TEXT PRIMARY KEY,
        json TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE curation_edit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at_ms INTEGER NOT NULL,
        who TEXT NOT NULL,
        kind TEXT NOT NULL,
        detail TEXT,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
        state_at_ms INTEGER NOT NULL
      ) STRICT;

      CREATE INDEX curation_edit_by_state ON curation_edit (state, id);

      CREATE TABLE curation_change (
        edit_id INTEGER NOT NULL REFERENCES curation_edit (id),
        entry_id TEXT NOT NULL,
        before TEXT,
        after TEXT,
        PRIMARY KEY (edit_id, entry_id)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX curation_change_by_entry ON curation_change (entry_id, edit_id);
    `);
  },
};
