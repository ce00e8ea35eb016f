import type { BarColumns } from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { FileError, SkippedRow } from '../../../src/shared/domain/market/market-status';
import type { MarketSource, Quote } from '../../../src/shared/domain/quote/quote';

/**
 * A source of bars and quotes. Everything that differs from one source to the next (spelling of
 * symbols, units, shape of the answers, what went wrong) stays behind it; what comes out has been
 * checked and is in the units of {@link BarColumns} and {@link Quote}.
 *
 * Expected failures are values. What a method throws is a fault of the program.
 */
export interface MarketDataProvider {
  readonly id: MarketSource;
  readonly capabilities: ProviderCapabilities;

  /** All daily bars of finished sessions, oldest first. */
  history(instrument: InstrumentId): Promise<HistoryResult>;

  /**
   * The last known prices. Instruments that the source does not have are left out. Empty from a
   * source without {@link ProviderCapabilities.latest}: then the last bar is the last price.
   *
   * @param nowMs - UTC milliseconds
   */
  latest(instruments: readonly InstrumentId[], nowMs: number): Promise<readonly Quote[]>;
}

export interface ProviderCapabilities {
  /** True where the source knows more than its finished bars. */
  readonly latest: boolean;
  /** True where its bars may be stored; what is simulated never is, lest it be taken for a market. */
  readonly storable: boolean;
}

export type HistoryResult =
  | { readonly ok: true; readonly history: ProviderHistory }
  | { readonly ok: false; readonly error: ProviderError };

export interface ProviderHistory {
  readonly bars: BarColumns & { readonly buffer: ArrayBuffer };
  /** Rows of the answer that were no bars. They are left out, never repaired. */
  readonly skippedRows: number;
  /** The first of them. */
  readonly skipped: readonly SkippedRow[];
}

export interface ProviderError {
  readonly reason: FileError;
  /** `never`: asking again is useless as long as the source is as it is; `later`: it may pass by itself. */
  readonly retry: 'never' | 'later';
  /** As in {@link ProviderHistory}, where rows were read at all. */
  readonly skippedRows: number;
  readonly skipped: readonly SkippedRow[];
}
