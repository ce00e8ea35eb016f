import type { TapeoutClient, WatchlistRefusal, WatchlistResult } from '../shared/ipc/contract';
import type {
  Watchlist,
  WatchlistItem,
  WatchlistSection,
} from '../shared/domain/watchlist/watchlist';

const EMPTY: Watchlist = { id: 0, revision: -1, sections: [] };

/** Where an instrument stands in the list. */
export interface ItemPlace {
  readonly section: WatchlistSection;
  readonly item: WatchlistItem;
  readonly position: number;
}

/** The watchlist. Main holds the truth; an answer or push with an older revision is dropped. */
export class WatchlistState {
  readonly #client: TapeoutClient;
  #list = $state.raw<Watchlist>(EMPTY);

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  get id(): number {
    return this.#list.id;
  }

  readonly sections: readonly WatchlistSection[] = $derived(this.#list.sections);

  /** Every symbol once, in the order of the list. */
  readonly symbols: readonly string[] = $derived([
    ...new Set(this.#list.sections.flatMap((section) => section.items.map((item) => item.symbol))),
  ]);

  receive(list: Watchlist): void {
    if (list.revision >= this.#list.revision) this.#list = list;
  }

  find(itemId: number): ItemPlace | null {
    for (const section of this.#list.sections) {
      const position = section.items.findIndex((item) => item.id === itemId);
      const item = section.items[position];
      if (item) return { section, item, position };
    }
    return null;
  }

  contains(symbol: string): boolean {
    return this.symbols.includes(symbol);
  }

  addItem(sectionId: number, symbol: string, position: number): Promise<WatchlistRefusal | null> {
    return this.#take(this.#client.watchlist.addItem({ sectionId, symbol, position }));
  }

  removeItem(itemId: number): Promise<WatchlistRefusal | null> {
    return this.#take(this.#client.watchlist.removeItem({ itemId }));
  }

  moveItem(itemId: number, sectionId: number, position: number): Promise<WatchlistRefusal | null> {
    return this.#take(this.#client.watchlist.moveItem({ itemId, sectionId, position }));
  }

  addSection(name: string, position: number): Promise<WatchlistRefusal | null> {
    return this.#take(this.#client.watchlist.addSection({ name, position }));
  }

  renameSection(sectionId: number, name: string): Promise<WatchlistRefusal | null> {
    return this.#take(this.#client.watchlist.renameSection({ sectionId, name }));
  }

  moveSection(sectionId: number, position: number): Promise<WatchlistRefusal | null> {
    return this.#take(this.#client.watchlist.moveSection({ sectionId, position }));
  }

  removeSection(sectionId: number): Promise<WatchlistRefusal | null> {
    return this.#take(this.#client.watchlist.removeSection({ sectionId }));
  }

  /** Null when done; the reason where main refused. */
  async #take(answer: Promise<WatchlistResult>): Promise<WatchlistRefusal | null> {
    const result = await answer;
    if (!result.ok) return result.reason;
    this.receive(result.watchlist);
    return null;
  }
}
