const HEAD = `curation_edit.id, kind, detail, at_ms AS at,
    CASE WHEN (SELECT count(*) FROM curation_change WHERE edit_id = curation_edit.id) = 1
      THEN (SELECT entry_id FROM curation_change WHERE edit_id = curation_edit.id) END AS entryId`;

/** The SQL of the overlay; a test checks that each but the first is served by an index. */
export const CURATION_SQL = {
  put: `INSERT INTO curation (entry_id, json) VALUES (?, ?)
    ON CONFLICT (entry_id) DO UPDATE SET json = excluded.json`,
  remove: 'DELETE FROM curation WHERE entry_id = ?',
  dropUndone: "UPDATE curation_edit SET state = 'dropped', state_at_ms = ? WHERE state = 'undone'",
  addEdit: `INSERT INTO curation_edit (at_ms, who, kind, detail, state, state_at_ms)
    VALUES (?, 'user', ?, ?, 'done', ?)`,
  addChange: 'INSERT INTO curation_change (edit_id, entry_id, before, after) VALUES (?, ?, ?, ?)',
  lastDone: `SELECT ${HEAD} FROM curation_edit WHERE state = 'done' ORDER BY id DESC LIMIT 1`,
  firstUndone: `SELECT ${HEAD} FROM curation_edit WHERE state = 'undone' ORDER BY id LIMIT 1`,
  setState: 'UPDATE curation_edit SET state = ?, state_at_ms = ? WHERE id = ?',
  changesOf: 'SELECT entry_id AS id, before, after FROM curation_change WHERE edit_id = ?',
  history: `SELECT ${HEAD}, who, state, state_at_ms AS stateAt, before, after
    FROM curation_change JOIN curation_edit ON curation_edit.id = edit_id
    WHERE entry_id = ? ORDER BY edit_id DESC LIMIT ?`,
} as const;

/** All of it is wanted, so that it is read whole. */
export const ALL_CURATIONS_SQL = 'SELECT json FROM curation ORDER BY entry_id';
