import { lowerBound } from '../shared/domain/candle/bar-columns';
import type { KeyRange, VisibleRange } from './chart-types';
import type { SeriesWindow } from './series-window';
import { indexAtOrBefore } from './session-keys';
import {
  clampView,
  coordinateOf,
  panned,
  positionAt,
  spanOf,
  type ViewRange,
  viewOfIndices,
  viewOfNewest,
  visibleIndices,
  zoomed,
} from './view-range';

/** The library's time scale, as far as it is driven from here. */
export interface TimeScalePort {
  setVisibleLogicalRange(range: { readonly from: number; readonly to: number }): void;
  /** True: a change of the plot's width keeps the range. False: it keeps bar spacing and right edge. */
  keepRangeOnResize(keep: boolean): void;
}

const DEFAULT_SESSIONS = 120;
/** A short series is not blown up to fewer sessions than this. */
const SHORTEST_DEFAULT = 40;

/**
 * What part of the series is in view. The one place that moves it: the library's own panning and
 * zooming are off, because it knows only the bars that it holds.
 */
export class ViewportController {
  readonly #timeScale: TimeScalePort;
  readonly #series: SeriesWindow;
  #view: ViewRange = { left: 0, right: DEFAULT_SESSIONS };
  #widthPx = 0;
  /** The library has yet to apply the last placement; it will, at whatever width it has by then. */
  #placing = false;
  #keepsRange = false;

  constructor(timeScale: TimeScalePort, series: SeriesWindow) {
    this.#timeScale = timeScale;
    this.#series = series;
  }

  get view(): ViewRange {
    return this.#view;
  }

  get widthPx(): number {
    return this.#widthPx;
  }

  /** CSS pixels from one session to the next. */
  get spacingPx(): number {
    return this.#widthPx / spanOf(this.#view);
  }

  xOf(position: number): number {
    return coordinateOf(this.#view, this.#widthPx, position);
  }

  positionAt(x: number): number {
    return positionAt(this.#view, this.#widthPx, x);
  }

  /** The plot got another width. */
  resize(widthPx: number): void {
    const { spacingPx } = this;
    const keepsSpacing = this.#widthPx > 0 && !this.#keepsRange && !this.#placing;
    this.#widthPx = widthPx;
    if (!keepsSpacing || widthPx <= 0) return;
    this.#view = { left: this.#view.right - widthPx / spacingPx, right: this.#view.right };
  }

  /** The library has painted the last placement. */
  settle(): void {
    this.#placing = false;
  }

  showNewest(): void {
    const { length } = this.#series;
    const sessions = Math.max(SHORTEST_DEFAULT, Math.min(DEFAULT_SESSIONS, length));
    this.#place(viewOfNewest(sessions, length), true);
  }

  /** Where no bar lies in the range, the bars around it are shown. */
  showKeys({ fromKey, toKey }: KeyRange): void {
    const { keys } = this.#series;
    const from = lowerBound(keys, fromKey);
    const to = indexAtOrBefore(keys, toKey);
    if (from > to) this.centreOn(fromKey);
    else this.#place(viewOfIndices({ from, to }, keys.length), true);
  }

  /** Centres a session, or the nearest one before it. */
  centreOn(sessionKey: number): void {
    const index = Math.max(0, indexAtOrBefore(this.#series.keys, sessionKey));
    const centre = (this.#view.left + this.#view.right) / 2;
    this.move(panned(this.#view, index + 0.5 - centre));
  }

  scrollToNewest(): void {
    const { length } = this.#series;
    const span = spanOf(this.#view);
    const { right } = viewOfNewest(Math.min(span, length), length);
    this.move({ left: right - span, right });
  }

  scrollToOldest(): void {
    const span = spanOf(this.#view);
    const { left } = viewOfIndices({ from: 0, to: 0 }, this.#series.length);
    this.move({ left, right: left + span });
  }

  panBy(sessions: number): void {
    this.move(panned(this.#view, sessions));
  }

  /** `x` is the horizontal pixel that stays on its session. */
  zoomAt(x: number, factor: number): void {
    this.zoomFrom(this.#view, this.positionAt(x), factor);
  }

  zoomFrom(view: ViewRange, anchor: number, factor: number): void {
    this.move(zoomed(view, anchor, factor, this.#series.length));
  }

  move(view: ViewRange): void {
    this.#place(view, false);
  }

  /** A newer bar began: the view moves on with it when it showed the newest one. */
  follow(appended: number): void {
    const { length } = this.#series;
    const showedNewest = this.#view.right >= length - appended;
    if (showedNewest) this.#view = panned(this.#view, appended);
  }

  /** Gives the library the bars that the view needs, and where to look. */
  refresh(): void {
    if (this.#widthPx <= 0) return;
    const range = this.#series.prepare(this.#view, this.#widthPx);
    if (range === null) return;
    this.#placing = true;
    this.#timeScale.setVisibleLogicalRange(range);
  }

  visible(): VisibleRange | null {
    const { time, length } = this.#series.keys;
    const range = visibleIndices(this.#view, length);
    if (range === null) return null;
    return {
      fromKey: time[range.from] as number,
      toKey: time[range.to] as number,
      fromIndex: range.from,
      toIndex: range.to,
      bars: range.to - range.from + 1,
    };
  }

  #place(view: ViewRange, keepsRange: boolean): void {
    this.#view = clampView(view, this.#series.length);
    if (keepsRange !== this.#keepsRange) {
      this.#keepsRange = keepsRange;
      this.#timeScale.keepRangeOnResize(keepsRange);
    }
    this.refresh();
  }
}
