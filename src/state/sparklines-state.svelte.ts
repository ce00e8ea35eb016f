import { SvelteMap } from 'svelte/reactivity';
import type { DataClient } from '../api/data-client';
import type { Sparkline } from '../shared/ipc/data-port';
import { type InstrumentId, isInstrumentId } from '../shared/domain/instrument/instrument';
import { ReplayClock } from './replay-clock.svelte';

/** A longer list is asked for in pieces, so that its beginning does not wait for its end. */
const MOST_AT_ONCE = 500;

/** The last closes of each listed instrument, for the small lines of the watchlist. */
export class SparklinesState {
  readonly #data: DataClient;
  readonly #clock: ReplayClock;
  readonly #closes = new SvelteMap<string, Float32Array>();
  /** Questions under way; null before the first one. */
  #asking = $state.raw<number | null>(null);

  constructor(data: DataClient, clock: ReplayClock = new ReplayClock()) {
    this.#data = data;
    this.#clock = clock;
  }

  /** True once every question was answered. */
  get loaded(): boolean {
    return this.#asking === 0;
  }

  /** None while the desk stands at a moment of the past: the lines end now. */
  get(symbol: string): Float32Array | undefined {
    return this.#clock.isReplaying ? undefined : this.#closes.get(symbol);
  }

  /** Reads the lines of these symbols; what is no instrument has none. */
  async load(symbols: readonly string[]): Promise<void> {
    const instruments = symbols.filter((symbol): symbol is InstrumentId => isInstrumentId(symbol));
    this.#asking = (this.#asking ?? 0) + 1;
    try {
      for (let from = 0; from < instruments.length; from += MOST_AT_ONCE) {
        const some = instruments.slice(from, from + MOST_AT_ONCE);
        this.#take(await this.#data.getSparklines(some));
      }
    } finally {
      this.#asking -= 1;
    }
  }

  /** Reads the lines of symbols that have none yet. */
  async loadMissing(symbols: readonly string[]): Promise<void> {
    await this.load(symbols.filter((symbol) => !this.#closes.has(symbol)));
  }

  #take(sparklines: readonly Sparkline[]): void {
    for (const { instrument, closes } of sparklines) {
      if (closes.length > 1) this.#closes.set(instrument, closes);
      else this.#closes.delete(instrument);
    }
  }
}
