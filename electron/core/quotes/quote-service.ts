import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import type { Signal } from '../events/signal';

/** The quotes that changed; `replaces` where they are all there is. */
export interface QuotesUpdated {
  readonly quotes: readonly Quote[];
  readonly replaces: boolean;
}

/** The last quote of every instrument. */
export class QuoteService {
  private readonly last = new Map<InstrumentId, Quote>();

  constructor(private readonly updated: Signal<QuotesUpdated>) {}

  /** In the order in which the instruments were first heard of. */
  all(): readonly Quote[] {
    return [...this.last.values()];
  }

  /**
   * Takes quotes as they arrive. A quote that is older than the last one of the same source is
   * dropped; of several for one instrument in one batch the newest is told. With `replaces` the
   * batch is the whole truth, whatever was known before.
   */
  ingest(quotes: readonly Quote[], replaces: boolean): void {
    if (replaces) this.last.clear();
    const taken = new Map<InstrumentId, Quote>();
    for (const quote of quotes) {
      if (this.isLate(quote)) continue;
      this.last.set(quote.instrument, quote);
      taken.set(quote.instrument, quote);
    }
    if (replaces || taken.size > 0) this.updated.emit({ quotes: [...taken.values()], replaces });
  }

  private isLate(quote: Quote): boolean {
    const known = this.last.get(quote.instrument);
    return known !== undefined && known.source === quote.source && quote.asOf < known.asOf;
  }
}
