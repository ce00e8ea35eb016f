import { allocateBars } from '../shared/domain/candle/bar-columns';
import type { ChartState } from './chart-state';
import type { ChartSurface } from './chart-surface';
import { PlotGeometry } from './plot-geometry';
import { PriceScales } from './price-scales';
import { AnnouncementLane } from './primitives/announcement-lane/announcement-lane';
import { placeMarkers } from './primitives/announcement-lane/marker-track';
import type { BookedComparison } from './primitives/comparisons/booked-comparison';
import {
  bandsBetween,
  type PlacedBand,
  placeBands,
  placeSeparators,
} from './primitives/time-bands/band-geometry';
import type { TickCandidate } from './primitives/time-axis/time-ticks';
import { SeriesWindow } from './series-window';
import { indexAtOrBefore } from './session-keys';
import { StudyBook } from './studies/study-book';
import { ViewportController } from './viewport-controller';

/** The series, what is laid over it, and how all that lies on the plot at this moment. */
export class ChartScene {
  readonly state: ChartState;
  readonly series: SeriesWindow;
  readonly viewport: ViewportController;
  readonly geometry: PlotGeometry;
  readonly scales: PriceScales;
  readonly studies = new StudyBook();
  readonly lane: AnnouncementLane;
  readonly #surface: ChartSurface;

  constructor(state: ChartState, surface: ChartSurface) {
    this.state = state;
    this.#surface = surface;
    this.series = new SeriesWindow(surface, allocateBars(0));
    this.viewport = new ViewportController(surface, this.series);
    this.geometry = new PlotGeometry(this.series, this.viewport);
    this.scales = new PriceScales(this.series, this.viewport, () => state.comparisons);
    this.lane = new AnnouncementLane({
      spacingPx: () => this.viewport.spacingPx,
      centreOf: (session) => this.series.centreOf(session),
      xOf: (position) => this.viewport.xOf(position),
      widthPx: () => this.viewport.widthPx,
    });
  }

  /** CSS pixels from the top of the plot; NaN where the axis has no such price. */
  yOfPrice(price: number): number {
    return this.#surface.axes.yOf(this.scales.ofSeries().toValue(price));
  }

  priceAt(y: number): number {
    return this.scales.ofSeries().toPrice(this.#surface.axes.valueAt(y));
  }

  yOfValue(value: number): number {
    return this.#surface.axes.yOf(value);
  }

  get plotHeightPx(): number {
    return this.#surface.panes.places()[0]?.height ?? 0;
  }

  /** A value of the plot's axis as the axis writes it. */
  axisText(value: number): string {
    return this.#surface.axes.label(value);
  }

  /** Those that are drawn: only percent can be compared. */
  comparisons(): readonly BookedComparison[] {
    return this.scales.kind === 'percent' ? this.state.comparisons : [];
  }

  /** Where keys point, else where another chart is pointed at; null: nowhere in view. */
  markedX(): number | null {
    const index = this.keyedIndex() ?? this.linkedIndex();
    if (index === null || this.state.picturing) return null;
    const x = this.geometry.xOf(this.geometry.centreOf(index));
    return x >= 0 && x <= this.geometry.widthPx ? x : null;
  }

  /** The close of the candle that keys point at; null where that is not in view. */
  keyedLevel(): { readonly price: number; readonly y: number } | null {
    const index = this.keyedIndex();
    const price = index === null ? undefined : this.series.candleAt(index)?.bar.close;
    if (price === undefined || this.markedX() === null) return null;
    return { price, y: this.yOfPrice(price) };
  }

  /** The bar that another chart points at: the last at or before that moment. */
  linkedIndex(): number | null {
    return this.#indexAt(this.state.linkedKey);
  }

  /** The bar that keys point at. */
  keyedIndex(): number | null {
    return this.#indexAt(this.state.keyedKey);
  }

  #indexAt(key: number | null): number | null {
    const index = key === null ? -1 : indexAtOrBefore(this.series.keys, key);
    return index < 0 ? null : index;
  }

  /** Lays the markers on the bars of their sessions, after either has changed. */
  placeMarkers(): void {
    this.lane.place(placeMarkers(this.state.markers, this.series.keys));
  }

  bands(): PlacedBand[] {
    const visible = this.viewport.visible();
    if (visible === null) return [];
    const near = bandsBetween(this.state.bands, visible.fromKey, visible.toKey);
    return placeBands(near, this.series.keys, this.geometry);
  }

  separators(): number[] {
    const visible = this.viewport.visible();
    if (visible === null) return [];
    return placeSeparators(
      this.state.separators,
      visible.fromKey,
      visible.toKey,
      this.series.keys,
      (position) => this.geometry.xOf(position),
    );
  }

  /** What the time axis stands under. */
  ticksInView(): { candles: TickCandidate[]; before: number | null } {
    const { candles, before } = this.series.candlesIn(this.viewport.view);
    const placed = candles.map(({ sessionKey, centre }) => ({
      sessionKey,
      x: this.viewport.xOf(centre),
    }));
    return { candles: placed, before };
  }
}
