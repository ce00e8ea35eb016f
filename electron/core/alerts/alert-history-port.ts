import type { BarColumns } from '../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { Split } from '../market/market-data-provider-port';

/** Bars of the past that rules need: of a time that was missed, and for indicators. */
export interface AlertHistory {
  /**
   * @param since - UTC seconds of the first bar wanted
   * @returns null where no source answers. Prices are in the shares of today. Never throws.
   */
  bars(instrument: InstrumentId, interval: Interval, since: number): Promise<AlertBars | null>;
}

export interface AlertBars {
  readonly bars: BarColumns;
  /** Oldest first. */
  readonly splits: readonly Split[];
  readonly source: MarketSource;
}
