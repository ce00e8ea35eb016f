import { CHART_INTERVALS, type ChartInterval } from '../../shared/domain/candle/interval';
import { RANGE_NAMES, type RangeName } from '../../shared/domain/chart/range-name';

/** Which of the toolbar's choices stand as buttons; the others are in menus. */
export interface ToolbarFit {
  readonly intervals: readonly ChartInterval[];
  readonly ranges: readonly RangeName[];
}

const USUAL_INTERVALS: readonly ChartInterval[] = ['1m', '5m', '1h', 'D', 'W'];
const USUAL_RANGES: readonly RangeName[] = ['1D', '1M', '1Y', 'All'];

/** From wide to narrow: the first that fits is taken. */
const STEPS: readonly (ToolbarFit & { readonly widthPx: number })[] = [
  { widthPx: 900, intervals: CHART_INTERVALS, ranges: RANGE_NAMES },
  { widthPx: 780, intervals: USUAL_INTERVALS, ranges: RANGE_NAMES },
  { widthPx: 620, intervals: USUAL_INTERVALS, ranges: USUAL_RANGES },
  { widthPx: 460, intervals: [], ranges: USUAL_RANGES },
];

/** @param widthPx - of the toolbar */
export function fitToolbar(widthPx: number): ToolbarFit {
  return STEPS.find((step) => widthPx >= step.widthPx) ?? { intervals: [], ranges: [] };
}
