import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import type { Signal } from '../events/signal';

/** The quotes that changed; `replaces` where they are all there is. */
export interface QuotesUpdated {
  readonly quotes: readonly Quote[];
  readonly replaces: boolean;
}

/**
 * The last quote of every instrument, in two layers: below what the data process says (of stored
 * bars, or of the simulated market), above it what the network says. The newer of the two is shown,
 * the network's where both are of one moment. A simulated price is never covered by a real one, lest
 * the two be mixed on one screen.
 */
export class QuoteService {
  private readonly base = new Map<InstrumentId, Quote>();
  private readonly live = new Map<InstrumentId, Quote>();

  constructor(private readonly updated: Signal<QuotesUpdated>) {}

  /** In the order in which the instruments were first heard of, those of the network only last. */
  all(): readonly Quote[] {
    const ids = new Set([...this.base.keys(), ...this.live.keys()]);
    return [...ids].flatMap((id) => this.visible(id) ?? []);
  }

  /**
   * Takes quotes of the data process as they arrive. A quote that is older than the last one of the
   * same source is dropped; of several for one instrument in one batch the newest is told. With
   * `replaces` the batch is the whole truth of the data process, whatever it said before.
   */
  ingest(quotes: readonly Quote[], replaces: boolean): void {
    const before = this.shown(quotes);
    if (replaces) this.base.clear();
    for (const quote of quotes) {
      if (!this.isLate(quote)) this.base.set(quote.instrument, quote);
    }
    if (replaces) this.updated.emit({ quotes: this.all(), replaces });
    else this.tellChanged(before);
  }

  /** Takes quotes of the network. Which of them are worth taking was decided before. */
  ingestLive(quotes: readonly Quote[]): void {
    const before = this.shown(quotes);
    for (const quote of quotes) this.live.set(quote.instrument, quote);
    this.tellChanged(before);
  }

  /** Forgets quotes of the network: what the data process says of them shows again. */
  clearLive(instruments: readonly InstrumentId[] = [...this.live.keys()]): void {
    const forgotten = instruments.filter((id) => this.live.delete(id));
    if (forgotten.length > 0) this.updated.emit({ quotes: this.all(), replaces: true });
  }

  private shown(quotes: readonly Quote[]): ReadonlyMap<InstrumentId, Quote | undefined> {
    return new Map(quotes.map(({ instrument }) => [instrument, this.visible(instrument)]));
  }

  private tellChanged(before: ReadonlyMap<InstrumentId, Quote | undefined>): void {
    const quotes = [...before].flatMap(([id, earlier]) => {
      const now = this.visible(id);
      return now === undefined || now === earlier ? [] : now;
    });
    if (quotes.length > 0) this.updated.emit({ quotes, replaces: false });
  }

  private visible(id: InstrumentId): Quote | undefined {
    const base = this.base.get(id);
    const live = this.live.get(id);
    if (base === undefined || live === undefined) return base ?? live;
    return base.source !== 'simulated' && live.asOf >= base.asOf ? live : base;
  }

  private isLate(quote: Quote): boolean {
    const known = this.base.get(quote.instrument);
    return known !== undefined && known.source === quote.source && quote.asOf < known.asOf;
  }
}
