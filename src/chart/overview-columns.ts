import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
} from '../shared/domain/candle/bar-columns';
import type { SeriesOverview } from '../shared/domain/candle/series-overview';

/**
 * Bars of the whole length as far as an overview knows them: the newest as they are, of those before
 * only the times, spread evenly over each bucket, so that a date has its place. Their prices are zero
 * and must not be shown.
 */
export function columnsOfOverview({ length, stride, buckets, newest }: SeriesOverview): BarColumns {
  const bars = allocateBars(length);
  const newestFrom = length - newest.length;
  for (let bucket = 0; bucket * stride < newestFrom; bucket++) {
    const from = bucket * stride;
    const to = Math.min(newestFrom, from + stride);
    const time = buckets.time[bucket] as number;
    const next = to === newestFrom ? newest.time[0] : buckets.time[bucket + 1];
    const step = ((next as number) - time) / (to - from);
    for (let index = from; index < to; index++) bars.time[index] = time + (index - from) * step;
  }
  for (const name of BAR_COLUMN_NAMES) bars[name].set(newest[name], newestFrom);
  return bars;
}
