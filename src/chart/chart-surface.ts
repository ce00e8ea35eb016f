import {
  createChart,
  type IChartApi,
  type IPaneApi,
  type IPanePrimitive,
  type ISeriesApi,
  type ISeriesPrimitive,
  type Time,
} from 'lightweight-charts';
import type { CandleSource } from './candle-volume/candle-volume-renderer';
import { CandleVolumeSeries } from './candle-volume/candle-volume-series';
import { fixedOptions, formatOptions, themeOptions, TIME_AXIS_HEIGHT_PX } from './chart-options';
import type { ChartFormats, ChartPoint, ChartTheme } from './chart-types';
import type { PointerZone } from './input/pointer-controller';
import { type PanePlace, PaneStack, type PaneStackParts } from './panes/pane-stack';
import { PriceAxes } from './price-axes';
import type { CandleSink, HeldCandle } from './series-window';
import type { TimeScalePort } from './viewport-controller';

export interface SurfaceParts extends PaneStackParts {
  readonly candles: CandleSource;
  /** Least and greatest value that the price axis of the plot must show. */
  plotRange(): { readonly min: number; readonly max: number } | null;
  /** Drawn in the pane of the candles, behind them. */
  plotPrimitives(): readonly IPanePrimitive<Time>[];
  /** Drawn there over the candles, and on the axes. */
  seriesPrimitives(): readonly ISeriesPrimitive<Time>[];
  /** Drawn in the pane under all others. */
  lanePrimitives(): readonly IPanePrimitive<Time>[];
  widthChanged(widthPx: number): void;
}

interface Opened {
  readonly chart: IChartApi;
  readonly series: ISeriesApi<'Custom'>;
  readonly axes: PriceAxes;
  readonly panes: PaneStack;
  readonly attached: readonly AttachedPrimitive[];
  readonly over: readonly ISeriesPrimitive<Time>[];
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

/** The library's chart: one series, a pane for the lane, and nothing that it moves by itself. */
export class ChartSurface implements CandleSink, TimeScalePort {
  readonly #host: HTMLElement;
  readonly #parts: SurfaceParts;
  #opened: Opened | null = null;
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
    // Its rows and cells hold canvases alone: what they show is told elsewhere.
    chart.chartElement().querySelector('table')?.setAttribute('aria-hidden', 'true');
    chart.applyOptions(themeOptions(theme));
    chart.applyOptions(formatOptions(formats));
    const series = chart.addCustomSeries(
      new CandleVolumeSeries(this.#parts.candles),
    ) as ISeriesApi<'Custom'>;
    const over = this.#parts.seriesPrimitives();
    for (const primitive of over) series.attachPrimitive(primitive);
    const axes = new PriceAxes(chart, series);
    axes.start(() => this.#parts.plotRange());
    const attached = this.#attachPrimitives(series.getPane(), chart.addPane(true));
    const panes = new PaneStack(chart, this.#parts);
    const resizes = new ResizeObserver(() => this.#fit());
    const listeners = new AbortController();
    this.#opened = { chart, series, axes, panes, attached, over, resizes, listeners };
    panes.divide(size.height - TIME_AXIS_HEIGHT_PX);
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
    opened.listeners.abort();
    opened.resizes.disconnect();
    opened.panes.dispose();
    for (const { pane, primitive } of opened.attached) pane.detachPrimitive(primitive);
    for (const primitive of opened.over) opened.series.detachPrimitive(primitive);
    opened.chart.remove();
    this.#host.style.fontVariantNumeric = '';
  }

  get axes(): PriceAxes {
    return this.#library.axes;
  }

  get panes(): PaneStack {
    return this.#library.panes;
  }

  setData(candles: HeldCandle[]): void {
    this.#library.series.setData(candles);
    this.#library.panes.hold(candles);
  }

  update(candle: HeldCandle): void {
    this.#library.series.update(candle);
    this.#library.panes.advance(candle);
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
  }

  takePicture(): HTMLCanvasElement {
    return this.#library.chart.takeScreenshot();
  }

  get laneTopPx(): number {
    return this.panes.places().at(-1)?.top ?? 0;
  }

  /** The pane under a height; null on a line between two and on the time axis. */
  paneAt(y: number): PanePlace | null {
    const inside = ({ top, height }: PanePlace): boolean => y >= top && y < top + height;
    return this.panes.places().find(inside) ?? null;
  }

  zoneAt({ x, y }: ChartPoint): PointerZone {
    const { clientHeight: height } = this.#host;
    const time = this.#library.chart.timeScale();
    if (x < 0 || y < 0 || y > height) return 'outside';
    if (x >= time.width()) return 'price-axis';
    return y < height - time.height() ? 'plot' : 'time-axis';
  }

  get #library(): Opened {
    if (this.#opened === null)
      throw new Error('the chart is used before start() or after dispose()');
    return this.#opened;
  }

  #attachPrimitives(plot: IPaneApi<Time>, lane: IPaneApi<Time>): AttachedPrimitive[] {
    const primitives = [
      ...this.#parts.plotPrimitives().map((primitive) => ({ pane: plot, primitive })),
      ...this.#parts.lanePrimitives().map((primitive) => ({ pane: lane, primitive })),
    ];
    for (const { pane, primitive } of primitives) pane.attachPrimitive(primitive);
    return primitives;
  }

  #fit(): void {
    const size = this.#hostSize();
    const unchanged = size.width === this.#size.width && size.height === this.#size.height;
    if (unchanged || size.width === 0 || size.height === 0) return;
    this.#size = size;
    this.panes.divide(size.height - TIME_AXIS_HEIGHT_PX);
    // At once: an observer runs before the frame is shown, so no frame shows the old size.
    this.#library.chart.resize(size.width, size.height, true);
  }

  /** In even numbers: the library makes them even, but then takes the odd ones for a change. */
  #hostSize(): Size {
    const { clientWidth, clientHeight } = this.#host;
    return { width: clientWidth - (clientWidth % 2), height: clientHeight - (clientHeight % 2) };
  }

  /** The library keeps the widths of texts by the name of the font; another name makes it measure again. */
  #remeasureText(): void {
    const { chart } = this.#library;
    const { fontFamily } = chart.options().layout;
    const renamed = fontFamily.endsWith(' ') ? fontFamily.trimEnd() : `${fontFamily} `;
    chart.applyOptions({ layout: { fontFamily: renamed } });
  }
}
