import { CHART_INTERVALS, type ChartInterval } from '../../shared/domain/candle/interval';
import { RANGE_NAMES, type RangeName } from '../../shared/domain/chart/range-name';

/** From wide to narrow: the first that fits is taken. What has no button is in a menu. */
type Steps<Choice> = readonly { readonly widthPx: number; readonly inline: readonly Choice[] }[];

const INTERVALS: Steps<ChartInterval> = [
  { widthPx: 860, inline: CHART_INTERVALS },
  { widthPx: 560, inline: ['1m', '5m', '1h', 'D', 'W'] },
];

const RANGES: Steps<RangeName> = [
  { widthPx: 520, inline: RANGE_NAMES },
  { widthPx: 380, inline: ['1D', '1M', '1Y', 'All'] },
];

/** @param widthPx - of the row in which they stand */
export const fitIntervals = (widthPx: number): readonly ChartInterval[] => fit(INTERVALS, widthPx);

/** @param widthPx - of the row in which they stand */
export const fitRanges = (widthPx: number): readonly RangeName[] => fit(RANGES, widthPx);

function fit<Choice>(steps: Steps<Choice>, widthPx: number): readonly Choice[] {
  return steps.find((step) => widthPx >= step.widthPx)?.inline ?? [];
}
