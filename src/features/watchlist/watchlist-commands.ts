import { isInstrumentId } from '../../shared/domain/instrument/instrument';
import type { Flag } from '../../shared/domain/watchlist/watchlist-document';
import type { WatchlistRefusal } from '../../shared/domain/watchlist/watchlist-answer';
import type { Desk } from '../../state/desk.svelte';
import { importListText } from '../transfer/transfer-actions';
import { isTaken, tellDone, tellRefusal } from './list-edits';
import {
  idsOf,
  type ItemEntry,
  itemKey,
  type SectionEntry,
  sectionKey,
  type WatchlistEntry,
} from './watchlist-entries';
import { namesSeveral } from './list-paste';
import { WatchlistMoves } from './watchlist-moves';
import type { WatchlistView } from './watchlist-view.svelte';

/** What a user can do with the list on the desk. A refusal of main becomes a notice that says why. */
export class WatchlistCommands {
  readonly #desk: Desk;
  readonly #view: WatchlistView;
  readonly moves: WatchlistMoves;

  constructor(desk: Desk, view: WatchlistView) {
    this.#desk = desk;
    this.#view = view;
    this.moves = new WatchlistMoves(desk, view);
  }

  /** Charts an instrument; folds or unfolds a section or a group. */
  async open(entry: WatchlistEntry): Promise<void> {
    this.#view.activate(entry.key);
    if (entry.kind === 'section' || entry.kind === 'group') {
      this.#view.setCollapsed(entry.key, !entry.collapsed);
    }
    if (entry.kind !== 'item') return;
    const { symbol } = entry.item;
    if (isInstrumentId(symbol)) await this.#desk.chart(symbol);
  }

  async remove(entries: readonly ItemEntry[]): Promise<void> {
    const neighbour = this.#view.neighbourOf(entries);
    if (!(await this.#done(this.#desk.watchlist.removeItems(idsOf(entries))))) return;
    this.#view.selection.clear();
    if (neighbour !== null) this.#view.activate(neighbour);
    tellDone(this.#desk, this.#desk.t.watchlist.removed(this.#view.namesOf(entries)));
  }

  /** With what is in it, into the trash. */
  async removeSection({ section }: SectionEntry): Promise<void> {
    const name = this.#view.nameOf(section);
    if (!(await this.#done(this.#desk.watchlist.removeSection(section.id)))) return;
    tellDone(this.#desk, this.#desk.t.watchlist.removedSection(name));
  }

  /** Adds at the end of the section and reads the small line of what is new. @returns whether it was taken */
  async addSymbols(sectionId: number, symbols: readonly string[]): Promise<boolean> {
    const { watchlist, sparklines } = this.#desk;
    const items = watchlist.sections.find(({ id }) => id === sectionId)?.items ?? [];
    const result = await watchlist.addItems(sectionId, symbols, items.length);
    if (!isTaken(this.#desk, result)) return false;
    this.#view.unfold(sectionId);
    const [added] = result.added;
    if (added !== undefined) this.#view.activate(itemKey(added));
    await sparklines.loadMissing(symbols);
    return true;
  }

  /** At the end, where the keyboard goes, too. */
  async addSection(name: string): Promise<void> {
    const { watchlist } = this.#desk;
    const result = await watchlist.addSection(name, watchlist.sections.length);
    const [added] = isTaken(this.#desk, result) ? result.added : [];
    if (added !== undefined) this.#view.activate(sectionKey(added));
  }

  async renameSection(sectionId: number, name: string): Promise<void> {
    await this.#done(this.#desk.watchlist.renameSection(sectionId, name));
  }

  /**
   * Opens the search field; a list without sections gets its first one.
   *
   * @param text - what it begins with
   */
  async openSearch(sectionId: number | null, text = ''): Promise<void> {
    const { watchlist, t } = this.#desk;
    if (watchlist.sections.length === 0) await this.addSection(t.watchlist.newSection);
    const { active } = this.#view;
    const here = active && active.kind !== 'group' ? active.section.id : null;
    this.#view.searchText = text;
    this.#view.addingTo = sectionId ?? here ?? watchlist.sections[0]?.id ?? null;
  }

  /**
   * What was pasted into the list or its search: what names one instrument goes into the search, any
   * other text into the preview of an import.
   */
  async paste(text: string): Promise<void> {
    if (namesSeveral(text)) await importListText(this.#desk, text);
    else await this.openSearch(null, text.trim());
  }

  async setFlag(entries: readonly ItemEntry[], flag: Flag, on: boolean): Promise<void> {
    await this.#done(this.#desk.watchlist.setFlag(idsOf(entries), flag, on));
  }

  async setStarred(entries: readonly ItemEntry[], starred: boolean): Promise<void> {
    const symbols = [...new Set(entries.map(({ item }) => item.symbol))];
    await this.#done(this.#desk.watchlist.setStarred(symbols, starred));
  }

  /** Writes the order that the list is shown in into the list itself, section by section. */
  async keepOrder(): Promise<void> {
    const { watchlist, settings, t, notices } = this.#desk;
    const { look, entries } = this.#view;
    for (const section of watchlist.sections) {
      const shown = entries.filter(
        (entry): entry is ItemEntry => entry.kind === 'item' && entry.section.id === section.id,
      );
      if (shown.length !== section.items.length || shown.length === 0) continue;
      if (!(await this.#done(watchlist.sortSection(section.id, idsOf(shown))))) return;
    }
    await settings.update({ listLook: { ...look, sort: null } });
    notices.show(t.lists.orderKept);
  }

  /** Currency pairs in a section of their own: their prices are the rates. */
  async addRates(pairs: readonly string[]): Promise<void> {
    const { watchlist, t } = this.#desk;
    const result = await watchlist.addSection(t.lists.ratesSection, watchlist.sections.length);
    if (!isTaken(this.#desk, result)) return;
    const [sectionId] = result.added;
    if (sectionId !== undefined) await this.addSymbols(sectionId, pairs);
  }

  async #done(answer: Promise<WatchlistRefusal | null>): Promise<boolean> {
    return tellRefusal(this.#desk, await answer);
  }
}
