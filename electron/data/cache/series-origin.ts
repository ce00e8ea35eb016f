import type { SeriesFindings } from '../../../src/shared/domain/candle/series-findings';
import type { FileReport } from '../../../src/shared/domain/market/market-status';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';

/** Where the bars of a series came from. */
export interface SeriesOrigin {
  readonly source: MarketSource;
  /** UTC milliseconds. */
  readonly importedAt: number;
  /** Changes when the file changes; see `BarsFile`. */
  readonly fingerprint: string;
  /** What reading the file found, kept because an unchanged file is not read again; null without a file. */
  readonly report: FileReport | null;
  /** As in `Quote.currency`; left out or null where the source states none. */
  readonly currency?: string | null;
  /** What checking the bars found; left out or null where they were not checked. */
  readonly findings?: SeriesFindings | null;
  /** UTC milliseconds at which the source last gave all that it has; left out or null where it never did. */
  readonly wholeAt?: number | null;
}
