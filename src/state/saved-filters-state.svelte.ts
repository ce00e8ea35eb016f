import type { AnnouncementFilter } from '../shared/domain/announcement-filter/announcement-filter';
import type { SavedFilter } from '../shared/domain/announcement-filter/saved-filter';
import type { TapeoutClient } from '../shared/ipc/contract';
import type { SavedFiltersResult } from '../shared/ipc/timeline-filters-contract';

type Refusal = Extract<SavedFiltersResult, { readonly ok: false }>['reason'];

/** Filters of the timeline that the user keeps by name. */
export class SavedFiltersState {
  readonly #client: TapeoutClient;
  #all = $state.raw<readonly SavedFilter[]>([]);

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  /** In the order of their names. */
  get all(): readonly SavedFilter[] {
    return this.#all;
  }

  async load(): Promise<void> {
    this.#all = await this.#client.timelineFilters.list();
  }

  /** Keeps a filter, in place of the one that may have the name. @returns why not; null where it did */
  async save(name: string, filter: AnnouncementFilter): Promise<Refusal | null> {
    return this.#receive(await this.#client.timelineFilters.put({ saved: { name, filter } }));
  }

  /** @returns why not; null where it has the new name */
  async rename(from: string, to: string): Promise<Refusal | null> {
    return this.#receive(await this.#client.timelineFilters.rename({ from, to }));
  }

  async remove(name: string): Promise<void> {
    this.#all = await this.#client.timelineFilters.remove({ name });
  }

  #receive(result: SavedFiltersResult): Refusal | null {
    if (!result.ok) return result.reason;
    this.#all = result.filters;
    return null;
  }
}
