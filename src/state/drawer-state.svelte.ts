import type { SettingsState } from './settings-state.svelte';

export type DrawerTab = 'announcements' | 'inbox' | 'alerts' | 'data';

/** What the panel under the chart shows. */
export class DrawerState {
  readonly #settings: SettingsState;
  #tab = $state<DrawerTab>('announcements');

  constructor(settings: SettingsState) {
    this.#settings = settings;
  }

  get tab(): DrawerTab {
    return this.#tab;
  }

  /** Opens the panel where it is closed. */
  async show(tab: DrawerTab): Promise<void> {
    this.#tab = tab;
    if (!this.#settings.current.drawerOpen) await this.#settings.update({ drawerOpen: true });
  }
}
