import { type Distributions, normalP } from '../distributions';
import type { MeasuredEvent } from '../event-measure';
import { undefinedStatistic } from './cross-section';
import type { Statistic } from './panel-measure';

/** Mean part of an event's residuals that is positive: what chance would give its abnormal return. */
export function positiveShare(events: readonly MeasuredEvent[]): number {
  let shares = 0;
  for (const { residuals } of events) {
    let positive = 0;
    for (let index = 0; index < residuals.length; index++) {
      if ((residuals[index] as number) > 0) positive++;
    }
    shares += positive / residuals.length;
  }
  return shares / events.length;
}

/** (positive - N share) / sqrt(N share (1 - share)). */
export function generalisedSign(
  values: Float64Array,
  share: number,
  distributions: Distributions,
): Statistic {
  if (values.length === 0) return undefinedStatistic('no-event');
  const variance = values.length * share * (1 - share);
  if (!(variance > 0)) return undefinedStatistic('no-spread');
  let positive = 0;
  for (const value of values) if (value > 0) positive++;
  const z = (positive - values.length * share) / Math.sqrt(variance);
  return { value: z, p: normalP(distributions, z) };
}
