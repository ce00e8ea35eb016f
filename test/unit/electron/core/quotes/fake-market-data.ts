import type {
  MarketData,
  MarketLatest,
  MarketLatestRequest,
  SourcedQuote,
} from '../../../../../electron/core/market/market-data-port';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';

type LatestAnswer = (request: MarketLatestRequest) => MarketLatest | Promise<MarketLatest>;

/** A fake: the test answers, and streams. */
export class FakeMarketData implements Pick<MarketData, 'latest' | 'watchStreams' | 'streamed'> {
  readonly requests: MarketLatestRequest[] = [];
  /** The instruments of which streams were wanted last. */
  streamsWatched: readonly InstrumentId[] = [];
  readonly healthyStreams = new Set<InstrumentId>();
  private heard: (quote: SourcedQuote) => void = () => undefined;

  constructor(public answer: LatestAnswer) {}

  async latest(request: MarketLatestRequest): Promise<MarketLatest> {
    this.requests.push(request);
    return this.answer(request);
  }

  watchStreams(instruments: readonly InstrumentId[], heard: (quote: SourcedQuote) => void): void {
    this.streamsWatched = instruments;
    this.heard = heard;
  }

  streamed(): ReadonlySet<InstrumentId> {
    return this.healthyStreams;
  }

  tick(quote: SourcedQuote): void {
    this.heard(quote);
  }
}
