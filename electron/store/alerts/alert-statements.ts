/** Kept: of the wishes of a query those that are null ask for nothing. */
const WISHES = `(? IS NULL OR rule_id = ?) AND (? IS NULL OR instrument = ?)
    AND (? IS NULL OR acknowledged_at IS NULL) AND (? IS NULL OR late = 1)
    AND (? = '' OR instr(words, ?) > 0)`;
const FIRING = 'id, json, delivery, acknowledged_at';

/** The SQL of alerts; a test checks that each is served by an index. */
export const ALERT_SQL = {
  rules: `SELECT id, revision, json, enabled, ended, splits, held, created_at
    FROM alert_rule WHERE id > ? AND removed_at IS NULL ORDER BY id`,
  insertRule: 'INSERT INTO alert_rule (revision, json, enabled, created_at) VALUES (1, ?, ?, ?)',
  setDraft: 'UPDATE alert_rule SET json = ? WHERE id = ?',
  setRevision: 'UPDATE alert_rule SET revision = ? WHERE id = ?',
  setEnabled: 'UPDATE alert_rule SET enabled = ? WHERE id = ?',
  setEnded: 'UPDATE alert_rule SET ended = ? WHERE id = ?',
  setSplits: 'UPDATE alert_rule SET splits = ? WHERE id = ?',
  setHeld: 'UPDATE alert_rule SET held = ? WHERE id = ?',
  setRemovedAt: 'UPDATE alert_rule SET removed_at = ? WHERE id = ?',
  draftOf: 'SELECT json FROM alert_rule WHERE id = ?',
  forgetRemoved: 'DELETE FROM alert_rule WHERE id > ? AND removed_at IS NOT NULL',
  progress: `SELECT rule_id, instrument, revision, armed, fired, watched_ms, minute, done, last
    FROM alert_progress WHERE rule_id > ?`,
  putProgress: `INSERT INTO alert_progress
      (rule_id, instrument, revision, armed, fired, watched_ms, minute, done, last)
    SELECT id, ?, ?, ?, ?, ?, ?, ?, ? FROM alert_rule WHERE id = ?
    ON CONFLICT (rule_id, instrument) DO UPDATE SET revision = excluded.revision,
      armed = excluded.armed, fired = excluded.fired, watched_ms = excluded.watched_ms,
      minute = excluded.minute, done = excluded.done, last = excluded.last`,
  insertFiring: `INSERT INTO alert_firing
      (firing_key, rule_id, instrument, late, words, json, ticks, delivery)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (firing_key) DO NOTHING`,
  firings: `SELECT ${FIRING} FROM alert_firing WHERE id < ? AND ${WISHES} ORDER BY id DESC LIMIT ?`,
  countFirings: `SELECT COUNT(*) AS total FROM alert_firing WHERE id > ? AND ${WISHES}`,
  firing: `SELECT ${FIRING} FROM alert_firing WHERE id = ?`,
  ticks: 'SELECT ticks FROM alert_firing WHERE id = ?',
  pending: `SELECT ${FIRING} FROM alert_firing WHERE delivery = ? ORDER BY id`,
  setDelivery: 'UPDATE alert_firing SET delivery = ? WHERE id = ?',
  acknowledge: 'UPDATE alert_firing SET acknowledged_at = ? WHERE id = ?',
  acknowledgeAll:
    'UPDATE alert_firing SET acknowledged_at = ? WHERE acknowledged_at IS NULL AND id > ?',
  unseen: 'SELECT COUNT(*) AS total FROM alert_firing WHERE acknowledged_at IS NULL AND id > ?',
  forgetOld: `DELETE FROM alert_firing WHERE id < (
    SELECT id FROM alert_firing WHERE id > 0 ORDER BY id DESC LIMIT 1 OFFSET ?)`,
} as const;
