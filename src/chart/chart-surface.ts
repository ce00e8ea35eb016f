import {
  createChart,
  type IChartApi,
  type IPaneApi,
  type IPanePrimitive,
  type IPriceLine,
  type IPriceScaleApi,
  type ISeriesApi,
  type ISeriesPrimitive,
  type Time,
} from 'lightweight-charts';
import type { CandleSource } from './candle-volume/candle-volume-renderer';
import { CandleVolumeSeries } from './candle-volume/candle-volume-series';
import {
  fixedOptions,
  formatOptions,
  priceLineOptions,
  SCALE_MARGINS,
  seriesOptions,
  themeOptions,
  TIME_AXIS_HEIGHT_PX,
} from './chart-options';
import type { ChartFormats, ChartPoint, ChartPriceLine, ChartTheme } from './chart-types';
import type { PointerZone } from './input/pointer-controller';
import type { CandleSink, HeldCandle } from './series-window';
import type { TimeScalePort } from './viewport-controller';

export interface SurfaceParts {
  readonly candles: CandleSource;
  /** Drawn in the pane of the candles. */
  plotPrimitives(): readonly IPanePrimitive<Time>[];
  /** Drawn in the pane under it. */
  lanePrimitive(): IPanePrimitive<Time>;
  /** Drawn on the time axis. */
  timeAxisPrimitive(): ISeriesPrimitive<Time>;
  readonly laneHeightPx: number;
  widthChanged(widthPx: number): void;
}

interface Opened {
  readonly chart: IChartApi;
  readonly series: ISeriesApi<'Custom'>;
  readonly primitives: readonly AttachedPrimitive[];
  readonly resizes: ResizeObserver;
  readonly listeners: AbortController;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface AttachedPrimitive {
  readonly pane: IPaneApi<Time>;
  readonly primitive: IPanePrimitive<Time>;
}

const SEPARATOR_PX = 1;

/** The library's chart: one series, a pane for the lane, and nothing that it moves by itself. */
export class ChartSurface implements CandleSink, TimeScalePort {
  readonly #host: HTMLElement;
  readonly #parts: SurfaceParts;
  #opened: Opened | null = null;
  #priceLine: IPriceLine | null = null;
  #size: Size = { width: 0, height: 0 };

  constructor(host: HTMLElement, parts: SurfaceParts) {
    this.#host = host;
    this.#parts = parts;
  }

  start(theme: ChartTheme, formats: ChartFormats): void {
    // Canvas text takes tabular figures only from the styles of its element.
    this.#host.style.fontVariantNumeric = 'tabular-nums';
    const size = this.#hostSize();
    this.#size = size;
    const chart = createChart(this.#host, fixedOptions(size));
    chart.applyOptions(themeOptions(theme));
    chart.applyOptions(formatOptions(formats));
    const series = chart.addCustomSeries(
      new CandleVolumeSeries(this.#parts.candles),
      seriesOptions(formats),
    ) as ISeriesApi<'Custom'>;
    const resizes = new ResizeObserver(() => this.#fit());
    const listeners = new AbortController();
    series.attachPrimitive(this.#parts.timeAxisPrimitive());
    const primitives = this.#attachPrimitives(series.getPane(), chart.addPane(true));
    this.#opened = { chart, series, primitives, resizes, listeners };
    this.#dividePanes(size.height);
    chart.timeScale().subscribeSizeChange((width) => this.#parts.widthChanged(width));
    this.#parts.widthChanged(chart.timeScale().width());
    resizes.observe(this.#host);
    document.fonts.addEventListener('loadingdone', () => this.#remeasureText(), {
      signal: listeners.signal,
    });
  }

  dispose(): void {
    const opened = this.#opened;
    if (opened === null) return;
    this.#opened = null;
    this.#priceLine = null;
    opened.listeners.abort();
    opened.resizes.disconnect();
    for (const { pane, primitive } of opened.primitives) pane.detachPrimitive(primitive);
    opened.chart.remove();
    this.#host.style.fontVariantNumeric = '';
  }

  setData(candles: HeldCandle[]): void {
    this.#library.series.setData(candles);
  }

  update(candle: HeldCandle): void {
    this.#library.series.update(candle);
  }

  setVisibleLogicalRange(range: { readonly from: number; readonly to: number }): void {
    this.#library.chart.timeScale().setVisibleLogicalRange(range);
  }

  keepRangeOnResize(keep: boolean): void {
    this.#library.chart.timeScale().applyOptions({ lockVisibleTimeRangeOnResize: keep });
  }

  setTheme(theme: ChartTheme): void {
    this.#library.chart.applyOptions(themeOptions(theme));
  }

  setFormats(formats: ChartFormats): void {
    this.#library.chart.applyOptions(formatOptions(formats));
    this.#library.series.applyOptions(seriesOptions(formats));
  }

  setPriceLine(line: ChartPriceLine | null, theme: ChartTheme): void {
    const { series } = this.#library;
    if (line === null) {
      if (this.#priceLine !== null) series.removePriceLine(this.#priceLine);
      this.#priceLine = null;
      return;
    }
    const options = priceLineOptions(line, theme);
    if (this.#priceLine === null) this.#priceLine = series.createPriceLine(options);
    else this.#priceLine.applyOptions(options);
  }

  /** Height of the pane of the candles. */
  get plotHeightPx(): number {
    return this.#library.chart.paneSize(0).height;
  }

  get laneTopPx(): number {
    return this.plotHeightPx + SEPARATOR_PX;
  }

  zoneAt({ x, y }: ChartPoint): PointerZone {
    const { clientHeight: height } = this.#host;
    const time = this.#library.chart.timeScale();
    if (x < 0 || y < 0 || y > height) return 'outside';
    if (x >= time.width()) return 'price-axis';
    return y < height - time.height() ? 'plot' : 'time-axis';
  }

  priceScaleToAutomatic(): void {
    this.#priceScale.setAutoScale(true);
  }

  /** Null while the price scale fits itself to the candles. */
  startPriceDrag(): ((dyPx: number) => void) | null {
    const scale = this.#priceScale;
    const range = scale.options().autoScale ? null : scale.getVisibleRange();
    if (range === null) return null;
    const innerHeight = this.plotHeightPx * (1 - SCALE_MARGINS.top - SCALE_MARGINS.bottom);
    const perPixel = (range.to - range.from) / innerHeight;
    return (dy) => {
      scale.setVisibleRange({ from: range.from + dy * perPixel, to: range.to + dy * perPixel });
    };
  }

  get #library(): Opened {
    if (this.#opened === null)
      throw new Error('the chart is used before start() or after dispose()');
    return this.#opened;
  }

  get #priceScale(): IPriceScaleApi {
    return this.#library.chart.priceScale('right');
  }

  #attachPrimitives(plot: IPaneApi<Time>, lane: IPaneApi<Time>): AttachedPrimitive[] {
    const primitives = [
      ...this.#parts.plotPrimitives().map((primitive) => ({ pane: plot, primitive })),
      { pane: lane, primitive: this.#parts.lanePrimitive() },
    ];
    for (const { pane, primitive } of primitives) pane.attachPrimitive(primitive);
    return primitives;
  }

  #fit(): void {
    const size = this.#hostSize();
    const unchanged = size.width === this.#size.width && size.height === this.#size.height;
    if (unchanged || size.width === 0 || size.height === 0) return;
    this.#size = size;
    this.#dividePanes(size.height);
    // At once: an observer runs before the frame is shown, so no frame shows the old size.
    this.#library.chart.resize(size.width, size.height, true);
  }

  /** In even numbers: the library makes them even, but then takes the odd ones for a change. */
  #hostSize(): Size {
    const { clientWidth, clientHeight } = this.#host;
    return { width: clientWidth - (clientWidth % 2), height: clientHeight - (clientHeight % 2) };
  }

  /** The library divides the height by shares; these shares give the lane its fixed height. */
  #dividePanes(height: number): void {
    const { laneHeightPx } = this.#parts;
    const plot = height - TIME_AXIS_HEIGHT_PX - SEPARATOR_PX - laneHeightPx;
    const [plotPane, lanePane] = this.#library.chart.panes();
    plotPane?.setStretchFactor(Math.max(plot, laneHeightPx));
    lanePane?.setStretchFactor(laneHeightPx);
  }

  /** The library keeps the widths of texts by the name of the font; another name makes it measure again. */
  #remeasureText(): void {
    const { chart } = this.#library;
    const { fontFamily } = chart.options().layout;
    const renamed = fontFamily.endsWith(' ') ? fontFamily.trimEnd() : `${fontFamily} `;
    chart.applyOptions({ layout: { fontFamily: renamed } });
  }
}
