import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { ProviderStatus } from '../../../src/shared/domain/market/provider-status';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type {
  HistoryRequest,
  ProviderError,
  ProviderHistory,
  ProviderQuote,
  SearchRequest,
  SearchResult,
} from './market-data-provider-port';

/**
 * All sources as one: picks by capability, priority and budget, goes on to the next one where a
 * source fails, and never asks a host more than its budget allows. Never throws for a source's fault.
 */
export interface MarketData {
  /**
   * The last prices, each from the best source that answers. Batches by source; an instrument whose
   * quote was refused is asked of the next source.
   */
  latest(request: MarketLatestRequest): Promise<MarketLatest>;
  /** From the best source that answers; `avoid` for a source that gave bars that did not hold. */
  history(
    request: HistoryRequest,
    avoid?: readonly MarketSource[],
  ): Promise<
    | { readonly ok: true; readonly source: MarketSource; readonly history: ProviderHistory }
    | { readonly ok: false; readonly error: ProviderError }
  >;
  /** Intervals of which some source that is in use has bars of the instrument. */
  intervals(instrument: InstrumentId): ReadonlySet<Interval>;
  /** Of all sources that can search, each instrument once, in order of priority. */
  search(request: SearchRequest): Promise<SearchResult>;
  /** Keeps streams open for those instruments that a source streams; the others have to be polled. */
  watchStreams(instruments: readonly InstrumentId[], heard: (quote: SourcedQuote) => void): void;
  /** The instruments that a healthy stream serves at this moment. */
  streamed(): ReadonlySet<InstrumentId>;
  statuses(): readonly ProviderStatus[];
  dispose(): void;
}

export interface MarketLatestRequest {
  readonly instruments: readonly InstrumentId[];
  readonly nowMs: number;
  /** Sources that are not to be asked, for a second opinion. */
  readonly avoid?: readonly MarketSource[];
  readonly signal?: AbortSignal;
}

export interface MarketLatest {
  readonly quotes: readonly SourcedQuote[];
  /** Instruments without an answer, with the last source's reason. */
  readonly failed: ReadonlyMap<InstrumentId, ProviderError>;
}

export interface SourcedQuote {
  readonly source: MarketSource;
  readonly quote: ProviderQuote;
  /** As in `ProviderCapabilities.latestEveryMs`; a streamed price has none. */
  readonly leastEveryMs?: number;
}
