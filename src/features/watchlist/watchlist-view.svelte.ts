import { SvelteSet } from 'svelte/reactivity';
import { ROLES } from '../../shared/domain/announcement/announcement';
import { groupRows } from '../../shared/domain/watchlist/group-rows';
import type { ListLook } from '../../shared/domain/watchlist/list-look';
import { sortRows } from '../../shared/domain/watchlist/sort-rows';
import type { Watchlist, WatchlistSection } from '../../shared/domain/watchlist/watchlist';
import type { Desk } from '../../state/desk.svelte';
import type { MenuRequest } from '../../ui/menu-items';
import { SecondClock } from '../chart/second-clock.svelte';
import { ListSelection } from './list-selection.svelte';
import { RowReader } from './row-reader.svelte';
import {
  groupedEntries,
  type ItemEntry,
  itemEntries,
  listEntries,
  sectionKey,
  type WatchlistEntry,
} from './watchlist-entries';

/** Which part of the lists gets its name at this moment. */
export type Naming =
  | { readonly of: 'section'; readonly id: number | 'new' }
  | { readonly of: 'list'; readonly id: number | 'new' };

/** What of the list on the desk is folded, marked or being edited on the screen. Nothing here is kept. */
export class WatchlistView {
  readonly #desk: Desk;
  readonly #collapsed = new SvelteSet<string>();
  #activeKey = $state<string | null>(null);
  readonly #clock: SecondClock;
  readonly reader: RowReader;
  readonly selection: ListSelection;
  naming = $state.raw<Naming | null>(null);
  /** Id of the section that the search field adds to; null while it is closed. */
  addingTo = $state<number | null>(null);
  /** What the search field begins with. */
  searchText = '';
  menu = $state.raw<MenuRequest | null>(null);

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#clock = new SecondClock(desk);
    this.reader = new RowReader(desk);
    this.selection = new ListSelection(() => this.entries);
  }

  /** Keeps ages up to date while a list shows them. @returns the way to stop */
  watchTime(): () => void {
    return this.#clock.start();
  }

  /** UTC milliseconds. */
  get now(): number {
    return this.#clock.now;
  }

  get look(): ListLook {
    return this.#desk.settings.current.listLook;
  }

  readonly entries: readonly WatchlistEntry[] = $derived.by(() => {
    const { sections } = this.#desk.watchlist;
    const arrange = (items: readonly ItemEntry[]) => this.#arrange(items);
    if (this.look.grouping === 'section') return listEntries(sections, this.#collapsed, arrange);
    const items = sections.flatMap(itemEntries);
    if (this.look.grouping === 'none') return arrange(items);
    return groupedEntries(this.#groups(items), this.#collapsed, arrange);
  });

  /** Lines of the list can be put elsewhere only where they stand in its own order. */
  readonly isOwnOrder: boolean = $derived.by(
    () => this.look.sort === null && this.look.grouping === 'section',
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

  /** The line that takes the place of some that go: the one below them, else the one above, before any farther. */
  neighbourOf(going: readonly ItemEntry[]): string | null {
    const keys = new Set(going.map(({ key }) => key));
    const from = this.entries.findIndex(({ key }) => keys.has(key));
    const rest = this.entries.slice(from).filter(({ key }) => !keys.has(key));
    const above = this.entries.slice(0, from);
    const isItem = ({ kind }: WatchlistEntry): boolean => kind === 'item';
    const beside = [rest[0], above.at(-1)].find((entry) => entry && isItem(entry));
    return (beside ?? rest.find(isItem) ?? above.findLast(isItem))?.key ?? null;
  }

  /** @param key - of a section or of a group */
  setCollapsed(key: string, collapsed: boolean): void {
    if (collapsed) this.#collapsed.add(key);
    else this.#collapsed.delete(key);
  }

  setAllCollapsed(collapsed: boolean): void {
    const headings = this.entries.filter(({ kind }) => kind === 'section' || kind === 'group');
    for (const { key } of headings) this.setCollapsed(key, collapsed);
  }

  unfold(sectionId: number): void {
    this.setCollapsed(sectionKey(sectionId), false);
  }

  isStarred({ item }: ItemEntry): boolean {
    return this.#desk.watchlist.isStarred(item.symbol);
  }

  /** What the section is called: its own name, or the translated one of the first set. */
  nameOf({ name, seed }: WatchlistSection): string {
    const { watchlist, lists } = this.#desk.t;
    return name ?? (seed === null ? lists.unnamedSection : watchlist.seedSections[seed]);
  }

  /** The name of one instrument, the number of several. */
  namesOf(entries: readonly ItemEntry[]): string {
    const [first] = entries;
    if (first && entries.length === 1) return this.reader.nameOf(first.item.symbol);
    return this.#desk.t.watchlist.instruments(entries.length);
  }

  listName({ name, seed }: Watchlist): string {
    const { lists, watchlist } = this.#desk.t;
    return name ?? (seed === null ? lists.title : watchlist.seedLists[seed]);
  }

  /** What the items of a group share, in words. */
  groupName(group: string | null): string {
    const { lists, timeline, chart } = this.#desk.t;
    if (group === null) return lists.noGroup[this.look.grouping === 'role' ? 'role' : 'exchange'];
    const roles: Readonly<Record<string, string>> = timeline.roles;
    const words = this.look.grouping === 'role' ? roles[group] : chart.exchanges[group];
    return words ?? group;
  }

  #arrange(items: readonly ItemEntry[]): readonly ItemEntry[] {
    const { sort } = this.look;
    if (sort === null) return items;
    const valueOf = ({ item }: ItemEntry) => this.reader.sortValue(sort.by, item);
    return sortRows(items, valueOf, sort.direction, this.#desk.settings.locale);
  }

  #groups(items: readonly ItemEntry[]) {
    const { reader } = this;
    return this.look.grouping === 'role'
      ? groupRows<string, ItemEntry>(items, ({ item }) => reader.roleOf(item.symbol), ROLES)
      : groupRows<string, ItemEntry>(items, ({ item }) => reader.micOf(item.symbol));
  }

  #chartedEntry(): WatchlistEntry | undefined {
    const { charted } = this.#desk.settings.current;
    return this.entries.find((entry) => entry.kind === 'item' && entry.item.symbol === charted);
  }
}
