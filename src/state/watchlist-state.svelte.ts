import type { TapeoutClient } from '../shared/ipc/contract';
import type {
  DetailsPatch,
  WatchlistRefusal,
  WatchlistResult,
  WatchlistsNow,
  WatchlistStep,
} from '../shared/domain/watchlist/watchlist-answer';
import type {
  Watchlist,
  WatchlistItem,
  Watchlists,
  WatchlistSection,
} from '../shared/domain/watchlist/watchlist';
import type { Flag } from '../shared/domain/watchlist/watchlist-document';
import type { WatchlistEdit, WatchlistSteps } from '../shared/domain/watchlist/watchlist-edit';

const NO_LIST: Watchlist = { id: 0, name: null, seed: null, sections: [] };
const NONE: Watchlists = { revision: -1, lists: [NO_LIST], openListId: 0, starred: [] };

/** Where an instrument stands. */
export interface ItemPlace {
  readonly list: Watchlist;
  readonly section: WatchlistSection;
  readonly item: WatchlistItem;
  readonly position: number;
}

/** What became of a command: null where it was done. */
type Refused = Promise<WatchlistRefusal | null>;

/**
 * The user's lists; `sections`, `symbols` and `contains` are those of the list on the desk. Main
 * holds the truth; an answer or push with an older revision is dropped.
 */
export class WatchlistState {
  readonly #client: TapeoutClient['watchlist'];
  readonly #onListed: (symbols: readonly string[]) => void;
  #all = $state.raw<Watchlists>(NONE);
  #steps = $state.raw<WatchlistSteps>({ undo: null, redo: null });

  /** @param onListed - hears which symbols came onto the desk, but for those of the first news */
  constructor(
    client: TapeoutClient,
    onListed: (symbols: readonly string[]) => void = () => undefined,
  ) {
    this.#client = client.watchlist;
    this.#onListed = onListed;
  }

  /** Every list, in the user's order. */
  readonly lists: readonly Watchlist[] = $derived(this.#all.lists);

  /** The list on the desk. */
  readonly open: Watchlist = $derived(
    this.#all.lists.find(({ id }) => id === this.#all.openListId) ?? NO_LIST,
  );

  /** Of the list on the desk. */
  get id(): number {
    return this.open.id;
  }

  readonly sections: readonly WatchlistSection[] = $derived(this.open.sections);

  /** Every symbol of the list on the desk once, in its order. */
  readonly symbols: readonly string[] = $derived([
    ...new Set(this.open.sections.flatMap(({ items }) => items.map(({ symbol }) => symbol))),
  ]);

  readonly #onDesk: ReadonlySet<string> = $derived(new Set(this.symbols));
  readonly #starred: ReadonlySet<string> = $derived(new Set(this.#all.starred));

  /** In the order in which the user starred them. */
  get starred(): readonly string[] {
    return this.#all.starred;
  }

  /** What can be taken back and done again. */
  get steps(): WatchlistSteps {
    return this.#steps;
  }

  receive({ watchlists, steps }: WatchlistsNow): void {
    if (watchlists.revision < this.#all.revision) return;
    const known = this.#all === NONE ? null : this.#onDesk;
    this.#all = watchlists;
    this.#steps = steps;
    const listed = known && this.symbols.filter((symbol) => !known.has(symbol));
    if (listed && listed.length > 0) this.#onListed(listed);
  }

  /** In any list. */
  find(itemId: number): ItemPlace | null {
    for (const list of this.#all.lists) {
      for (const section of list.sections) {
        const position = section.items.findIndex((item) => item.id === itemId);
        const item = section.items[position];
        if (item) return { list, section, item, position };
      }
    }
    return null;
  }

  contains(symbol: string): boolean {
    return this.#onDesk.has(symbol);
  }

  isStarred(symbol: string): boolean {
    return this.#starred.has(symbol);
  }

  /** The lists that a symbol stands in. */
  listsWith(symbol: string): readonly Watchlist[] {
    return this.#all.lists.filter(({ sections }) =>
      sections.some(({ items }) => items.some((item) => item.symbol === symbol)),
    );
  }

  choose(listId: number): Refused {
    return this.#done(this.#client.chooseList({ listId }));
  }

  addList(name: string, position = this.#all.lists.length): Promise<WatchlistResult> {
    return this.#take(this.#client.addList({ name, position }));
  }

  renameList(listId: number, name: string): Refused {
    return this.#done(this.#client.renameList({ listId, name }));
  }

  moveList(listId: number, position: number): Refused {
    return this.#done(this.#client.moveList({ listId, position }));
  }

  copyList(listId: number, name: string): Promise<WatchlistResult> {
    return this.#take(this.#client.copyList({ listId, name }));
  }

  removeList(listId: number): Refused {
    return this.#done(this.#client.removeList({ listId }));
  }

  /** To the list on the desk. */
  addSection(name: string, position: number): Promise<WatchlistResult> {
    return this.#take(this.#client.addSection({ listId: this.id, name, position }));
  }

  renameSection(sectionId: number, name: string): Refused {
    return this.#done(this.#client.renameSection({ sectionId, name }));
  }

  /** Within the list on the desk, or to another list. */
  moveSection(sectionId: number, position: number, listId = this.id): Refused {
    return this.#done(this.#client.moveSection({ sectionId, listId, position }));
  }

  removeSection(sectionId: number): Refused {
    return this.#done(this.#client.removeSection({ sectionId }));
  }

  sortSection(sectionId: number, itemIds: readonly number[]): Refused {
    return this.#done(this.#client.sortSection({ sectionId, itemIds: [...itemIds] }));
  }

  /** What the section has is left out; `added` of the answer are the identities of the others. */
  addItems(
    sectionId: number,
    symbols: readonly string[],
    position: number,
  ): Promise<WatchlistResult> {
    return this.#take(this.#client.addItems({ sectionId, symbols: [...symbols], position }));
  }

  copyItems(
    itemIds: readonly number[],
    sectionId: number,
    position: number,
  ): Promise<WatchlistResult> {
    return this.#take(this.#client.copyItems({ itemIds: [...itemIds], sectionId, position }));
  }

  moveItems(
    itemIds: readonly number[],
    sectionId: number,
    position: number,
  ): Promise<WatchlistResult> {
    return this.#take(this.#client.moveItems({ itemIds: [...itemIds], sectionId, position }));
  }

  removeItems(itemIds: readonly number[]): Refused {
    return this.#done(this.#client.removeItems({ itemIds: [...itemIds] }));
  }

  /** What `details` does not name stays as it is. */
  setDetails(itemIds: readonly number[], details: DetailsPatch): Refused {
    return this.#done(
      this.#client.setDetails({
        itemIds: [...itemIds],
        details: $state.snapshot(details) as DetailsPatch,
      }),
    );
  }

  setFlag(itemIds: readonly number[], flag: Flag, on: boolean): Refused {
    return this.#done(this.#client.setFlag({ itemIds: [...itemIds], flag, on }));
  }

  setStarred(symbols: readonly string[], starred: boolean): Refused {
    return this.#done(this.#client.setStarred({ symbols: [...symbols], starred }));
  }

  /** @returns what was taken back; null where there was nothing */
  undo(): Promise<WatchlistEdit | null> {
    return this.#step(this.#client.undo());
  }

  redo(): Promise<WatchlistEdit | null> {
    return this.#step(this.#client.redo());
  }

  /** Takes a step back where it is still the last one: what a notice offers may be long past. */
  async undoStep(step: WatchlistEdit | null): Promise<boolean> {
    if (step === null || step.id !== this.#steps.undo?.id) return false;
    return (await this.undo()) !== null;
  }

  async #step(answer: Promise<WatchlistStep>): Promise<WatchlistEdit | null> {
    const { now, edit } = await answer;
    this.receive(now);
    return edit;
  }

  async #take(answer: Promise<WatchlistResult>): Promise<WatchlistResult> {
    const result = await answer;
    if (result.ok) this.receive(result.now);
    return result;
  }

  async #done(answer: Promise<WatchlistResult>): Refused {
    const result = await this.#take(answer);
    return result.ok ? null : result.reason;
  }
}
