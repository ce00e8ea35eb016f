import { SvelteMap } from 'svelte/reactivity';
import type { Quote } from '../shared/domain/quote/quote';
import { ReplayClock } from './replay-clock.svelte';

/** The last known quote of each instrument; a row of the list depends on its own quote alone. */
export class QuotesState {
  readonly #quotes = new SvelteMap<string, Quote>();
  readonly #clock: ReplayClock;

  constructor(clock: ReplayClock = new ReplayClock()) {
    this.#clock = clock;
  }

  receive(quotes: readonly Quote[], replaces: boolean): void {
    if (replaces) this.#dropOthers(quotes);
    for (const quote of quotes) this.#quotes.set(quote.instrument, quote);
  }

  /** None while the desk stands at a moment of the past: a price of now would tell what comes. */
  get(symbol: string): Quote | undefined {
    return this.#clock.isReplaying ? undefined : this.#quotes.get(symbol);
  }

  #dropOthers(quotes: readonly Quote[]): void {
    const kept = new Set<string>(quotes.map((quote) => quote.instrument));
    for (const symbol of [...this.#quotes.keys()]) {
      if (!kept.has(symbol)) this.#quotes.delete(symbol);
    }
  }
}
