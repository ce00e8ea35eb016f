import type {
  WatchlistRefusal,
  WatchlistResult,
} from '../../shared/domain/watchlist/watchlist-answer';
import type { Desk } from '../../state/desk.svelte';
import { type Dragged, dropItems, dropSection, isSection } from './drop-target';
import type { DropPlace } from './list-drag.svelte';
import { isTaken, tellDone, tellRefusal } from './list-edits';
import { idsOf, type ItemEntry, type SectionEntry, type WatchlistEntry } from './watchlist-entries';
import type { WatchlistView } from './watchlist-view.svelte';

/** Puts instruments and sections elsewhere, in the list on the desk or in another one. */
export class WatchlistMoves {
  readonly #desk: Desk;
  readonly #view: WatchlistView;

  constructor(desk: Desk, view: WatchlistView) {
    this.#desk = desk;
    this.#view = view;
  }

  /** One place up (-1) or down (1); an instrument at the edge of its section goes on into the next. */
  async moveBy(entry: WatchlistEntry, by: 1 | -1): Promise<void> {
    if (!this.#view.isOwnOrder) return this.#desk.notices.show(this.#desk.t.lists.sortedHint);
    if (entry.kind === 'section') await this.#moveSection(entry, by);
    if (entry.kind === 'item') await this.#moveItems(this.#view.selection.around(entry), by);
  }

  async moveToSection(entries: readonly ItemEntry[], sectionId: number): Promise<void> {
    const { watchlist } = this.#desk;
    const last = watchlist.sections.find(({ id }) => id === sectionId)?.items.length ?? 0;
    this.#view.unfold(sectionId);
    await this.#taken(watchlist.moveItems(idsOf(entries), sectionId, last));
  }

  /** To the end of the first section of another list. */
  async takeToList(entries: readonly ItemEntry[], listId: number, copies: boolean): Promise<void> {
    const { watchlist, t } = this.#desk;
    const list = watchlist.lists.find(({ id }) => id === listId);
    if (!list || listId === watchlist.id) return;
    const sectionId = list.sections[0]?.id ?? (await this.#firstSection(listId));
    if (sectionId === null) return;
    const take = copies ? watchlist.copyItems : watchlist.moveItems;
    const last = list.sections[0]?.items.length ?? 0;
    if (!(await this.#taken(take.call(watchlist, idsOf(entries), sectionId, last)))) return;
    const words = copies ? t.lists.copiedTo : t.lists.movedTo;
    tellDone(this.#desk, words(this.#view.namesOf(entries), this.#view.listName(list)));
  }

  async drop(dragged: Dragged, place: DropPlace, copies: boolean): Promise<void> {
    if (place.on === 'list') await this.#dropOnList(dragged, place.listId, copies);
    else if (isSection(dragged)) await this.#dropSection(dragged, place.gap);
    else await this.#dropItems(dragged, place.gap, copies);
  }

  async #firstSection(listId: number): Promise<number | null> {
    const { client, t, watchlist } = this.#desk;
    const asked = { listId, name: t.watchlist.newSection, position: 0 };
    const result = await client.watchlist.addSection(asked);
    if (!isTaken(this.#desk, result)) return null;
    watchlist.receive(result.now);
    return result.added[0] ?? null;
  }

  async #dropOnList(dragged: Dragged, listId: number, copies: boolean): Promise<void> {
    if (!isSection(dragged)) return this.takeToList(dragged, listId, copies);
    const { watchlist, t } = this.#desk;
    const list = watchlist.lists.find(({ id }) => id === listId);
    if (!list || listId === watchlist.id) return;
    const { id } = dragged.section;
    if (!(await this.#done(watchlist.moveSection(id, list.sections.length, listId)))) return;
    const names = [this.#view.nameOf(dragged.section), this.#view.listName(list)] as const;
    tellDone(this.#desk, t.lists.movedTo(...names));
  }

  async #dropSection(dragged: SectionEntry, gap: number): Promise<void> {
    this.#view.activate(dragged.key);
    const position = dropSection(this.#view.entries, dragged, gap);
    if (position === null) return;
    await this.#done(this.#desk.watchlist.moveSection(dragged.section.id, position));
  }

  async #dropItems(dragged: readonly ItemEntry[], gap: number, copies: boolean): Promise<void> {
    const [first] = dragged;
    const to = dropItems(this.#view.entries, dragged, gap);
    if (!first || to === null) return;
    this.#view.activate(first.key);
    const { watchlist } = this.#desk;
    const take = copies ? watchlist.copyItems : watchlist.moveItems;
    await this.#taken(take.call(watchlist, idsOf(dragged), to.sectionId, to.position));
  }

  async #moveSection({ section, index }: SectionEntry, by: 1 | -1): Promise<void> {
    const position = index + by;
    if (position < 0 || position >= this.#desk.watchlist.sections.length) return;
    await this.#done(this.#desk.watchlist.moveSection(section.id, position));
  }

  async #moveItems(entries: readonly ItemEntry[], by: 1 | -1): Promise<void> {
    const { watchlist } = this.#desk;
    const edge = by > 0 ? entries.at(-1) : entries[0];
    if (!edge) return;
    const { section, position } = edge;
    const ids = idsOf(entries);
    const within = position + by;
    if (within >= 0 && within < section.items.length) {
      const inSection = entries.filter((entry) => entry.section.id === section.id).length;
      const to = by > 0 ? within - inSection + 1 : within;
      await this.#taken(watchlist.moveItems(ids, section.id, Math.max(0, to)));
      return;
    }
    const at = watchlist.sections.findIndex(({ id }) => id === section.id);
    const next = watchlist.sections[at + by];
    if (!next) return;
    this.#view.unfold(next.id);
    await this.#taken(watchlist.moveItems(ids, next.id, by > 0 ? 0 : next.items.length));
  }

  async #done(answer: Promise<WatchlistRefusal | null>): Promise<boolean> {
    return tellRefusal(this.#desk, await answer);
  }

  /** Says how many stayed where they were, where there were some. */
  async #taken(answer: Promise<WatchlistResult>): Promise<boolean> {
    const result = await answer;
    if (!isTaken(this.#desk, result)) return false;
    const { leftOut } = result;
    if (leftOut > 0) this.#desk.notices.show(this.#desk.t.lists.leftOut(leftOut));
    return true;
  }
}
