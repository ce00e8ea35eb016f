import { isInstrumentId } from '../../shared/domain/instrument/instrument';
import type {
  WatchlistRefusal,
  WatchlistResult,
} from '../../shared/domain/watchlist/watchlist-answer';
import type { Desk } from '../../state/desk.svelte';
import { dropItem, dropSection } from './drop-target';
import {
  type ItemEntry,
  itemKey,
  type SectionEntry,
  type WatchlistEntry,
} from './watchlist-entries';
import type { WatchlistView } from './watchlist-view.svelte';

/** What a user can do with the list. A refusal of main becomes a notice that says why. */
export class WatchlistCommands {
  readonly #desk: Desk;
  readonly #view: WatchlistView;

  constructor(desk: Desk, view: WatchlistView) {
    this.#desk = desk;
    this.#view = view;
  }

  /** Charts an instrument; folds or unfolds a section. */
  async open(entry: WatchlistEntry): Promise<void> {
    this.#view.activate(entry.key);
    if (entry.kind === 'section') this.#view.setCollapsed(entry.section.id, !entry.collapsed);
    if (entry.kind !== 'item') return;
    const { symbol } = entry.item;
    if (isInstrumentId(symbol)) await this.#desk.chart(symbol);
  }

  async removeItem(entry: ItemEntry): Promise<void> {
    const { item } = entry;
    const neighbour = this.#view.neighbourOf(entry);
    if (!(await this.#done(this.#desk.watchlist.removeItems([item.id])))) return;
    if (neighbour !== null) this.#view.activate(neighbour);
    const { t, notices, watchlist } = this.#desk;
    const step = watchlist.steps.undo;
    notices.show(t.watchlist.removed(this.nameOf(item.symbol)), {
      label: t.watchlist.undo,
      run: () => void watchlist.undoStep(step),
    });
  }

  async removeSection({ section }: SectionEntry): Promise<void> {
    if (!(await this.#done(this.#desk.watchlist.removeSection(section.id)))) return;
    const { t, notices, watchlist } = this.#desk;
    const name = this.#view.nameOf(section);
    const step = watchlist.steps.undo;
    notices.show(t.watchlist.removedSection(name), {
      label: t.watchlist.undo,
      run: () => void watchlist.undoStep(step),
    });
  }

  /** One place up (-1) or down (1); an instrument at the edge of its section goes on into the next. */
  async moveBy(entry: WatchlistEntry, by: 1 | -1): Promise<void> {
    if (entry.kind === 'section') await this.#moveSection(entry, by);
    if (entry.kind === 'item') await this.#moveItem(entry, by);
  }

  async moveToSection(entry: ItemEntry, sectionId: number): Promise<void> {
    const { watchlist } = this.#desk;
    const last = watchlist.sections.find(({ id }) => id === sectionId)?.items.length ?? 0;
    this.#view.setCollapsed(sectionId, false);
    await this.#done(watchlist.moveItems([entry.item.id], sectionId, last));
  }

  async drop(dragged: WatchlistEntry, gap: number): Promise<void> {
    const { entries } = this.#view;
    this.#view.activate(dragged.key);
    if (dragged.kind === 'section') {
      const position = dropSection(entries, dragged, gap);
      if (position === null) return;
      await this.#done(this.#desk.watchlist.moveSection(dragged.section.id, position));
    } else if (dragged.kind === 'item') {
      const to = dropItem(entries, dragged, gap);
      if (to === null) return;
      await this.#done(
        this.#desk.watchlist.moveItems([dragged.item.id], to.sectionId, to.position),
      );
    }
  }

  /** Adds at the end of the section and reads the small line of what is new. @returns whether it was taken */
  async addSymbol(sectionId: number, symbol: string): Promise<boolean> {
    const { watchlist, sparklines } = this.#desk;
    const items = watchlist.sections.find(({ id }) => id === sectionId)?.items ?? [];
    if (!(await this.#done(watchlist.addItems(sectionId, [symbol], items.length)))) return false;
    this.#view.setCollapsed(sectionId, false);
    const added = watchlist.sections
      .find(({ id }) => id === sectionId)
      ?.items.find((item) => item.symbol === symbol);
    if (added) this.#view.activate(itemKey(added.id));
    await sparklines.loadMissing([symbol]);
    return true;
  }

  async addSection(name: string): Promise<void> {
    await this.#done(this.#desk.watchlist.addSection(name, this.#desk.watchlist.sections.length));
  }

  async renameSection(sectionId: number, name: string): Promise<void> {
    await this.#done(this.#desk.watchlist.renameSection(sectionId, name));
  }

  /** Opens the search field; a list without sections gets its first one. */
  async openSearch(sectionId: number | null): Promise<void> {
    const { watchlist, t } = this.#desk;
    if (watchlist.sections.length === 0) await this.addSection(t.watchlist.newSection);
    this.#view.addingTo =
      sectionId ?? this.#view.active?.section.id ?? watchlist.sections[0]?.id ?? null;
  }

  nameOf(symbol: string): string {
    return this.#desk.instruments.nameOf(symbol, this.#desk.settings.locale);
  }

  async #moveSection({ section, index }: SectionEntry, by: 1 | -1): Promise<void> {
    const position = index + by;
    if (position < 0 || position >= this.#desk.watchlist.sections.length) return;
    await this.#done(this.#desk.watchlist.moveSection(section.id, position));
  }

  async #moveItem({ item, section, position }: ItemEntry, by: 1 | -1): Promise<void> {
    const { watchlist } = this.#desk;
    const within = position + by;
    if (within >= 0 && within < section.items.length) {
      await this.#done(watchlist.moveItems([item.id], section.id, within));
      return;
    }
    const at = watchlist.sections.findIndex(({ id }) => id === section.id);
    const next = watchlist.sections[at + by];
    if (!next) return;
    this.#view.setCollapsed(next.id, false);
    await this.#done(watchlist.moveItems([item.id], next.id, by > 0 ? 0 : next.items.length));
  }

  async #done(answer: Promise<WatchlistResult | WatchlistRefusal | null>): Promise<boolean> {
    const result = await answer;
    const refusal = typeof result === 'object' ? refusalOf(result) : result;
    if (refusal === null) return true;
    this.#desk.notices.showError(this.#desk.t.watchlist.refusals[refusal]);
    return false;
  }
}

function refusalOf(result: WatchlistResult | null): WatchlistRefusal | null {
  return result === null || result.ok ? null : result.reason;
}
