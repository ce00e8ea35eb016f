import { SvelteMap } from 'svelte/reactivity';
import type { DataClient } from '../api/data-client';
import { type InstrumentId, isInstrumentId } from '../shared/domain/instrument/instrument';
import { PERIOD_SESSIONS } from '../shared/domain/watchlist/list-look';
import type { ListFacts } from '../shared/ipc/data-port';
import type { ReplayClock } from './replay-clock.svelte';
import type { SettingsState } from './settings-state.svelte';

/** So many are asked for at once: the first lines do not wait for all of a long list. */
const BATCH = 40;

/** What columns of the lists know of the bars: ranges, small lines, prices outside the hours. */
export class ListFactsState {
  readonly #data: DataClient;
  readonly #settings: SettingsState;
  readonly #clock: ReplayClock;
  readonly #facts = new SvelteMap<string, ListFacts>();
  /** What the facts were asked with; other wishes make them worthless. */
  #askedWith = '';
  readonly #wanted = new Set<InstrumentId>();
  readonly #known = new Set<string>();
  #isAsking = false;

  constructor(data: DataClient, settings: SettingsState, clock: ReplayClock) {
    this.#data = data;
    this.#settings = settings;
    this.#clock = clock;
  }

  /** None while the desk stands at a moment of the past: the facts end now. */
  get(symbol: string): ListFacts | undefined {
    return this.#clock.isReplaying ? undefined : this.#facts.get(symbol);
  }

  /** Reads what is not known of these symbols, the newest wish first; what is no instrument has none. */
  async want(symbols: readonly string[]): Promise<void> {
    this.#startAnew();
    const missing = symbols.filter((symbol) => isInstrumentId(symbol) && !this.#known.has(symbol));
    const older = [...this.#wanted];
    this.#wanted.clear();
    for (const symbol of [...missing, ...older]) this.#wanted.add(symbol as InstrumentId);
    if (!this.#isAsking) await this.#askAll();
  }

  /** The bars of these have changed: what is known of them is read again. */
  async refresh(symbols: readonly string[]): Promise<void> {
    const stale = symbols.filter((symbol) => this.#known.delete(symbol));
    if (stale.length > 0) await this.want(stale);
  }

  async #askAll(): Promise<void> {
    this.#isAsking = true;
    try {
      while (this.#wanted.size > 0) await this.#askBatch();
    } finally {
      this.#isAsking = false;
    }
  }

  async #askBatch(): Promise<void> {
    const instruments = [...this.#wanted].slice(0, BATCH);
    const askedWith = this.#askedWith;
    for (const instrument of instruments) {
      this.#wanted.delete(instrument);
      this.#known.add(instrument);
    }
    const facts = await this.#data.getListFacts({ instruments, ...this.#wishes() });
    if (askedWith !== this.#askedWith) return;
    for (const fact of facts) this.#facts.set(fact.instrument, fact);
  }

  #wishes(): { readonly sessions: number; readonly extended: boolean } {
    const { period, columns } = this.#settings.current.listLook;
    return { sessions: PERIOD_SESSIONS[period], extended: columns.includes('extended') };
  }

  /** What was asked with other wishes stays on the screen until its successor comes. */
  #startAnew(): void {
    const asksWith = JSON.stringify(this.#wishes());
    if (asksWith === this.#askedWith) return;
    this.#askedWith = asksWith;
    this.#known.clear();
  }
}
