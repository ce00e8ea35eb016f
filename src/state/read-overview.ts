import { viewPackedBars } from '../shared/domain/candle/bar-columns';
import type { SeriesOverview } from '../shared/domain/candle/series-overview';
import type { OverviewAnswer } from '../shared/ipc/data-port';

export function readOverview(answer: OverviewAnswer): SeriesOverview {
  const { length, stride, buckets, newest } = answer;
  return { length, stride, buckets: viewPackedBars(buckets), newest: viewPackedBars(newest) };
}
