import type { SourcedQuote } from '../../core/market/market-data-port';
import type { MarketDataProvider, QuoteStream } from '../../core/market/market-data-provider-port';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';

/** Gives each instrument to the source that streams it best, and knows which of them are heard of. */
export class StreamRouter {
  private readonly running = new Map<MarketDataProvider, QuoteStream>();
  private heard: (quote: SourcedQuote) => void = () => undefined;

  /** @param sourceOf - the best source that streams an instrument; null where none does */
  constructor(private readonly sourceOf: (id: InstrumentId) => MarketDataProvider | null) {}

  watch(instruments: readonly InstrumentId[], heard: (quote: SourcedQuote) => void): void {
    this.heard = heard;
    const wanted = new Map<MarketDataProvider, InstrumentId[]>();
    for (const id of instruments) {
      const provider = this.sourceOf(id);
      if (provider) wanted.set(provider, [...(wanted.get(provider) ?? []), id]);
    }
    for (const provider of new Set([...this.running.keys(), ...wanted.keys()])) {
      this.watchOne(provider, wanted.get(provider) ?? []);
    }
  }

  /** As in {@link QuoteStream.served}. */
  served(): ReadonlySet<InstrumentId> {
    return new Set([...this.running.values()].flatMap((stream) => [...stream.served()]));
  }

  dispose(): void {
    for (const stream of this.running.values()) stream.dispose();
    this.running.clear();
  }

  private watchOne(provider: MarketDataProvider, instruments: readonly InstrumentId[]): void {
    const stream = this.running.get(provider) ?? this.start(provider);
    stream?.watch(instruments);
  }

  private start(provider: MarketDataProvider): QuoteStream | null {
    const stream = provider.stream({
      quoteReceived: (quote) => this.heard({ source: provider.id, quote }),
    });
    if (stream) this.running.set(provider, stream);
    return stream;
  }
}
