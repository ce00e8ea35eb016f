import type {
  EditHead,
  EditLine,
  EditSteps,
} from '../../../src/shared/domain/announcement/curation/edit-log';
import type { EntryCuration } from '../../../src/shared/domain/announcement/curation/entry-curation';
import { readEntryCuration } from '../../../src/shared/domain/announcement/curation/read-entry-curation';
import type {
  CurationRepository,
  MovedEdit,
  NewEdit,
} from '../../core/curation/curation-repository-port';
import type { UserDatabase } from '../user-database';
import { ALL_CURATIONS_SQL, CURATION_SQL as SQL } from './curation-statements';

interface ChangeRow {
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
}

type HistoryRow = Omit<EditLine, 'before' | 'after'> & Pick<ChangeRow, 'before' | 'after'>;

/** The overlay and its history in `user.db`. */
export class SqliteCurationRepository implements CurationRepository {
  constructor(private readonly database: UserDatabase) {}

  readAll(): readonly EntryCuration[] {
    const rows = this.database.all<{ json: string }>(ALL_CURATIONS_SQL, []);
    return rows.flatMap(({ json }) => readCuration(json) ?? []);
  }

  commit({ kind, detail, at, changes }: NewEdit): EditHead {
    return this.database.transaction(() => {
      this.database.run(SQL.dropUndone, [at]);
      const id = this.database.run(SQL.addEdit, [at, kind, detail, at]).lastId;
      for (const change of changes) {
        const [before, after] = [toJson(change.before), toJson(change.after)];
        this.database.run(SQL.addChange, [id, change.id, before, after]);
        this.put(change.id, after);
      }
      const entryId = changes.length === 1 ? (changes[0]?.id ?? null) : null;
      return { id, kind, detail, at, entryId };
    });
  }

  undo(at: number): MovedEdit | null {
    return this.move(SQL.lastDone, 'undone', at);
  }

  redo(at: number): MovedEdit | null {
    return this.move(SQL.firstUndone, 'done', at);
  }

  steps(): EditSteps {
    return {
      undo: this.head(SQL.lastDone),
      redo: this.head(SQL.firstUndone),
    };
  }

  historyOf(entryId: string, most: number): readonly EditLine[] {
    const rows = this.database.all<HistoryRow>(SQL.history, [entryId, most]);
    return rows.map((row) => ({
      ...row,
      before: readCuration(row.before),
      after: readCuration(row.after),
    }));
  }

  private move(which: string, state: 'done' | 'undone', at: number): MovedEdit | null {
    return this.database.transaction(() => {
      const edit = this.head(which);
      if (!edit) return null;
      this.database.run(SQL.setState, [state, at, edit.id]);
      const changes = this.database.all<ChangeRow>(SQL.changesOf, [edit.id]);
      const now = changes.map(({ id, before, after }) => {
        const json = state === 'done' ? after : before;
        this.put(id, json);
        return { id, curation: readCuration(json) };
      });
      return { edit, now };
    });
  }

  /** Not by `get`, whose row holds more than its columns. */
  private head(sql: string): EditHead | null {
    return this.database.all<EditHead>(sql, [])[0] ?? null;
  }

  private put(id: string, json: string | null): void {
    if (json === null) this.database.run(SQL.remove, [id]);
    else this.database.run(SQL.put, [id, json]);
  }
}

function toJson(curation: EntryCuration | null): string | null {
  return curation === null ? null : JSON.stringify(curation);
}

function readCuration(json: string | null): EntryCuration | null {
  if (json === null) return null;
  try {
    return readEntryCuration(JSON.parse(json));
  } catch {
    return null;
  }
}
