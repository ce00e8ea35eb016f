import { SvelteMap } from 'svelte/reactivity';
import type { Quote } from '../shared/domain/quote/quote';

/** The last known quote of each instrument; a row of the list depends on its own quote alone. */
export class QuotesState {
  readonly #quotes = new SvelteMap<string, Quote>();

  receive(quotes: readonly Quote[], replaces: boolean): void {
    if (replaces) this.#dropOthers(quotes);
    for (const quote of quotes) this.#quotes.set(quote.instrument, quote);
  }

  get(symbol: string): Quote | undefined {
    return this.#quotes.get(symbol);
  }

  #dropOthers(quotes: readonly Quote[]): void {
    const kept = new Set<string>(quotes.map((quote) => quote.instrument));
    for (const symbol of [...this.#quotes.keys()]) {
      if (!kept.has(symbol)) this.#quotes.delete(symbol);
    }
  }
}
