import { SvelteSet } from 'svelte/reactivity';
import type { Desk } from '../../state/desk.svelte';
import type { WatchlistSection } from '../../shared/domain/watchlist/watchlist';
import type { MenuRequest } from '../../ui/menu-items';
import { type ItemEntry, itemKey, listEntries, type WatchlistEntry } from './watchlist-entries';

/** What of the watchlist is folded, marked or being edited on the screen. Nothing here is kept. */
export class WatchlistView {
  readonly #desk: Desk;
  readonly #collapsed = new SvelteSet<number>();
  #activeKey = $state<string | null>(null);
  /** Id of the section whose name is being written; `new` while a new one gets its name. */
  naming = $state<number | 'new' | null>(null);
  /** Id of the section that the search field adds to; null while it is closed. */
  addingTo = $state<number | null>(null);
  menu = $state.raw<MenuRequest | null>(null);

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  readonly entries: readonly WatchlistEntry[] = $derived.by(() =>
    listEntries(this.#desk.watchlist.sections, this.#collapsed),
  );

  /** The line that the keyboard is on: the last one used, else the charted one, else the first. */
  readonly active: WatchlistEntry | null = $derived.by(() => {
    const used = this.entries.find(({ key }) => key === this.#activeKey);
    return used ?? this.#chartedEntry() ?? this.entries[0] ?? null;
  });

  activate(key: string): void {
    this.#activeKey = key;
  }

  /** Moves by lines; hints are passed over. @returns the line arrived at */
  step(by: number): WatchlistEntry | null {
    const lines = this.entries.filter(({ kind }) => kind !== 'hint');
    const from = lines.findIndex(({ key }) => key === this.active?.key);
    const to = lines[Math.min(lines.length - 1, Math.max(0, from + by))];
    if (to) this.#activeKey = to.key;
    return to ?? null;
  }

  /** The instrument that takes the place of one that goes. */
  neighbourOf({ section, position }: ItemEntry): string | null {
    const next = section.items[position + 1] ?? section.items[position - 1];
    return next ? itemKey(next.id) : null;
  }

  setCollapsed(sectionId: number, collapsed: boolean): void {
    if (collapsed) this.#collapsed.add(sectionId);
    else this.#collapsed.delete(sectionId);
  }

  setAllCollapsed(collapsed: boolean): void {
    for (const { id } of this.#desk.watchlist.sections) this.setCollapsed(id, collapsed);
  }

  /** What the section is called: its own name, or the translated one of the first set. */
  nameOf({ name, seed }: WatchlistSection): string {
    return name ?? (seed === null ? '' : this.#desk.t.watchlist.seedSections[seed]);
  }

  #chartedEntry(): WatchlistEntry | undefined {
    const { charted } = this.#desk.settings.current;
    return this.entries.find((entry) => entry.kind === 'item' && entry.item.symbol === charted);
  }
}
