import type { Bar, BarColumns } from '../shared/domain/candle/bar-columns';
import type { SeriesOverview } from '../shared/domain/candle/series-overview';
import type { DrawnTools } from './chart-drawing-calls';
import type { NavigatedView } from './chart-navigation';
import { ChartScene } from './chart-scene';
import { ChartState } from './chart-state';
import { ChartStateCalls, type ToldChart } from './chart-state-calls';
import { ChartSurface } from './chart-surface';
import { ChartTools } from './chart-tools';
import type {
  ChartControllerOptions,
  ChartEvents,
  ChartPoint,
  KeyRange,
  MarkerGroup,
} from './chart-types';
import { ChartInput } from './input/chart-input';
import { LiveFeed } from './live-feed';
import { SeparatorLayer } from './panes/separator-layer';
import { PaintSignalPrimitive } from './primitives/paint-signal/paint-signal-primitive';
import { ProfileFeed } from './profile-feed';
import { surfaceParts } from './surface-parts';
import { ViewReport } from './view-report';

/**
 * The candlestick chart of one host element: draws, pans, zooms and says what the user points at.
 * Holds the whole series; the charting library gets only what is near the view.
 *
 * The host must have a size from CSS; the chart follows it. With a `tabindex` it takes keys: arrows
 * move the crosshair (with shift by ten candles), `PageUp` and `PageDown` pan by half a screen, `+` and
 * `-` zoom, `Home` and `End` go to the ends, `0` resets.
 *
 * `start()` before anything else, `dispose()` at the end; the rest in any order between them.
 */
export class ChartController extends ChartStateCalls {
  readonly #events: ChartEvents;
  readonly #state: ChartState;
  readonly #surface: ChartSurface;
  readonly #scene: ChartScene;
  readonly #tools: ChartTools;
  protected override readonly told: ToldChart;
  readonly #profiles: ProfileFeed;
  readonly #feed: LiveFeed;
  readonly #input: ChartInput;
  readonly #report = new ViewReport((range) => {
    this.#profiles.moved();
    this.#events.visibleRangeChanged(range);
  });
  readonly #signal = new PaintSignalPrimitive(() => this.#afterPaint());
  #widthChanged = false;

  constructor(host: HTMLElement, { theme, formats, events, watermark }: ChartControllerOptions) {
    super();
    this.#events = events;
    this.#state = new ChartState(theme, formats, watermark);
    const parts = surfaceParts(() => this.#scene, {
      signal: this.#signal,
      tools: () => this.#tools,
      widthChanged: (widthPx) => {
        this.#scene.viewport.resize(widthPx);
        this.#widthChanged = true;
      },
    });
    this.#surface = new ChartSurface(host, parts);
    this.#scene = new ChartScene(this.#state, this.#surface);
    this.#tools = new ChartTools(this.#scene, this.#surface, events, () => this.#signal.repaint());
    this.#profiles = new ProfileFeed({
      profile: () => this.#state.profile,
      visible: () => this.visibleRange(),
      show: (rows) => {
        this.#state.profileRows = rows;
        this.#signal.repaint();
      },
    });
    this.#feed = new LiveFeed(this.#scene.series, {
      flushed: (appended) => this.#afterLive(appended),
      refit: () => this.#surface.axes.refit(),
    });
    this.told = {
      ...{ scene: this.#scene, surface: this.#surface, alerts: this.#tools.alerts },
      ...{ feed: this.#feed, profiles: this.#profiles },
      repaint: () => this.#signal.repaint(),
    };
    const separators = new SeparatorLayer(
      () => this.#surface.panes,
      () => events.panesResized?.(this.#surface.panes.shares),
    );
    this.#input = new ChartInput(host, {
      scene: this.#scene,
      surface: this.#surface,
      events,
      layers: [separators, this.#tools.drawings, this.#tools.alerts],
      keys: this,
      lastVisibleBar: () => this.lastVisibleBar(),
      repaint: () => this.#signal.repaint(),
    });
  }

  start(): void {
    this.#surface.start(this.#state.theme, this.#state.formats);
    this.writeAxis();
    this.#input.start();
  }

  dispose(): void {
    this.#feed.dispose();
    this.#profiles.dispose();
    this.#input.dispose();
    this.#surface.dispose();
  }

  /**
   * Replaces the series. The columns are read, never written, and must not change afterwards.
   * Studies and comparisons belong to the series before: set them anew.
   * @param view - what to show; null or left out: the last 120 sessions
   */
  setSeries(bars: BarColumns, view: KeyRange | null = null): void {
    this.#scene.series.replace(bars);
    this.#seriesChanged();
    this.#startAt(view);
  }

  /**
   * Replaces the series by what is known of it so far, for {@link completeSeries} to follow. Live bars
   * are ignored until then, and markers stand only where the bar of their session is known.
   * @param view - as for {@link setSeries}
   */
  setOverview(overview: SeriesOverview, view: KeyRange | null = null): void {
    this.#scene.series.showOverview(overview);
    this.#seriesChanged();
    this.#startAt(view);
  }

  /** The whole of the series that {@link setOverview} showed; nothing moves. */
  completeSeries(bars: BarColumns): void {
    this.#scene.series.replace(bars);
    this.#seriesChanged();
    this.#scene.viewport.refresh();
    this.#signal.repaint();
  }

  /**
   * The newest bar changed (same `time`) or a newer one began; bars older than the newest are
   * ignored. Cheap at any rate and length: the chart takes what is newest once a frame.
   */
  updateLastBar(bar: Bar): void {
    this.#feed.takeBar(bar);
  }

  /**
   * Marks the bar at or before a moment as if it were pointed at, until null: for charts that are
   * linked. A pointer over this chart counts more for `barHovered`.
   */
  showCrosshairAt(time: number | null): void {
    this.#state.linkedKey = time;
    this.#input.refresh();
    this.#signal.repaint();
  }

  /** The price that the crosshair is at, in steps of the last decimal shown; null where it is not out. */
  pointedPrice(): number | null {
    return this.#tools.pointedPrice(this.#input.pointedAt);
  }

  /** The whole chart with all panes and axes, at the resolution of the screen, without crosshair. */
  takePicture(): HTMLCanvasElement {
    this.#state.picturing = true;
    try {
      return this.#surface.takePicture();
    } finally {
      this.#state.picturing = false;
      this.#signal.repaint();
    }
  }

  /** The glyph of an announcement with its centre; null where none is in view. */
  markerOf(announcementId: string): { group: MarkerGroup; anchor: ChartPoint } | null {
    const glyph = this.#scene.lane.glyphOf(announcementId);
    return glyph && { group: glyph.group, anchor: this.#input.glyphCentre(glyph.x) };
  }

  /** The glyph at a point of the host element. */
  markerAt(x: number, y: number): MarkerGroup | null {
    return this.#input.groupAt({ x, y });
  }

  /** Number of candles that the charting library holds: bounded, whatever the series. */
  get heldCandles(): number {
    return this.#scene.series.held;
  }

  protected override get view(): NavigatedView {
    const { viewport, series, scales } = this.#scene;
    return { viewport, series, scales, priceToAutomatic: () => this.#surface.axes.toAutomatic(0) };
  }

  protected override get drawn(): DrawnTools {
    const { board, drawings } = this.#tools;
    return { board, layer: drawings, repaint: () => this.#signal.repaint() };
  }

  #seriesChanged(): void {
    this.#feed.restart();
    this.#report.restart();
    this.#scene.placeMarkers();
    this.#input.seriesChanged();
  }

  #startAt(view: KeyRange | null): void {
    this.#surface.axes.toAutomatic(0);
    if (view === null) this.#scene.viewport.showNewest();
    else this.#scene.viewport.showKeys(view);
    this.#signal.repaint();
  }

  #afterLive(appended: number): void {
    if (appended > 0) {
      this.#scene.placeMarkers();
      this.#scene.viewport.follow(appended);
      this.#scene.viewport.refresh();
    }
    this.#input.refresh();
  }

  #afterPaint(): void {
    const { viewport } = this.#scene;
    viewport.settle();
    if (this.#widthChanged) {
      this.#widthChanged = false;
      viewport.refresh();
    }
    this.#report.look(viewport.visible());
    this.#input.refresh();
    this.#events.painted();
  }
}
