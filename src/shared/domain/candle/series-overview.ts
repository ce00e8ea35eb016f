import type { BarColumns } from './bar-columns';

/**
 * What a long series looks like, for the time until all of it is there: every `stride` bars as one
 * over its whole length (see `bucketsOf`), and the newest bars as they are.
 */
export interface SeriesOverview {
  /** Number of bars of the whole series. */
  readonly length: number;
  /** Bars in one bucket, a power of `LEVEL_FACTOR`. */
  readonly stride: number;
  readonly buckets: BarColumns;
  /** The last bars of the series; at least one. */
  readonly newest: BarColumns;
}
