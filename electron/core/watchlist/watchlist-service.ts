import { listDocument, type SeedNames } from '../../../src/shared/domain/watchlist/list-document';
import type { Watchlists } from '../../../src/shared/domain/watchlist/watchlist';
import type {
  DocumentResult,
  WatchlistResult,
  WatchlistsNow,
  WatchlistStep,
} from '../../../src/shared/domain/watchlist/watchlist-answer';
import type { WatchlistDocument } from '../../../src/shared/domain/watchlist/watchlist-document';
import type { WatchlistEdit } from '../../../src/shared/domain/watchlist/watchlist-edit';
import { TRASH_DAYS, type TrashEntry } from '../../../src/shared/domain/watchlist/watchlist-trash';
import type { Signal } from '../events/signal';
import type { Scheduler } from '../quotes/scheduler-port';
import { setDetails, setFlag } from './detail-edits';
import { importDocument } from './document-edits';
import { type Editing, type NewId, refuse } from './editing';
import { addItems, copyItems, moveItems, removeItems } from './item-edits';
import { addList, copyList, moveList, removeList, renameList } from './list-edits';
import {
  addSection,
  moveSection,
  removeSection,
  renameSection,
  sortSection,
} from './section-edits';
import { setStarred } from './star-edits';
import { emptyTrash, restoreTrashed, trashEntry } from './trash-edits';
import { isWithinLimits } from './watchlist-limits';
import { findList } from './watchlist-lookup';
import type { StoredWatchlists, Trashed, WatchlistRepository } from './watchlist-repository-port';

const DAY_MS = 86_400_000;

export interface WatchlistParts {
  readonly repository: WatchlistRepository;
  readonly changed: Signal<WatchlistsNow>;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
}

type Edit<Args> = (all: Watchlists, args: Args, newId: NewId) => Editing;

/**
 * The commands on the user's lists. Each is one step that can be taken back, also after a restart. A
 * command that changes nothing (a move to where the item stands) succeeds without a new revision.
 */
export class WatchlistService {
  /** Null where the store has to be asked. */
  private stored: StoredWatchlists | null = null;
  private stopPurging = (): void => undefined;

  constructor(private readonly parts: WatchlistParts) {}

  /** Takes away what was in the trash for long enough, now and once a day. */
  start(): void {
    this.purge();
    this.stored = this.parts.repository.load();
  }

  dispose(): void {
    this.stopPurging();
  }

  lists(): Watchlists {
    return this.load().watchlists;
  }

  now(): WatchlistsNow {
    const { watchlists, steps } = this.load();
    return { watchlists, steps };
  }

  readonly addList = this.command(addList);
  readonly renameList = this.command(renameList);
  readonly moveList = this.command(moveList);
  readonly copyList = this.command(copyList);
  readonly removeList = this.command(removeList);
  readonly addSection = this.command(addSection);
  readonly renameSection = this.command(renameSection);
  readonly moveSection = this.command(moveSection);
  readonly removeSection = this.command(removeSection);
  readonly sortSection = this.command(sortSection);
  readonly addItems = this.command(addItems);
  readonly copyItems = this.command(copyItems);
  readonly moveItems = this.command(moveItems);
  readonly removeItems = this.command(removeItems);
  readonly setDetails = this.command(setDetails);
  readonly setFlag = this.command(setFlag);
  readonly setStarred = this.command(setStarred);
  private readonly takeDocument = this.command(importDocument);
  private readonly takeBack = this.command(restoreTrashed);
  private readonly dropTrash = this.command(emptyTrash);

  /** Puts a list on the desk; this is no step. */
  chooseList({ listId }: { readonly listId: number }): WatchlistResult {
    const { openListId } = this.lists();
    if (!findList(this.lists(), listId)) return refuse('unknown-list');
    if (openListId !== listId) {
      this.write((repository) => {
        repository.choose(listId);
        return repository.load();
      });
    }
    return this.succeed([], 0);
  }

  undo(): WatchlistStep {
    return this.step((repository) => repository.undo());
  }

  redo(): WatchlistStep {
    return this.step((repository) => repository.redo());
  }

  listTrash(): readonly TrashEntry[] {
    return this.parts.repository.readTrash().map(trashEntry);
  }

  restore({ trashIds }: { readonly trashIds: readonly number[] }): WatchlistResult {
    const wanted = new Set(trashIds);
    const entries = this.parts.repository.readTrash().filter(({ id }) => wanted.has(id));
    return entries.length < wanted.size ? refuse('unknown-trash') : this.takeBack({ entries });
  }

  emptyTrash(): WatchlistResult {
    const entries = this.parts.repository.readTrash();
    return entries.length === 0 ? this.succeed([], 0) : this.dropTrash({ entries });
  }

  /** Takes a whole document in as one step: all of it or nothing. Its name must not be blank. */
  importDocument(args: Parameters<typeof importDocument>[1]): DocumentResult {
    const result = this.takeDocument(args);
    if (!result.ok) return result;
    const { now, added, leftOut } = result;
    const listId = now.watchlists.openListId;
    return { ok: true, now, listId, added: added.length, merged: leftOut };
  }

  /** Null where there is no such list. @param names - of the first set, in the user's language */
  exportDocument(listId: number, names: SeedNames): WatchlistDocument | null {
    const list = findList(this.lists(), listId);
    return list ? listDocument(list, names) : null;
  }

  private command<Args>(edit: Edit<Args>): (args: Args) => WatchlistResult {
    return (args) => this.run((all, newId) => edit(all, args, newId));
  }

  private run(edit: (all: Watchlists, newId: NewId) => Editing): WatchlistResult {
    const { watchlists: before, lastId: known } = this.load();
    let lastId = known;
    const newId = (): number => (lastId += 1);
    const editing = edit(before, newId);
    if (!editing.ok) return editing;
    const { kind, name, count, after, added, leftOut, taken } = editing;
    const isSame = after === before && taken.length === 0;
    if (isSame) return this.succeed(added, leftOut);
    if (!isWithinLimits(after)) return refuse('list-full');
    const at = this.parts.now();
    const put = editing.trashed.map((part): Trashed => ({ id: newId(), deletedAt: at, ...part }));
    const trash = { put, take: taken };
    this.write((repository) => {
      const undo = repository.commit({ kind, name, count, at, before, after, trash, lastId });
      const watchlists = { ...after, revision: before.revision + 1 };
      return { watchlists, steps: { undo, redo: null }, lastId };
    });
    return this.succeed(added, leftOut);
  }

  private step(move: (repository: WatchlistRepository) => WatchlistEdit | null): WatchlistStep {
    let edit: WatchlistEdit | null = null;
    this.write((repository) => {
      edit = move(repository);
      return edit && repository.load();
    });
    return { now: this.now(), edit };
  }

  /** @param work - answers what is stored now; null where nothing was written */
  private write(work: (repository: WatchlistRepository) => StoredWatchlists | null): void {
    // Asked again after a failure too: a failed commit may still have become durable.
    this.stored = null;
    this.stored = work(this.parts.repository);
    if (this.stored) this.parts.changed.emit(this.now());
  }

  private load(): StoredWatchlists {
    this.stored ??= this.parts.repository.load();
    return this.stored;
  }

  private succeed(added: readonly number[], leftOut: number): WatchlistResult {
    return { ok: true, now: this.now(), added, leftOut };
  }

  private purge(): void {
    const { repository, scheduler, now } = this.parts;
    repository.purgeTrash(now() - TRASH_DAYS * DAY_MS);
    this.stopPurging = scheduler.after(DAY_MS, () => this.purge());
  }
}
