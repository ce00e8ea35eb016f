import type { SourcedQuote } from '../../core/market/market-data-port';
import type {
  MarketDataProvider,
  QuoteStream,
  StreamState,
} from '../../core/market/market-data-provider-port';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';

interface RunningStream {
  readonly stream: QuoteStream;
  state: StreamState;
  instruments: readonly InstrumentId[];
}

/** Gives each instrument to the source that streams it best, and knows which streams are alive. */
export class StreamRouter {
  private readonly running = new Map<MarketDataProvider, RunningStream>();
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

  /** Instruments of streams that are open and heard of. */
  served(): ReadonlySet<InstrumentId> {
    const open = [...this.running.values()].filter(({ state }) => state === 'open');
    return new Set(open.flatMap(({ instruments }) => instruments));
  }

  dispose(): void {
    for (const { stream } of this.running.values()) stream.dispose();
    this.running.clear();
  }

  private watchOne(provider: MarketDataProvider, instruments: readonly InstrumentId[]): void {
    const running = this.running.get(provider) ?? this.start(provider);
    if (!running) return;
    running.instruments = instruments;
    running.stream.watch(instruments);
  }

  private start(provider: MarketDataProvider): RunningStream | null {
    const stream = provider.stream({
      quoteReceived: (quote) => this.heard({ source: provider.id, quote }),
      stateChanged: (state) => {
        const running = this.running.get(provider);
        if (running) running.state = state;
      },
    });
    if (!stream) return null;
    const running: RunningStream = { stream, state: 'closed', instruments: [] };
    this.running.set(provider, running);
    return running;
  }
}
