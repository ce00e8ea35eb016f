import type { BarColumns } from '../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { FileError, SkippedRow } from '../../../src/shared/domain/market/market-status';
import type {
  ProviderFailure,
  RetryClass,
} from '../../../src/shared/domain/market/provider-failure';
import type { MarketSource, Quote } from '../../../src/shared/domain/quote/quote';

/**
 * A source of bars and quotes. Everything that differs from one source to the next (spelling of
 * symbols, units, time zones, shape of the answers, what went wrong) stays behind it; what comes out
 * has the units of {@link BarColumns} and {@link Quote}.
 *
 * Expected failures are values. What a method throws is a fault of the program. What a source does
 * not offer (see {@link ProviderCapabilities}) it refuses as `not-offered`, `next-provider`.
 */
export interface MarketDataProvider {
  readonly id: MarketSource;
  readonly capabilities: ProviderCapabilities;

  /**
   * How much this source is to be preferred for an instrument, higher first; 0 where it does not have
   * that market at all. A second opinion has less than a first one.
   */
  priority(instrument: InstrumentId, use: ProviderUse): number;

  /**
   * Bars, oldest first. Daily bars are keyed by session date and only those of finished sessions are
   * certain; what the source says of a session under way may be the last bar.
   */
  history(request: HistoryRequest): Promise<HistoryResult>;

  /** The last known prices. An instrument that is in no list of the answer is unknown to the source. */
  latest(request: LatestRequest): Promise<LatestResult>;

  /** Instruments by name or code. */
  search(request: SearchRequest): Promise<SearchResult>;

  /** The network may be asked from now on: what takes time to learn is better learned before it is needed. */
  wake?(): void;

  /** Opens nothing yet: {@link QuoteStream.watch} does. Null from a source without a stream. */
  stream(listener: StreamListener): QuoteStream | null;
}

export type ProviderUse = 'latest' | 'history' | 'search' | 'stream';

export interface ProviderCapabilities {
  /** Most instruments in one request for the last price; 0 where the source knows its bars only. */
  readonly latestBatch: number;
  /**
   * Milliseconds between two questions for the last price of one instrument that the source puts up with
   * for long; where it is left out, every pace of ours will do.
   */
  readonly latestEveryMs?: number;
  /** Empty where the source has no bars. */
  readonly intervals: readonly Interval[];
  readonly search: boolean;
  readonly stream: boolean;
  /** True where its bars may be stored; what is simulated never is, lest it be taken for a market. */
  readonly storable: boolean;
}

export interface HistoryRequest {
  readonly instrument: InstrumentId;
  readonly interval: Interval;
  /** UTC seconds of the first bar wanted; null for all that the source has. A source may give more. */
  readonly since: number | null;
  readonly signal?: AbortSignal;
}

export type HistoryResult<Reason = ProviderReason> =
  | { readonly ok: true; readonly history: ProviderHistory }
  | { readonly ok: false; readonly error: ProviderError<Reason> };

export interface ProviderHistory {
  readonly bars: BarColumns & { readonly buffer: ArrayBuffer };
  /** Splits that the source reports within the bars, oldest first. */
  readonly splits: readonly Split[];
  /** As in {@link Quote.currency}. */
  readonly currency: string | null;
  /** Rows of the answer that were no bars. They are left out, never repaired. */
  readonly skippedRows: number;
  /** The first of them. */
  readonly skipped: readonly SkippedRow[];
}

/** `numerator` new shares for `denominator` old ones (4:1 is 4 and 1), from the session at `time` on. */
export interface Split {
  /** Session key, UTC seconds. */
  readonly time: number;
  readonly numerator: number;
  readonly denominator: number;
}

export interface LatestRequest {
  /** At most {@link ProviderCapabilities.latestBatch}. */
  readonly instruments: readonly InstrumentId[];
  /** UTC milliseconds. */
  readonly nowMs: number;
  readonly signal?: AbortSignal;
}

export type LatestResult =
  | {
      readonly ok: true;
      readonly quotes: readonly ProviderQuote[];
      /** Instruments for which the answer holds something that cannot be a price. */
      readonly refused: readonly InstrumentId[];
      /** Instruments that the source knows and has no trade of now: before the first one of a session. */
      readonly untraded?: readonly InstrumentId[];
    }
  | { readonly ok: false; readonly error: ProviderError };

/** What a source says; who asked adds the source and what the price is worth. */
export type ProviderQuote = Pick<
  Quote,
  | 'instrument'
  | 'price'
  | 'previousClose'
  | 'currency'
  | 'asOf'
  | 'session'
  | 'delayMinutes'
  | 'openBar'
>;

export interface SearchRequest {
  readonly text: string;
  readonly signal?: AbortSignal;
}

export type SearchResult =
  | { readonly ok: true; readonly instruments: readonly Instrument[] }
  | { readonly ok: false; readonly error: ProviderError };

export interface StreamListener {
  quoteReceived(quote: ProviderQuote): void;
}

export interface QuoteStream {
  /** The instruments that are wanted from now on; an empty list closes the connection. */
  watch(instruments: readonly InstrumentId[]): void;
  /**
   * Those whose price need not be asked for: something was heard of them lately, over the connection that is
   * open now. A connection alone says nothing, since a subscription can be refused or forgotten.
   */
  served(): ReadonlySet<InstrumentId>;
  dispose(): void;
}

/** Why there is no answer: the source's fault, or the file's where the source is a file. */
export type ProviderReason = ProviderFailure | FileError;

export interface ProviderError<Reason = ProviderReason> {
  readonly reason: Reason;
  readonly retry: RetryClass;
  /** Milliseconds that the source asks to be left alone; null where it says nothing. */
  readonly retryAfterMs: number | null;
  /** One line for the log and the data panel, without keys: `HTTP 503`, `no field lastPr`. */
  readonly detail: string;
  /** As in {@link ProviderHistory}, where rows were read at all. */
  readonly skippedRows: number;
  readonly skipped: readonly SkippedRow[];
}
