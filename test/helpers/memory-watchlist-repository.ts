import type {
  NewWatchlistEdit,
  StoredWatchlists,
  Trashed,
  WatchlistRepository,
} from '../../electron/core/watchlist/watchlist-repository-port';
import type { Watchlists } from '../../src/shared/domain/watchlist/watchlist';
import type { WatchlistEdit } from '../../src/shared/domain/watchlist/watchlist-edit';

interface Step {
  readonly edit: WatchlistEdit;
  readonly before: Moment;
  readonly after: Moment;
}

interface Moment {
  readonly lists: Watchlists;
  readonly trash: readonly Trashed[];
}

/** The store behind the lists, in memory: whole states in place of rows. */
export class MemoryWatchlistRepository implements WatchlistRepository {
  #now: Moment;
  #lastId: number;
  #done: Step[] = [];
  #undone: Step[] = [];
  readonly committed: NewWatchlistEdit[] = [];
  loads = 0;
  /** Thrown by the next `commit`; `durable` where the edit is written all the same. */
  nextFailure: { readonly error: Error; readonly durable: boolean } | null = null;

  constructor(lists: Watchlists) {
    this.#now = { lists, trash: [] };
    this.#lastId = Math.max(1_000, ...idsOf(lists));
  }

  load(): StoredWatchlists {
    this.loads += 1;
    const steps = {
      undo: this.#done.at(-1)?.edit ?? null,
      redo: this.#undone.at(-1)?.edit ?? null,
    };
    return { watchlists: this.#now.lists, steps, lastId: this.#lastId };
  }

  commit(edit: NewWatchlistEdit): WatchlistEdit {
    const failure = this.nextFailure;
    this.nextFailure = null;
    if (failure && !failure.durable) throw failure.error;
    this.committed.push(edit);
    const { kind, name, count, at } = edit;
    const head = { id: this.committed.length, kind, name, count, at };
    const taken = new Set(edit.trash.take);
    const trash = [...this.#now.trash.filter(({ id }) => !taken.has(id)), ...edit.trash.put];
    const before = this.#now;
    this.#done.push({ edit: head, before, after: { lists: edit.after, trash } });
    this.#undone = [];
    this.#lastId = edit.lastId;
    this.#show({ lists: edit.after, trash });
    if (failure) throw failure.error;
    return head;
  }

  choose(openListId: number): void {
    this.#show({ ...this.#now, lists: { ...this.#now.lists, openListId } });
  }

  undo(): WatchlistEdit | null {
    const step = this.#done.pop();
    if (!step) return null;
    this.#undone.push(step);
    this.#show(step.before);
    return step.edit;
  }

  redo(): WatchlistEdit | null {
    const step = this.#undone.pop();
    if (!step) return null;
    this.#done.push(step);
    this.#show(step.after);
    return step.edit;
  }

  readTrash(): readonly Trashed[] {
    return this.#now.trash.toSorted(
      (one, other) => other.deletedAt - one.deletedAt || one.id - other.id,
    );
  }

  purgeTrash(before: number): void {
    const trash = this.#now.trash.filter(({ deletedAt }) => deletedAt >= before);
    this.#now = { ...this.#now, trash };
  }

  /** The revision rises whatever the state is. */
  #show({ lists, trash }: Moment): void {
    const revision = this.#now.lists.revision + 1;
    this.#now = { lists: { ...lists, revision }, trash };
  }
}

function idsOf({ lists }: Watchlists): readonly number[] {
  return lists.flatMap(({ id, sections }) => [
    id,
    ...sections.flatMap((section) => [section.id, ...section.items.map((item) => item.id)]),
  ]);
}
