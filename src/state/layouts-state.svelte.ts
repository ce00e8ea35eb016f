import type { ChartLayout } from '../shared/domain/chart/chart-layout';
import type { TapeoutClient } from '../shared/ipc/contract';
import type { ChartsState } from './charts-state.svelte';
import type { SettingsState } from './settings-state.svelte';

/** Charts that were saved together, by name. */
export class LayoutsState {
  readonly #client: TapeoutClient;
  readonly #charts: ChartsState;
  readonly #settings: SettingsState;
  #all = $state.raw<readonly ChartLayout[]>([]);

  constructor(client: TapeoutClient, charts: ChartsState, settings: SettingsState) {
    this.#client = client;
    this.#charts = charts;
    this.#settings = settings;
  }

  /** In the order of their names. */
  get all(): readonly ChartLayout[] {
    return this.#all;
  }

  async load(): Promise<void> {
    this.#all = await this.#client.charts.listLayouts();
  }

  /**
   * Saves what stands on the desk, in place of the layout that may have the name.
   *
   * @returns false where there are too many to keep one more
   */
  async save(name: string): Promise<boolean> {
    const { linkCrosshair, linkInstrument } = this.#settings.current;
    const charts = this.#charts.setups();
    const layout = { name, charts, linkCrosshair, linkInstrument };
    const result = await this.#client.charts.putLayout({ layout });
    if (result.ok) this.#all = result.layouts;
    return result.ok;
  }

  async remove(name: string): Promise<void> {
    this.#all = await this.#client.charts.removeLayout({ name });
  }

  /** Puts a saved layout on the desk. */
  async use({ charts, linkCrosshair, linkInstrument }: ChartLayout): Promise<void> {
    await this.#settings.update({ linkCrosshair, linkInstrument });
    await this.#charts.arrange(charts);
  }
}
