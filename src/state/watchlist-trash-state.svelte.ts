import type { TapeoutClient } from '../shared/ipc/contract';
import type {
  WatchlistRefusal,
  WatchlistResult,
} from '../shared/domain/watchlist/watchlist-answer';
import type { TrashEntry } from '../shared/domain/watchlist/watchlist-trash';
import type { WatchlistState } from './watchlist-state.svelte';

/** What was deleted from the lists and can be fetched back; read anew whenever it is opened. */
export class WatchlistTrashState {
  readonly #client: TapeoutClient['watchlist'];
  readonly #lists: WatchlistState;
  #entries = $state.raw<readonly TrashEntry[] | null>(null);

  constructor(client: TapeoutClient, lists: WatchlistState) {
    this.#client = client.watchlist;
    this.#lists = lists;
  }

  /** Newest first; null until it was read. */
  get entries(): readonly TrashEntry[] | null {
    return this.#entries;
  }

  async load(): Promise<void> {
    this.#entries = await this.#client.listTrash();
  }

  restore(trashIds: readonly number[]): Promise<WatchlistRefusal | null> {
    return this.#take(this.#client.restore({ trashIds: [...trashIds] }));
  }

  empty(): Promise<WatchlistRefusal | null> {
    return this.#take(this.#client.emptyTrash());
  }

  /** Null where it was done. */
  async #take(answer: Promise<WatchlistResult>): Promise<WatchlistRefusal | null> {
    const result = await answer;
    if (result.ok) this.#lists.receive(result.now);
    await this.load();
    return result.ok ? null : result.reason;
  }
}
