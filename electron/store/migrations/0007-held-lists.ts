import type { Migration } from './migration';

/** Instruments on which a rule on a whole list waits, as a JSON list. */
export const heldLists: Migration = {
  version: 7,
  up(database) {
    database.exec("ALTER TABLE alert_rule ADD COLUMN held TEXT NOT NULL DEFAULT '[]'");
  },
};
