import type { BookedComparison } from './primitives/comparisons/booked-comparison';
import type { ChartStyle } from './chart-types';
import { Extremes } from './extremes';
import type { PlotGeometry } from './plot-geometry';
import type { PriceScales } from './price-scales';
import type { SeriesWindow } from './series-window';
import { PRICE_PANE, type StudyBook } from './studies/study-book';
import { addStudy } from './studies/study-range';

export interface PlotRangeSource {
  readonly series: SeriesWindow;
  readonly geometry: PlotGeometry;
  readonly scales: PriceScales;
  readonly studies: StudyBook;
  style(): ChartStyle;
  comparisons(): readonly BookedComparison[];
}

/** What the price axis of the plot must show: the candles in view and what is scaled with them. */
export function plotRange(
  source: PlotRangeSource,
): { readonly min: number; readonly max: number } | null {
  const extremes = new Extremes();
  const { geometry, scales } = source;
  addCandles(extremes, source);
  const scale = scales.ofSeries();
  for (const booked of source.studies.inPane(PRICE_PANE)) {
    if (booked.study.scales) addStudy(extremes, booked, geometry, (value) => scale.toValue(value));
  }
  if (scales.kind === 'percent') {
    const { from, to } = geometry.buckets();
    for (const compared of source.comparisons()) {
      const own = scales.ofComparison(compared);
      const { closes } = compared;
      for (let bucket = from; bucket < to; bucket++) {
        extremes.add(own.toValue(closes.at(geometry.lastSessionOf(bucket))));
      }
    }
  }
  return extremes.range();
}

function addCandles(
  extremes: Extremes,
  { series, geometry, scales, style }: PlotRangeSource,
): void {
  const { columns, length } = series.drawn;
  const scale = scales.ofSeries();
  const onlyCloses = style() === 'line' || style() === 'area';
  const [lows, highs] = onlyCloses ? [columns.close, columns.close] : [columns.low, columns.high];
  const { from, to } = geometry.buckets();
  for (let bucket = from; bucket < Math.min(to, length); bucket++) {
    extremes.add(scale.toValue(lows[bucket] as number));
    extremes.add(scale.toValue(highs[bucket] as number));
  }
}
