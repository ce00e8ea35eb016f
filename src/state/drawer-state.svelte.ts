import type { SettingsState } from './settings-state.svelte';

export type DrawerTab = 'announcements' | 'inbox' | 'alerts' | 'data';

/** What is left of the panel while it is folded: its tabs. */
const HEAD_PX = 33;

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

  /** How much of the desk it takes, in CSS pixels. */
  get heightPx(): number {
    const { drawerOpen, drawerHeightPx } = this.#settings.current;
    return drawerOpen ? drawerHeightPx : HEAD_PX;
  }

  /** Opens the panel where it is closed. */
  async show(tab: DrawerTab): Promise<void> {
    this.#tab = tab;
    if (!this.#settings.current.drawerOpen) await this.#settings.update({ drawerOpen: true });
  }
}
