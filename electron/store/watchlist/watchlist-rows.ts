import type { NewWatchlistEdit, Trashed } from '../../core/watchlist/watchlist-repository-port';
import type { UserDatabase } from '../user-database';
import { diffWatchlists, type TableDiff } from './list-diff';
import { newRanks, type RowKey } from './ranks';
import { type Row, type RowChange, ROW_SQL, ROW_TABLES, type TableName } from './row-tables';
import { WATCHLIST_SQL as SQL, WHOLE_TABLES_SQL as WHOLE } from './watchlist-statements';

interface Rank {
  readonly key: RowKey;
  readonly position: number;
}

/** The rows behind the lists: what an edit changes in them, and how they get so. */
export class WatchlistRows {
  constructor(private readonly database: UserDatabase) {}

  /** Rows as they are and as the edit wants them; nothing is written. */
  changesOf({ before, after, trash }: NewWatchlistEdit): readonly RowChange[] {
    const lists = diffWatchlists(before, after).flatMap((diff) => this.tableChanges(diff));
    const taken = trash.take.map((id) => this.change('list_trash', id, () => null));
    const put = trash.put.map((entry) =>
      this.change('list_trash', entry.id, () => trashRow(entry)),
    );
    return [...lists, ...taken, ...put].filter(
      ([, , was, is]) => JSON.stringify(was) !== JSON.stringify(is),
    );
  }

  /** All rows go before the first one comes: no symbol stands twice in between. */
  apply(changes: readonly RowChange[], side: 'before' | 'after'): void {
    for (const [table, key] of changes) this.database.run(ROW_SQL.remove[table], [key]);
    for (const [table, , before, after] of changes) {
      const row = side === 'before' ? before : after;
      if (!row) continue;
      const values = ROW_TABLES[table].columns.map((column) => row[column] ?? null);
      this.database.run(ROW_SQL.insert[table], values);
    }
  }

  private tableChanges({ table, rows, orders }: TableDiff): readonly RowChange[] {
    const ranks = new Map<RowKey, number>();
    for (const { parentId, keys } of orders) {
      const known = new Map(this.ranks(table, parentId).map((rank) => [rank.key, rank.position]));
      for (const [key, rank] of newRanks(keys, known)) ranks.set(key, rank);
    }
    const keys = new Set([...rows.keys(), ...ranks.keys()]);
    return [...keys].map((key) =>
      this.change(table, key, (before) => {
        const row = rows.get(key);
        const position = ranks.get(key) ?? before?.['position'] ?? 0;
        return row === null ? null : { ...before, ...row, position };
      }),
    );
  }

  private change(
    table: TableName,
    key: RowKey,
    edit: (before: Row | null) => Row | null,
  ): RowChange {
    // Not by `get`, whose row holds more than its columns.
    const before = this.database.all<Row>(ROW_SQL.read[table], [key])[0] ?? null;
    const after = edit(before);
    return [table, key, before, after && inColumns(table, after)];
  }

  private ranks(table: TableName, parentId: number): readonly Rank[] {
    switch (table) {
      case 'list':
        return this.database.all<Rank>(WHOLE.listRanks, []);
      case 'list_section':
        return this.database.all<Rank>(SQL.sectionRanks, [parentId]);
      case 'list_item':
        return this.database.all<Rank>(SQL.itemRanks, [parentId]);
      default:
        return this.database.all<Rank>(WHOLE.starRanks, []);
    }
  }
}

/** In the order of the columns, so that equal rows are equal texts. */
function inColumns(table: TableName, row: Row): Row {
  return Object.fromEntries(
    ROW_TABLES[table].columns.map((column) => [column, row[column] ?? null]),
  );
}

function trashRow({ id, deletedAt, place, content }: Trashed): Row {
  return {
    id,
    deleted_at_ms: deletedAt,
    place: JSON.stringify(place),
    content: JSON.stringify(content),
  };
}
