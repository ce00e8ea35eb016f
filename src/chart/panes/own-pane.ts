import {
  type AutoscaleInfo,
  type IChartApi,
  type IPanePrimitive,
  type ISeriesApi,
  LineSeries,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts';
import { axisFormat, axisWriter } from '../chart-options';
import type { PaintedPrimitive } from '../painted-primitive';

/** What one pane shows; read anew at every frame. */
export interface OwnPaneContent {
  /** Ends of the axis; null: nothing is in view. */
  range(): { readonly min: number; readonly max: number } | null;
  format(value: number): string;
  /** Draws the plots; its values become heights by `valueToY`. */
  plots(valueToY: (value: number) => number): PaintedPrimitive;
  /** Drawn behind them. */
  backdrop(): readonly IPanePrimitive<Time>[];
}

const MARGINS = { top: 0.1, bottom: 0.1 };
/** Steps of an axis whose values may be of any size. */
const STEP = 1e-6;

/**
 * A pane under the plot. Its series has one point and draws nothing: it brings the price axis, whose
 * ends come from the content, and carries the primitive that draws. So the library holds nothing for
 * a study, and a new window of bars costs the same with it.
 */
export class OwnPane {
  readonly key: string;
  readonly #chart: IChartApi;
  readonly #series: ISeriesApi<'Line'>;
  readonly #plots: PaintedPrimitive;
  readonly #backdrop: readonly IPanePrimitive<Time>[];

  constructor(chart: IChartApi, key: string, paneIndex: number, content: OwnPaneContent) {
    this.key = key;
    this.#chart = chart;
    this.#series = chart.addSeries(
      LineSeries,
      {
        lineVisible: false,
        lastValueVisible: false,
        priceLineVisible: false,
        crosshairMarkerVisible: false,
        autoscaleInfoProvider: () => autoscaleOf(content),
      },
      paneIndex,
    );
    this.#series.applyOptions(
      axisFormat(
        axisWriter((value) => content.format(value)),
        STEP,
      ),
    );
    this.#series.priceScale().applyOptions({ scaleMargins: MARGINS });
    this.#plots = content.plots((value) => this.#series.priceToCoordinate(value) ?? Number.NaN);
    this.#series.attachPrimitive(this.#plots);
    this.#backdrop = content.backdrop();
    for (const primitive of this.#backdrop) this.#series.getPane().attachPrimitive(primitive);
  }

  /** Up to a place above its own, step by step: to move at once it would have to be painted before. */
  moveUpTo(paneIndex: number): void {
    for (let at = this.#series.getPane().paneIndex(); at > paneIndex; at--) {
      this.#chart.swapPanes(at, at - 1);
    }
  }

  /** The newest bar that the library holds: at or behind it the axis finds its point. */
  anchorAt(time: UTCTimestamp | null): void {
    this.#series.setData(time === null ? [] : [{ time, value: 0 }]);
  }

  advanceTo(time: UTCTimestamp): void {
    this.#series.update({ time, value: 0 });
  }

  /** The pane goes with its only series. */
  remove(): void {
    const pane = this.#series.getPane();
    for (const primitive of this.#backdrop) pane.detachPrimitive(primitive);
    this.#series.detachPrimitive(this.#plots);
    this.#chart.removeSeries(this.#series);
  }
}

function autoscaleOf(content: OwnPaneContent): AutoscaleInfo | null {
  const range = content.range();
  if (range === null) return null;
  return { priceRange: { minValue: range.min, maxValue: range.max } };
}
