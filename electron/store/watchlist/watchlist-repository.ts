import type {
  Watchlist,
  WatchlistItem,
  WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import type {
  WatchlistEdit,
  WatchlistSteps,
} from '../../../src/shared/domain/watchlist/watchlist-edit';
import type {
  NewWatchlistEdit,
  StoredWatchlists,
  Trashed,
  WatchlistRepository,
} from '../../core/watchlist/watchlist-repository-port';
import type { UserDatabase } from '../user-database';
import { readContent, readDetails, readPlace, seedList, seedSection } from './read-stored';
import type { RowChange } from './row-tables';
import { WatchlistRows } from './watchlist-rows';
import { WATCHLIST_SQL as SQL, WHOLE_TABLES_SQL as WHOLE } from './watchlist-statements';

/** Steps that can be taken back. */
const MOST_STEPS = 500;
/** Characters of all steps together: five hundred large imports would fill the disk. */
const MOST_LENGTH = 50_000_000;

interface NamedRow {
  readonly id: number;
  readonly name: string | null;
  readonly seed: string | null;
}

interface ItemRow {
  readonly id: number;
  readonly symbol: string;
  readonly written: string | null;
  readonly details: string | null;
}

interface DeskRow {
  readonly revision: number;
  readonly lastId: number;
  readonly openListId: number;
}

/** The lists, their history and their trash in `user.db`. */
export class SqliteWatchlistRepository implements WatchlistRepository {
  private readonly rows: WatchlistRows;

  constructor(private readonly database: UserDatabase) {
    this.rows = new WatchlistRows(database);
  }

  load(): StoredWatchlists {
    const { revision, lastId, openListId } = this.desk();
    const lists = this.database.all<NamedRow>(WHOLE.lists, []).map((row) => this.list(row));
    const stars = this.database.all<{ symbol: string }>(WHOLE.stars, []);
    const starred = stars.map(({ symbol }) => symbol);
    return { watchlists: { revision, lists, openListId, starred }, steps: this.steps(), lastId };
  }

  commit(edit: NewWatchlistEdit): WatchlistEdit {
    const { kind, name, count, at, before, after, lastId } = edit;
    return this.database.transaction(() => {
      const changes = this.rows.changesOf(edit);
      this.rows.apply(changes, 'after');
      const json = JSON.stringify(changes);
      const open = [before.openListId, after.openListId];
      this.database.run(SQL.dropUndone, []);
      const values = [at, kind, name, count, ...open, json.length, json];
      const id = this.database.run(SQL.addEdit, values).lastId;
      this.forgetOldest();
      this.database.run(SQL.setDesk, [lastId, after.openListId]);
      return { id, kind, name, count, at };
    });
  }

  choose(listId: number): void {
    this.database.transaction(() => this.database.run(SQL.setOpen, [listId]));
  }

  undo(): WatchlistEdit | null {
    return this.move(SQL.lastDone, 'before');
  }

  redo(): WatchlistEdit | null {
    return this.move(SQL.firstUndone, 'after');
  }

  readTrash(): readonly Trashed[] {
    const rows = this.database.all<{
      id: number;
      deletedAt: number;
      place: string;
      content: string;
    }>(WHOLE.trash, []);
    return rows.flatMap(({ id, deletedAt, ...row }) => {
      const place = readPlace(row.place);
      const content = readContent(row.content);
      return place && content ? [{ id, deletedAt, place, content }] : [];
    });
  }

  purgeTrash(before: number): void {
    this.database.transaction(() => this.database.run(SQL.purgeTrash, [before]));
  }

  private move(which: string, side: 'before' | 'after'): WatchlistEdit | null {
    return this.database.transaction(() => {
      const edit = this.head(which);
      if (!edit) return null;
      const [row] = this.database.all<{ openBefore: number; openAfter: number; changes: string }>(
        SQL.edit,
        [edit.id],
      );
      if (!row) throw new Error(`step ${edit.id} is not in the history`);
      this.rows.apply(JSON.parse(row.changes) as RowChange[], side);
      this.database.run(SQL.setState, [side === 'before' ? 'undone' : 'done', edit.id]);
      this.database.run(SQL.setOpen, [side === 'before' ? row.openBefore : row.openAfter]);
      return edit;
    });
  }

  private steps(): WatchlistSteps {
    return { undo: this.head(SQL.lastDone), redo: this.head(SQL.firstUndone) };
  }

  /** Not by `get`, whose row holds more than its columns. */
  private head(sql: string): WatchlistEdit | null {
    return this.database.all<WatchlistEdit>(sql, [])[0] ?? null;
  }

  private desk(): DeskRow {
    const [desk] = this.database.all<DeskRow>(SQL.desk, []);
    if (!desk) throw new Error('user.db has no desk');
    return desk;
  }

  /** The newest step stays, however long it is. */
  private forgetOldest(): void {
    let length = 0;
    const steps = this.database.all<{ id: number; length: number }>(SQL.lengths, []);
    const first = steps.findIndex((step, index) => {
      length += step.length;
      return index > 0 && (index >= MOST_STEPS || length > MOST_LENGTH);
    });
    const oldest = steps[first];
    if (oldest) this.database.run(SQL.dropEditsTo, [oldest.id]);
  }

  private list({ id, name, seed }: NamedRow): Watchlist {
    const rows = this.database.all<NamedRow>(SQL.sectionsOf, [id]);
    return { id, name, seed: seedList(seed), sections: rows.map((row) => this.section(row)) };
  }

  private section({ id, name, seed }: NamedRow): WatchlistSection {
    const rows = this.database.all<ItemRow>(SQL.itemsOf, [id]);
    return { id, name, seed: seedSection(seed), items: rows.map(itemOf) };
  }
}

function itemOf({ id, symbol, written, details }: ItemRow): WatchlistItem {
  return { id, symbol, written, ...readDetails(details) };
}
