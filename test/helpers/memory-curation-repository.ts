import type {
  CurationRepository,
  MovedEdit,
  NewEdit,
} from '../../electron/core/curation/curation-repository-port';
import type {
  EditHead,
  EditLine,
  EditSteps,
} from '../../src/shared/domain/announcement/curation/edit-log';
import type {
  CurationChange,
  EditState,
  EntryCuration,
} from '../../src/shared/domain/announcement/curation/entry-curation';

interface KeptEdit {
  readonly head: EditHead;
  readonly changes: readonly CurationChange[];
  state: EditState;
  stateAt: number;
}

/** The overlay in memory, with the behaviour of the one in `user.db`. */
export class MemoryCurationRepository implements CurationRepository {
  private readonly curations = new Map<string, EntryCuration>();
  private readonly edits: KeptEdit[] = [];

  readAll(): readonly EntryCuration[] {
    return [...this.curations.values()];
  }

  commit({ kind, detail, at, changes }: NewEdit): EditHead {
    for (const edit of this.edits) {
      if (edit.state === 'undone') Object.assign(edit, { state: 'dropped', stateAt: at });
    }
    const entryId = changes.length === 1 ? (changes[0]?.id ?? null) : null;
    const head = { id: this.edits.length + 1, kind, detail, at, entryId };
    this.edits.push({ head, changes, state: 'done', stateAt: at });
    for (const { id, after } of changes) this.put(id, after);
    return head;
  }

  undo(at: number): MovedEdit | null {
    return this.move(
      this.edits.findLast(({ state }) => state === 'done'),
      'undone',
      at,
    );
  }

  redo(at: number): MovedEdit | null {
    return this.move(
      this.edits.find(({ state }) => state === 'undone'),
      'done',
      at,
    );
  }

  steps(): EditSteps {
    return {
      undo: this.edits.findLast(({ state }) => state === 'done')?.head ?? null,
      redo: this.edits.find(({ state }) => state === 'undone')?.head ?? null,
    };
  }

  historyOf(entryId: string, most: number): readonly EditLine[] {
    return this.edits
      .toReversed()
      .flatMap(({ head, changes, state, stateAt }) =>
        changes
          .filter(({ id }) => id === entryId)
          .map(({ before, after }): EditLine => {
            return { ...head, who: 'user', state, stateAt, before, after };
          }),
      )
      .slice(0, most);
  }

  private move(edit: KeptEdit | undefined, state: 'done' | 'undone', at: number): MovedEdit | null {
    if (!edit) return null;
    Object.assign(edit, { state, stateAt: at });
    const now = edit.changes.map(({ id, before, after }) => ({
      id,
      curation: state === 'done' ? after : before,
    }));
    for (const { id, curation } of now) this.put(id, curation);
    return { edit: edit.head, now };
  }

  private put(id: string, curation: EntryCuration | null): void {
    if (curation) this.curations.set(id, curation);
    else this.curations.delete(id);
  }
}
