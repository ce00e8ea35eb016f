import type { DataClient } from '../api/data-client';
import type { TapeoutClient } from '../shared/ipc/contract';
import { BackupsState } from './backups-state.svelte';
import { ListFactsState } from './list-facts-state.svelte';
import type { ReplayClock } from './replay-clock.svelte';
import type { SettingsState } from './settings-state.svelte';
import type { WatchlistState } from './watchlist-state.svelte';
import { WatchlistTrashState } from './watchlist-trash-state.svelte';

/** What the lists ask of the rest of the desk. */
export interface ListDeskParts {
  readonly client: TapeoutClient;
  readonly settings: SettingsState;
  readonly watchlist: WatchlistState;
}

/** How a list can stand on the whole screen. */
export const LIST_SHEETS = ['table', 'heat-map'] as const;
export type ListSheet = (typeof LIST_SHEETS)[number];

/** What is open over the lists. */
export type ListDialog =
  | { readonly kind: 'item'; readonly itemId: number }
  | { readonly kind: 'columns' }
  | { readonly kind: 'trash' }
  | { readonly kind: 'backups' };

/**
 * What of the lists stands over the desk: the list as a table or a map, and a dialog over that; and
 * what they show: facts of bars, the trash, the backups.
 */
export class ListDeskState {
  readonly facts: ListFactsState;
  readonly trash: WatchlistTrashState;
  readonly backups: BackupsState;
  #sheet = $state<ListSheet | null>(null);
  #dialog = $state.raw<ListDialog | null>(null);

  constructor(
    { client, settings, watchlist }: ListDeskParts,
    data: DataClient,
    clock: ReplayClock,
  ) {
    this.facts = new ListFactsState(data, settings, clock);
    this.trash = new WatchlistTrashState(client, watchlist);
    this.backups = new BackupsState(client);
  }

  get sheet(): ListSheet | null {
    return this.#sheet;
  }

  get dialog(): ListDialog | null {
    return this.#dialog;
  }

  show(sheet: ListSheet): void {
    this.#sheet = sheet;
  }

  /** The key of a view opens it, and closes it where it stands. */
  toggle(sheet: ListSheet): void {
    this.#sheet = this.#sheet === sheet ? null : sheet;
  }

  hide(): void {
    this.#sheet = null;
  }

  open(dialog: ListDialog): void {
    this.#dialog = dialog;
  }

  edit(itemId: number): void {
    this.#dialog = { kind: 'item', itemId };
  }

  close(): void {
    this.#dialog = null;
  }
}
