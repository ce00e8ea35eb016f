import type { SettingsState } from '../state/settings-state.svelte';

/** Below these window widths a side pane lies over the chart and is folded until asked for. */
const TIMELINE_DOCKS_FROM_PX = 1100;
const WATCHLIST_DOCKS_FROM_PX = 800;

/** Which panes stand on the desk at the present width. A docked pane's state is remembered, a drawer's is not. */
export class Panes {
  readonly #settings: SettingsState;
  widthPx = $state(1440);
  #watchlistDrawer = $state(false);
  #timelineDrawer = $state(false);

  constructor(settings: SettingsState) {
    this.#settings = settings;
  }

  readonly watchlistDocks: boolean = $derived(this.widthPx >= WATCHLIST_DOCKS_FROM_PX);
  readonly timelineDocks: boolean = $derived(this.widthPx >= TIMELINE_DOCKS_FROM_PX);

  readonly watchlistShown: boolean = $derived.by(() =>
    this.watchlistDocks ? this.#settings.current.watchlistOpen : this.#watchlistDrawer,
  );

  readonly timelineShown: boolean = $derived.by(() =>
    this.timelineDocks ? this.#settings.current.timelineOpen : this.#timelineDrawer,
  );

  toggleWatchlist(): void {
    if (this.watchlistDocks) void this.#settings.update({ watchlistOpen: !this.watchlistShown });
    else this.#watchlistDrawer = !this.#watchlistDrawer;
  }

  toggleTimeline(): void {
    if (this.timelineDocks) void this.#settings.update({ timelineOpen: !this.timelineShown });
    else this.#timelineDrawer = !this.#timelineDrawer;
  }

  closeDrawers(): void {
    this.#watchlistDrawer = false;
    this.#timelineDrawer = false;
  }
}
