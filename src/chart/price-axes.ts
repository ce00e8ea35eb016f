import { type IChartApi, type ISeriesApi, PriceScaleMode } from 'lightweight-charts';
import { axisFormat, type AxisWriter, axisWriter } from './chart-options';
import type { ChartScale } from './chart-types';
import { logCounted, type ScaleRange, shifted } from './scale-drag';

/** The price axes: that of the plot, which can count in several ways, and those of the panes under it. */
export class PriceAxes {
  readonly #chart: IChartApi;
  readonly #series: ISeriesApi<'Custom'>;
  /** What the axis of the plot last fitted itself to. */
  #fitted: ScaleRange | null = null;
  #plotWriter: AxisWriter = axisWriter(String);

  constructor(chart: IChartApi, series: ISeriesApi<'Custom'>) {
    this.#chart = chart;
    this.#series = series;
  }

  /** @param plotRange - what the axis of the plot must show */
  start(plotRange: () => { readonly min: number; readonly max: number } | null): void {
    this.#series.applyOptions({
      autoscaleInfoProvider: () => {
        const range = plotRange();
        if (range === null) return null;
        this.#fitted = { from: range.min, to: range.max };
        return { priceRange: { minValue: range.min, maxValue: range.max } };
      },
    });
  }

  /** Height of a value of the plot's axis, from the top of the plot; NaN where there is none. */
  yOf(value: number): number {
    return this.#series.priceToCoordinate(value) ?? Number.NaN;
  }

  /** The inverse of {@link yOf}. */
  valueAt(y: number): number {
    return this.#series.coordinateToPrice(y) ?? Number.NaN;
  }

  /** A value as the plot's axis writes it. */
  label(value: number): string {
    return this.#plotWriter.label(value);
  }

  setPlotScale(kind: ChartScale['kind']): void {
    const mode = kind === 'log' ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal;
    this.#chart.priceScale('right', 0).applyOptions({ mode, autoScale: true });
  }

  /**
   * @param write - a value of the plot's axis as text
   * @param step - ticks stand no closer
   */
  setPlotFormat(write: (value: number) => string, step: number): void {
    this.#plotWriter = axisWriter(write);
    this.#series.applyOptions(axisFormat(this.#plotWriter, step));
  }

  /** Fits the axes that fit themselves to what is in view, after that changed without the library's doing. */
  refit(): void {
    this.#chart.panes().forEach((_, index) => {
      const scale = this.#chart.priceScale('right', index);
      const { autoScale, mode } = scale.options();
      // Naming the mode is what makes the library compute the ends again.
      if (autoScale) scale.applyOptions({ mode });
    });
  }

  toAutomatic(paneIndex: number): void {
    this.#chart.priceScale('right', paneIndex).setAutoScale(true);
  }

  /** Null while the axis of that pane fits itself to what it shows. */
  startDrag(paneIndex: number): ((dyPx: number) => void) | null {
    const scale = this.#chart.priceScale('right', paneIndex);
    const { autoScale, mode, scaleMargins } = scale.options();
    const range = autoScale ? null : scale.getVisibleRange();
    if (range === null) return null;
    const { height } = this.#chart.paneSize(paneIndex);
    const innerHeight = height * (1 - scaleMargins.top - scaleMargins.bottom);
    const counted = mode === PriceScaleMode.Logarithmic ? logCounted(range, this.#fitted) : range;
    return (dy) => scale.setVisibleRange(shifted(counted, dy / innerHeight));
  }
}
