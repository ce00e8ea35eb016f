import { allocateBars, type BarColumns, subBars } from './bar-columns';

/** The columns that several bars as one have; an adjusted close is none of them. */
export const BUCKET_COLUMN_NAMES = ['time', 'open', 'high', 'low', 'close', 'volume'] as const;
export type BucketColumns = {
  readonly [Name in (typeof BUCKET_COLUMN_NAMES)[number]]: Float64Array;
};

/** Bars of one level of detail that make one bar of the next coarser one. */
export const LEVEL_FACTOR = 4;
/** Up to here a series is drawn whole so fast that nothing need go ahead of it. */
export const LONG_SERIES_BARS = 100_000;
/** An overview has no more buckets: several screens of them, and yet a small message. */
export const MOST_OVERVIEW_BUCKETS = 16_384;

/**
 * Writes the bars `from` (included) to `to` (excluded) of `source` as one bar at `index` of `target`:
 * time and open of the first, close of the last, highest high, lowest low, sum of the volumes.
 */
export function mergeBucket(
  target: BucketColumns,
  index: number,
  source: BucketColumns,
  from: number,
  to: number,
): void {
  let highest = source.high[from] as number;
  let lowest = source.low[from] as number;
  let sum = source.volume[from] as number;
  for (let i = from + 1; i < to; i++) {
    const high = source.high[i] as number;
    const low = source.low[i] as number;
    if (high > highest) highest = high;
    if (low < lowest) lowest = low;
    sum += source.volume[i] as number;
  }
  target.time[index] = source.time[from] as number;
  target.open[index] = source.open[from] as number;
  target.high[index] = highest;
  target.low[index] = lowest;
  target.close[index] = source.close[to - 1] as number;
  target.volume[index] = sum;
}

/** Every `stride` bars as one, counted from the first; the last may cover fewer. No adjusted closes. */
export function bucketsOf(
  bars: BarColumns,
  stride: number,
): BarColumns & { readonly buffer: ArrayBuffer } {
  const buckets = allocateBars(Math.ceil(bars.length / stride));
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    const from = bucket * stride;
    mergeBucket(buckets, bucket, bars, from, Math.min(bars.length, from + stride));
  }
  buckets.adjustedClose.fill(NaN);
  return buckets;
}

/**
 * The buckets of a series that goes on: what {@link bucketsOf} would make of all its bars.
 *
 * @param covered - bars that `buckets` cover; the last bucket is filled up first
 */
export function extendBuckets(
  buckets: BarColumns,
  stride: number,
  covered: number,
  newer: BarColumns,
): BarColumns & { readonly buffer: ArrayBuffer } {
  const missing = Math.min(newer.length, buckets.length * stride - covered);
  const rest = bucketsOf(subBars(newer, missing, newer.length), stride);
  const extended = allocateBars(buckets.length + rest.length);
  for (const name of BUCKET_COLUMN_NAMES) {
    extended[name].set(buckets[name]);
    extended[name].set(rest[name], buckets.length);
  }
  extended.adjustedClose.fill(NaN);
  if (missing > 0) fillLast(extended, buckets.length - 1, newer, missing);
  return extended;
}

/** The smallest stride at which so many bars make no more than {@link MOST_OVERVIEW_BUCKETS}. */
export function overviewStride(bars: number): number {
  let stride = 1;
  while (Math.ceil(bars / stride) > MOST_OVERVIEW_BUCKETS) stride *= LEVEL_FACTOR;
  return stride;
}

function fillLast(buckets: BarColumns, last: number, newer: BarColumns, count: number): void {
  const both = allocateBars(1 + count);
  for (const name of BUCKET_COLUMN_NAMES) {
    both[name][0] = buckets[name][last] as number;
    both[name].set(newer[name].subarray(0, count), 1);
  }
  mergeBucket(buckets, last, both, 0, both.length);
}
