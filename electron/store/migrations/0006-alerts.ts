import type { Migration } from './migration';

/**
 * Alert rules, what has become of them on each instrument, and their firings. A firing keeps its rule
 * as it was, so that it outlives it; `firing_key` lets the same crossing be stored once only. A removed
 * rule stays until the next start, so that the removal can be undone.
 */
export const alerts: Migration = {
  version: 5,
  up(database) {
    database.exec(`
      CREATE TABLE alert_rule (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision INTEGER NOT NULL,
        json TEXT NOT NULL,
        enabled INTEGER NOT NULL,
        ended TEXT,
        splits TEXT NOT NULL DEFAULT '[]',
        created_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;

      CREATE TABLE alert_progress (
        rule_id INTEGER NOT NULL REFERENCES alert_rule (id) ON DELETE CASCADE,
        instrument TEXT NOT NULL,
        revision INTEGER NOT NULL,
        armed INTEGER NOT NULL,
        fired INTEGER NOT NULL,
        watched_ms INTEGER NOT NULL,
        minute INTEGER NOT NULL,
        done INTEGER NOT NULL,
        last TEXT,
        PRIMARY KEY (rule_id, instrument)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE alert_firing (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        firing_key TEXT NOT NULL UNIQUE,
        rule_id INTEGER NOT NULL,
        instrument TEXT,
        late INTEGER NOT NULL,
        words TEXT NOT NULL,
        json TEXT NOT NULL,
        ticks TEXT NOT NULL,
        delivery TEXT NOT NULL,
        acknowledged_at INTEGER
      ) STRICT;

      CREATE INDEX alert_firing_by_delivery ON alert_firing (delivery, id);
      CREATE INDEX alert_firing_by_sight ON alert_firing (acknowledged_at, id);
    `);
  },
};
