/** The SQL of the watchlist; a test checks that each is served by an index. */
export const WATCHLIST_SQL = {
  list: 'SELECT id, revision FROM watchlist WHERE id = ?',
  sections: `SELECT id, name, seed FROM watchlist_section
    WHERE watchlist_id = ? ORDER BY position, id`,
  items: `SELECT item.id, item.section_id AS sectionId, item.symbol
    FROM watchlist_section AS section
    CROSS JOIN watchlist_item AS item ON item.section_id = section.id
    WHERE section.watchlist_id = ?
    ORDER BY section.position, section.id, item.position, item.id`,
  raiseRevision: 'UPDATE watchlist SET revision = revision + 1 WHERE id = ?',

  placeOfItem: 'SELECT section_id AS parentId, position FROM watchlist_item WHERE id = ?',
  openGapInSection: `UPDATE watchlist_item SET position = position + 1
    WHERE section_id = ? AND position >= ?`,
  closeGapInSection: `UPDATE watchlist_item SET position = position - 1
    WHERE section_id = ? AND position > ?`,
  insertItem: 'INSERT INTO watchlist_item (section_id, position, symbol) VALUES (?, ?, ?)',
  placeItem: 'UPDATE watchlist_item SET section_id = ?, position = ? WHERE id = ?',
  deleteItem: 'DELETE FROM watchlist_item WHERE id = ?',

  placeOfSection: 'SELECT watchlist_id AS parentId, position FROM watchlist_section WHERE id = ?',
  openGapInList: `UPDATE watchlist_section SET position = position + 1
    WHERE watchlist_id = ? AND position >= ?`,
  closeGapInList: `UPDATE watchlist_section SET position = position - 1
    WHERE watchlist_id = ? AND position > ?`,
  insertSection: 'INSERT INTO watchlist_section (watchlist_id, position, name) VALUES (?, ?, ?)',
  placeSection: 'UPDATE watchlist_section SET position = ? WHERE id = ?',
  renameSection: 'UPDATE watchlist_section SET name = ? WHERE id = ?',
  deleteSection: 'DELETE FROM watchlist_section WHERE id = ?',
} as const;
