import type { DataClient } from '../api/data-client';
import type { CalendarsState } from './calendars-state.svelte';
import { Chart } from './chart.svelte';

/** The charts of the desk; one of them is active: what the rest of the desk speaks of. */
export class ChartsState {
  readonly #make: (id: number) => Chart;
  #all = $state.raw<readonly Chart[]>([]);
  #active = $state.raw<Chart>();

  constructor(data: DataClient, calendars: CalendarsState) {
    this.#make = (id) => new Chart(id, data, calendars);
    this.#all = [this.#make(0)];
    this.#active = this.#all[0];
  }

  /** In reading order, never empty. */
  get all(): readonly Chart[] {
    return this.#all;
  }

  get active(): Chart {
    return this.#active as Chart;
  }
}
