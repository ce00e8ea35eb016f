const HEAD = 'id, kind, name, count, at_ms AS at';

/** The SQL of the lists; a test checks that each is served by an index. */
export const WATCHLIST_SQL = {
  desk: `SELECT revision, last_id AS lastId, open_list_id AS openListId
    FROM list_desk WHERE id = 1`,
  setDesk: `UPDATE list_desk SET revision = revision + 1, last_id = ?, open_list_id = ?
    WHERE id = 1`,
  setOpen: 'UPDATE list_desk SET revision = revision + 1, open_list_id = ? WHERE id = 1',

  sectionsOf: `SELECT id, list_id AS listId, name, seed FROM list_section
    WHERE list_id = ? ORDER BY position, id`,
  itemsOf: `SELECT id, symbol, written, details FROM list_item
    WHERE section_id = ? ORDER BY position, id`,
  sectionRanks: 'SELECT id AS key, position FROM list_section WHERE list_id = ?',
  itemRanks: 'SELECT id AS key, position FROM list_item WHERE section_id = ?',

  addEdit: `INSERT INTO list_edit
    (state, at_ms, kind, name, count, open_before, open_after, length, changes)
    VALUES ('done', ?, ?, ?, ?, ?, ?, ?, ?)`,
  dropUndone: "DELETE FROM list_edit WHERE state = 'undone'",
  dropEditsTo: 'DELETE FROM list_edit WHERE id <= ?',
  lengths: "SELECT id, length FROM list_edit WHERE state = 'done' ORDER BY id DESC",
  lastDone: `SELECT ${HEAD} FROM list_edit WHERE state = 'done' ORDER BY id DESC LIMIT 1`,
  firstUndone: `SELECT ${HEAD} FROM list_edit WHERE state = 'undone' ORDER BY id LIMIT 1`,
  edit: `SELECT open_before AS openBefore, open_after AS openAfter, changes
    FROM list_edit WHERE id = ?`,
  setState: 'UPDATE list_edit SET state = ? WHERE id = ?',

  purgeTrash: 'DELETE FROM list_trash WHERE deleted_at_ms < ?',
} as const;

/** All of each is wanted, so that it is read whole. */
export const WHOLE_TABLES_SQL = {
  lists: 'SELECT id, name, seed FROM list ORDER BY position, id',
  listRanks: 'SELECT id AS key, position FROM list',
  stars: 'SELECT symbol FROM list_star ORDER BY position, symbol',
  starRanks: 'SELECT symbol AS key, position FROM list_star',
  trash: `SELECT id, deleted_at_ms AS deletedAt, place, content FROM list_trash
    ORDER BY deleted_at_ms DESC, id`,
} as const;
