import { allocateBars, type Bar, type BarColumns } from '../shared/domain/candle/bar-columns';
import type { SeriesOverview } from '../shared/domain/candle/series-overview';
import { FONT_PX } from './chart-options';
import { ChartSurface } from './chart-surface';
import type {
  ChartControllerOptions,
  ChartEvents,
  ChartFormats,
  ChartHighlight,
  ChartMarker,
  ChartPoint,
  ChartPriceLine,
  ChartTheme,
  HoveredBar,
  KeyRange,
  MarkerGroup,
  VisibleRange,
} from './chart-types';
import { HoverController } from './hover-controller';
import { KeyController } from './input/key-controller';
import { PointerController, type PointerTarget } from './input/pointer-controller';
import { AnnouncementLane } from './primitives/announcement-lane/announcement-lane';
import {
  AnnouncementLanePrimitive,
  LANE_HEIGHT_PX,
} from './primitives/announcement-lane/announcement-lane-primitive';
import { placeMarkers } from './primitives/announcement-lane/marker-track';
import { EventHighlightPrimitive } from './primitives/event-highlight/event-highlight-primitive';
import { locateHighlight } from './primitives/event-highlight/highlight-geometry';
import { PaintSignalPrimitive } from './primitives/paint-signal/paint-signal-primitive';
import { TimeAxisPrimitive } from './primitives/time-axis/time-axis-primitive';
import type { TickCandidate } from './primitives/time-axis/time-ticks';
import { WatermarkPrimitive } from './primitives/watermark/watermark-primitive';
import { SeriesWindow } from './series-window';
import { ViewportController } from './viewport-controller';

/**
 * The candlestick chart of one host element: draws, pans, zooms and says what the user points at.
 * Holds the whole series; the charting library gets only what is near the view.
 *
 * The host must have a size from CSS; the chart follows it. With a `tabindex` it takes keys: arrows
 * pan (with shift by half a screen), `+` and `-` zoom, `Home` and `End` go to the ends, `0` resets.
 *
 * `start()` before anything else, `dispose()` at the end; the rest in any order between them.
 */
export class ChartController {
  readonly #host: HTMLElement;
  readonly #events: ChartEvents;
  readonly #surface: ChartSurface;
  readonly #series: SeriesWindow;
  readonly #viewport: ViewportController;
  readonly #lane: AnnouncementLane;
  readonly #hover: HoverController;
  readonly #signal = new PaintSignalPrimitive(() => this.#afterPaint());
  readonly #pointer: PointerController;
  readonly #keys: KeyController;
  #theme: ChartTheme;
  #formats: ChartFormats;
  #watermark: string | null;
  #markers: readonly ChartMarker[] = [];
  #highlight: ChartHighlight | null = null;
  #priceLine: ChartPriceLine | null = null;
  /** Undefined: to be reported anew, whatever it is. */
  #reportedRange: VisibleRange | null | undefined;
  /** Sessions that began since the last hand-over of live bars. */
  #appended = 0;
  #liveFrame: number | null = null;
  #widthChanged = false;

  constructor(host: HTMLElement, { theme, formats, events, watermark }: ChartControllerOptions) {
    this.#host = host;
    this.#events = events;
    this.#theme = theme;
    this.#formats = formats;
    this.#watermark = watermark;
    this.#surface = this.#makeSurface();
    this.#series = new SeriesWindow(this.#surface, allocateBars(0));
    this.#viewport = new ViewportController(this.#surface, this.#series);
    this.#lane = new AnnouncementLane({
      spacingPx: () => this.#viewport.spacingPx,
      centreOf: (session) => this.#series.centreOf(session),
      xOf: (position) => this.#viewport.xOf(position),
      widthPx: () => this.#viewport.widthPx,
    });
    this.#hover = this.#makeHover();
    this.#pointer = new PointerController(host, this.#pointerTarget());
    this.#keys = new KeyController(host, this);
  }

  start(): void {
    this.#surface.start(this.#theme, this.#formats);
    this.#pointer.start();
    this.#keys.start();
  }

  dispose(): void {
    if (this.#liveFrame !== null) cancelAnimationFrame(this.#liveFrame);
    this.#liveFrame = null;
    this.#pointer.dispose();
    this.#keys.dispose();
    this.#surface.dispose();
    this.#host.style.cursor = '';
  }

  /**
   * Replaces the series. The columns are read, never written, and must not change afterwards.
   * @param view - what to show; null or left out: the last 120 sessions
   */
  setSeries(bars: BarColumns, view: KeyRange | null = null): void {
    this.#series.replace(bars);
    this.#seriesChanged();
    this.#startAt(view);
  }

  /**
   * Replaces the series by what is known of it so far, for {@link completeSeries} to follow. Live bars
   * are ignored until then, and markers stand only where the bar of their session is known.
   * @param view - as for {@link setSeries}
   */
  setOverview(overview: SeriesOverview, view: KeyRange | null = null): void {
    this.#series.showOverview(overview);
    this.#seriesChanged();
    this.#startAt(view);
  }

  /** The whole of the series that {@link setOverview} showed; nothing moves. */
  completeSeries(bars: BarColumns): void {
    this.#series.replace(bars);
    this.#seriesChanged();
    this.#viewport.refresh();
    this.#signal.repaint();
  }

  /**
   * The newest bar changed (same `time`) or a newer one began; bars older than the newest are
   * ignored. Cheap at any rate and length: the chart takes what is newest once a frame.
   */
  updateLastBar(bar: Bar): void {
    const result = this.#series.patchNewest(bar);
    if (result === 'ignored') return;
    if (result === 'appended') this.#appended += 1;
    this.#liveFrame ??= requestAnimationFrame(() => this.#flushLive());
  }

  /** Replaces the markers, in any order. Markers without a bar of their own session are not drawn. */
  setMarkers(markers: readonly ChartMarker[]): void {
    this.#markers = markers;
    this.#lane.place(placeMarkers(markers, this.#series.keys));
    this.#signal.repaint();
  }

  /** Number of markers that have a bar of their own session. */
  get placedMarkers(): number {
    return this.#lane.placedCount;
  }

  setHighlight(highlight: ChartHighlight | null): void {
    this.#highlight = highlight;
    this.#lane.select(highlight?.sessionKey ?? null);
    this.#signal.repaint();
  }

  setPriceLine(line: ChartPriceLine | null): void {
    this.#priceLine = line;
    this.#surface.setPriceLine(line, this.#theme);
  }

  setTheme(theme: ChartTheme): void {
    this.#theme = theme;
    this.#surface.setTheme(theme);
    this.#surface.setPriceLine(this.#priceLine, theme);
  }

  setFormats(formats: ChartFormats): void {
    this.#formats = formats;
    this.#surface.setFormats(formats);
  }

  setWatermark(text: string | null): void {
    this.#watermark = text;
    this.#signal.repaint();
  }

  /** Both ends are included. Where no bar lies in the range, the bars around it are shown. */
  showRange(fromKey: number, toKey: number): void {
    this.#viewport.showKeys({ fromKey, toKey });
  }

  /** Centres the session, or the nearest one before it, and keeps the zoom. */
  scrollTo(sessionKey: number): void {
    this.#viewport.centreOn(sessionKey);
  }

  /** Newest bars at the right edge, zoom kept. */
  scrollToNewest(): void {
    this.#viewport.scrollToNewest();
  }

  /** The first bar at the left edge, zoom kept. */
  scrollToOldest(): void {
    this.#viewport.scrollToOldest();
  }

  /** The last 120 sessions, price scale back to automatic. */
  resetView(): void {
    this.#surface.priceScaleToAutomatic();
    this.#viewport.showNewest();
  }

  /** Moves the view by sessions: positive towards newer ones. */
  panBy(sessions: number): void {
    this.#viewport.panBy(sessions);
  }

  /** Zooms about the centre of the plot: above 1 shows fewer sessions. */
  zoomBy(factor: number): void {
    this.#viewport.zoomAt(this.#viewport.widthPx / 2, factor);
  }

  visibleRange(): VisibleRange | null {
    return this.#viewport.visible();
  }

  /** The newest candle in view, for a legend without crosshair. */
  lastVisibleBar(): HoveredBar | null {
    const visible = this.#viewport.visible();
    return visible === null ? null : this.#series.candleAt(visible.toIndex);
  }

  /** The glyph at a point of the host element. */
  markerAt(x: number, y: number): MarkerGroup | null {
    return this.#hover.groupAt({ x, y });
  }

  /** Number of candles that the charting library holds: bounded, whatever the series. */
  get heldCandles(): number {
    return this.#series.held;
  }

  #seriesChanged(): void {
    this.#appended = 0;
    this.#reportedRange = undefined;
    this.#lane.place(placeMarkers(this.#markers, this.#series.keys));
  }

  #startAt(view: KeyRange | null): void {
    this.#surface.priceScaleToAutomatic();
    if (view === null) this.#viewport.showNewest();
    else this.#viewport.showKeys(view);
    this.#signal.repaint();
  }

  #flushLive(): void {
    this.#liveFrame = null;
    const appended = this.#appended;
    this.#appended = 0;
    this.#series.flushNewest();
    if (appended > 0) {
      this.#lane.place(placeMarkers(this.#markers, this.#series.keys));
      this.#viewport.follow(appended);
      this.#viewport.refresh();
    }
    this.#hover.refresh();
  }

  #afterPaint(): void {
    this.#viewport.settle();
    if (this.#widthChanged) {
      this.#widthChanged = false;
      this.#viewport.refresh();
    }
    const range = this.#viewport.visible();
    if (this.#reportedRange === undefined || !isSameRange(range, this.#reportedRange)) {
      this.#reportedRange = range;
      this.#events.visibleRangeChanged(range);
    }
    this.#hover.refresh();
    this.#events.painted();
  }

  #makeSurface(): ChartSurface {
    const theme = (): ChartTheme => this.#theme;
    const plot = {
      centreOf: (session: number) => this.#series.centreOf(session),
      xOf: (position: number) => this.#viewport.xOf(position),
    };
    return new ChartSurface(this.#host, {
      candles: { columns: () => this.#series.shown.columns, theme },
      plotPrimitives: () => [
        new WatermarkPrimitive(() => this.#watermark, theme),
        new EventHighlightPrimitive(
          () => locateHighlight(this.#highlight, this.#series.keys, plot),
          theme,
        ),
        this.#signal,
      ],
      timeAxisPrimitive: () =>
        new TimeAxisPrimitive(
          { inView: () => this.#ticksInView(), theme, formats: () => this.#formats },
          FONT_PX,
        ),
      lanePrimitive: () => new AnnouncementLanePrimitive(this.#lane, theme),
      laneHeightPx: LANE_HEIGHT_PX,
      widthChanged: (widthPx) => {
        this.#viewport.resize(widthPx);
        this.#widthChanged = true;
      },
    });
  }

  #ticksInView(): { candles: TickCandidate[]; before: number | null } {
    const { candles, before } = this.#series.candlesIn(this.#viewport.view);
    const placed = candles.map(({ sessionKey, centre }) => ({
      sessionKey,
      x: this.#viewport.xOf(centre),
    }));
    return { candles: placed, before };
  }

  #makeHover(): HoverController {
    const scene = {
      isOverBars: (point: ChartPoint) => this.#surface.zoneAt(point) === 'plot',
      candleAt: (x: number) => this.#series.candleAt(this.#viewport.positionAt(x)),
      lastVisibleBar: () => this.lastVisibleBar(),
      laneCentreY: () => this.#surface.laneTopPx + LANE_HEIGHT_PX / 2,
      showCursor: (cursor: string) => {
        this.#host.style.cursor = cursor;
      },
      repaint: () => this.#signal.repaint(),
    };
    return new HoverController(scene, this.#lane, this.#events);
  }

  #pointerTarget(): PointerTarget {
    return {
      zoneAt: (point) => this.#surface.zoneAt(point),
      view: () => this.#viewport.view,
      widthPx: () => this.#viewport.widthPx,
      panTo: (view) => this.#viewport.move(view),
      zoomAt: (x, factor) => this.#viewport.zoomAt(x, factor),
      zoomFrom: (view, anchor, factor) => this.#viewport.zoomFrom(view, anchor, factor),
      startPriceDrag: () => this.#surface.startPriceDrag(),
      pointed: (point) => this.#hover.pointTo(point),
      dragged: (dragging) => this.#hover.drag(dragging),
      clicked: (point) => {
        const group = this.#hover.groupAt(point);
        if (group !== null) this.#events.markerClicked(group);
      },
      plotDoubleClicked: () => this.#surface.priceScaleToAutomatic(),
      timeAxisDoubleClicked: () => this.resetView(),
    };
  }
}

function isSameRange(one: VisibleRange | null, other: VisibleRange | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.fromIndex === other.fromIndex &&
    one.toIndex === other.toIndex &&
    one.fromKey === other.fromKey &&
    one.toKey === other.toKey
  );
}
