import type { Watchlist } from '../../shared/domain/watchlist/watchlist';
import type { Desk } from '../../state/desk.svelte';
import { isTaken, tellDone, tellRefusal } from './list-edits';
import type { WatchlistView } from './watchlist-view.svelte';

/** What a user can do with whole lists. */
export class ListCommands {
  readonly #desk: Desk;
  readonly #view: WatchlistView;

  constructor(desk: Desk, view: WatchlistView) {
    this.#desk = desk;
    this.#view = view;
  }

  async choose(listId: number): Promise<void> {
    if (listId === this.#desk.watchlist.id) return;
    this.#view.selection.clear();
    this.#view.addingTo = null;
    tellRefusal(this.#desk, await this.#desk.watchlist.choose(listId));
  }

  /** The list that stands so many places before or behind the one on the desk, round the ends. */
  async step(by: 1 | -1): Promise<void> {
    const { lists, id } = this.#desk.watchlist;
    const at = lists.findIndex((list) => list.id === id);
    const next = lists[(at + by + lists.length) % lists.length];
    if (next) await this.choose(next.id);
  }

  async add(name: string): Promise<void> {
    isTaken(this.#desk, await this.#desk.watchlist.addList(name));
  }

  async rename(listId: number, name: string): Promise<void> {
    tellRefusal(this.#desk, await this.#desk.watchlist.renameList(listId, name));
  }

  async copy(list: Watchlist): Promise<void> {
    const name = this.#desk.t.lists.copyOf(this.#view.listName(list));
    isTaken(this.#desk, await this.#desk.watchlist.copyList(list.id, name));
  }

  async move(listId: number, by: 1 | -1): Promise<void> {
    const { lists } = this.#desk.watchlist;
    const position = lists.findIndex(({ id }) => id === listId) + by;
    if (position < 0 || position >= lists.length) return;
    tellRefusal(this.#desk, await this.#desk.watchlist.moveList(listId, position));
  }

  /** Into the trash. */
  async remove(list: Watchlist): Promise<void> {
    const name = this.#view.listName(list);
    if (!tellRefusal(this.#desk, await this.#desk.watchlist.removeList(list.id))) return;
    tellDone(this.#desk, this.#desk.t.lists.removedList(name));
  }
}
