import type { BarColumns } from '../shared/domain/candle/bar-columns';
import type { HoveredBar, VisibleRange } from './chart-types';
import type { PriceScales } from './price-scales';
import type { SeriesWindow } from './series-window';
import { indexAtOrBefore } from './session-keys';
import type { ViewportController } from './viewport-controller';

/** What moves when the chart is navigated. */
export interface NavigatedView {
  readonly viewport: ViewportController;
  readonly series: SeriesWindow;
  readonly scales: PriceScales;
  priceToAutomatic(): void;
}

/** The part of the chart's calls that ask what is in view, and move it. */
export abstract class ChartNavigation {
  protected abstract get view(): NavigatedView;

  /** Both ends are included. Where no bar lies in the range, the bars around it are shown. */
  showRange(fromKey: number, toKey: number): void {
    this.view.viewport.showKeys({ fromKey, toKey });
  }

  /** Centres the session, or the nearest one before it, and keeps the zoom. */
  scrollTo(sessionKey: number): void {
    this.view.viewport.centreOn(sessionKey);
  }

  /** Newest bars at the right edge, zoom kept. */
  scrollToNewest(): void {
    this.view.viewport.scrollToNewest();
  }

  /** The first bar at the left edge, zoom kept. */
  scrollToOldest(): void {
    this.view.viewport.scrollToOldest();
  }

  /** The last 120 sessions, price scale back to automatic. */
  resetView(): void {
    this.view.priceToAutomatic();
    this.view.viewport.showNewest();
  }

  /** Moves the view by sessions: positive towards newer ones. */
  panBy(sessions: number): void {
    this.view.viewport.panBy(sessions);
  }

  /** Zooms about the centre of the plot: above 1 shows fewer sessions. */
  zoomBy(factor: number): void {
    this.view.viewport.zoomAt(this.view.viewport.widthPx / 2, factor);
  }

  /**
   * The series with the newest bars that it was told; read it at once, as they change in place. Null
   * while only an overview is known.
   */
  get bars(): BarColumns | null {
    return this.view.series.bars;
  }

  visibleRange(): VisibleRange | null {
    return this.view.viewport.visible();
  }

  /** The last bar at or before a time, bars that came live included; null where there is none. */
  barAtOrBefore(time: number): { readonly index: number; readonly time: number } | null {
    const { keys } = this.view.series;
    const index = indexAtOrBefore(keys, time);
    return index < 0 ? null : { index, time: keys.time[index] as number };
  }

  /** The bar that is 0 %; null where the axis counts no percent. */
  percentBase(): { readonly time: number; readonly close: number } | null {
    return this.view.scales.base();
  }

  /** The newest candle in view, for a legend without crosshair. */
  lastVisibleBar(): HoveredBar | null {
    const visible = this.view.viewport.visible();
    return visible === null ? null : this.view.series.candleAt(visible.toIndex);
  }
}
