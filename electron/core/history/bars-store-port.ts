import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { Split } from '../market/market-data-provider-port';

/** Orders to whoever stores bars. Answered by `HistoryRefreshService.barsStored`. */
export interface BarsStore {
  storeBars(fetched: FetchedBars): void;
}

/** Bars as a source gave them; whoever stores them checks them first. */
export interface FetchedBars {
  readonly instrument: InstrumentId;
  readonly interval: Interval;
  readonly source: MarketSource;
  /** Packed columns, see `viewPackedBars`. */
  readonly buffer: ArrayBuffer;
  readonly splits: readonly Split[];
  /** As in `Quote.currency`. */
  readonly currency: string | null;
  /** As in `ProviderHistory.skippedRows`. */
  readonly skippedRows: number;
  /** True where they are all that the source has, and not only the newest. */
  readonly isWhole: boolean;
}

/** What is stored of one series. */
export interface KnownSeries {
  readonly instrument: InstrumentId;
  readonly interval: Interval;
  readonly source: MarketSource;
  /** UTC seconds of the last bar. */
  readonly lastTime: number;
  /** UTC milliseconds at which the source last gave all that it has; null where it never did. */
  readonly wholeAt: number | null;
}

/**
 * `kept`: nothing was written, because the user imported the stored bars by hand; `refused`: nothing
 * was written, the bars contradict themselves, or are another source's and contradict the stored ones;
 * `void`: a split or a dividend since then, another currency, or bars that do not meet the stored ones:
 * nothing was written, the whole series is wanted.
 */
export type StoreOutcome = 'stored' | 'refused' | 'void' | 'kept';

export interface StoredBars extends KnownSeries {
  readonly outcome: StoreOutcome;
}
