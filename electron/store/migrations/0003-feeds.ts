import type { Migration } from './migration';

/**
 * The user's feeds and what they told. A removed feed stays until the next start, so that the removal
 * can be undone. An item is known by what its feed calls it (`entry_key`); `last_told_at` is the newest
 * answer that held it, and decides when it may be forgotten.
 */
export const feeds: Migration = {
  version: 3,
  up(database) {
    database.exec(`
      CREATE TABLE feed (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL UNIQUE,
        own_title TEXT,
        told_title TEXT NOT NULL DEFAULT '',
        home TEXT,
        paused INTEGER NOT NULL DEFAULT 0,
        interval_minutes INTEGER NOT NULL,
        removed_at INTEGER,
        etag TEXT,
        last_modified TEXT,
        answered_at INTEGER,
        next_at INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        failure_reason TEXT,
        failure_detail TEXT
      ) STRICT;

      CREATE TABLE feed_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed_id INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
        entry_key TEXT NOT NULL,
        title TEXT NOT NULL,
        summary TEXT NOT NULL,
        url TEXT,
        published_at INTEGER,
        first_told_at INTEGER NOT NULL,
        last_told_at INTEGER NOT NULL,
        sort_at INTEGER NOT NULL,
        is_read INTEGER NOT NULL DEFAULT 0,
        is_starred INTEGER NOT NULL DEFAULT 0,
        is_dismissed INTEGER NOT NULL DEFAULT 0,
        UNIQUE (feed_id, entry_key)
      ) STRICT;

      CREATE INDEX feed_item_by_time ON feed_item (is_dismissed, sort_at, id);
      CREATE INDEX feed_item_by_answer ON feed_item (feed_id, is_starred, last_told_at, id);
    `);
  },
};
