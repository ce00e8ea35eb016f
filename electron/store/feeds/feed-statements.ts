/** The SQL of the feeds; a test checks that each is served by an index. */
export const FEED_SQL = {
  feeds: `SELECT id, address, own_title, told_title, home, paused, interval_minutes, etag, last_modified,
      answered_at, next_at, failures, failure_reason, failure_detail
    FROM feed WHERE id > ? AND removed_at IS NULL ORDER BY id`,
  idOf: 'SELECT id, removed_at FROM feed WHERE address = ?',
  removedAt: 'SELECT removed_at FROM feed WHERE id = ?',
  insert: 'INSERT INTO feed (address, own_title, interval_minutes, next_at) VALUES (?, ?, ?, 0)',
  setOwnTitle: 'UPDATE feed SET own_title = ? WHERE id = ?',
  setPaused: 'UPDATE feed SET paused = ? WHERE id = ?',
  setInterval: 'UPDATE feed SET interval_minutes = ? WHERE id = ?',
  setNextAt: 'UPDATE feed SET next_at = ? WHERE id = ?',
  setFailures: 'UPDATE feed SET failures = ? WHERE id = ?',
  setFailure: 'UPDATE feed SET failure_reason = ?, failure_detail = ? WHERE id = ?',
  setRemovedAt: 'UPDATE feed SET removed_at = ? WHERE id = ?',
  forgetRemoved: 'DELETE FROM feed WHERE id > ? AND removed_at IS NOT NULL',
  setTold: `UPDATE feed SET told_title = ?, home = ?, etag = ?, last_modified = ?, answered_at = ?,
      failures = 0, failure_reason = NULL, failure_detail = NULL
    WHERE id = ?`,
  answeredAt: 'SELECT answered_at FROM feed WHERE id = ?',
  setAnsweredAt: `UPDATE feed SET answered_at = ?, failures = 0, failure_reason = NULL, failure_detail = NULL
    WHERE id = ?`,
  putItem: `INSERT INTO feed_item (feed_id, entry_key, title, summary, url, published_at, first_told_at,
      last_told_at, sort_at, is_read)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (feed_id, entry_key) DO UPDATE SET title = excluded.title, summary = excluded.summary,
      url = excluded.url, last_told_at = excluded.last_told_at`,
  tellAgain:
    'UPDATE feed_item SET last_told_at = ? WHERE feed_id = ? AND is_starred IN (0, 1) AND last_told_at = ?',
  items: `SELECT feed_item.id, feed_id, title, summary, url, published_at, first_told_at, is_read, is_starred
    FROM feed_item JOIN feed ON feed.id = feed_id
    WHERE is_dismissed = 0 AND removed_at IS NULL ORDER BY sort_at DESC, feed_item.id DESC LIMIT ?`,
  urlOf: 'SELECT url FROM feed_item WHERE id = ?',
  setRead: 'UPDATE feed_item SET is_read = ? WHERE id = ?',
  setStarred: 'UPDATE feed_item SET is_starred = ? WHERE id = ?',
  setDismissed: 'UPDATE feed_item SET is_dismissed = ? WHERE id = ?',
  forgetOld: 'DELETE FROM feed_item WHERE feed_id = ? AND is_starred = 0 AND last_told_at < ?',
  forgetBeyond: `DELETE FROM feed_item WHERE id IN (
    SELECT id FROM feed_item WHERE feed_id = ? AND is_starred = 0
    ORDER BY last_told_at DESC, id DESC LIMIT -1 OFFSET ?)`,
  feedIds: 'SELECT id FROM feed WHERE id > ? ORDER BY id',
} as const;
