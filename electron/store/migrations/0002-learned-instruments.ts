import type { Migration } from './migration';

/** Instruments that the user picked from a search, as they were found. */
export const learnedInstruments: Migration = {
  version: 2,
  up(database) {
    database.exec(`
      CREATE TABLE learned_instrument (
        id TEXT PRIMARY KEY,
        json TEXT NOT NULL,
        learned_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX learned_instrument_by_time
        ON learned_instrument (learned_at, id);
    `);
  },
};
