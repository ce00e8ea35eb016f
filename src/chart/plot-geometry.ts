import type { SeriesWindow } from './series-window';
import type { ViewportController } from './viewport-controller';

/** Successive candles of the level that is shown. */
export interface BucketRange {
  /** Included. */
  readonly from: number;
  /** Excluded. */
  readonly to: number;
  /** Sessions that a candle covers. */
  readonly stride: number;
}

/** How the series lies on the plot at this moment. Coordinates are CSS pixels from its left edge. */
export class PlotGeometry {
  readonly #series: SeriesWindow;
  readonly #viewport: ViewportController;

  constructor(series: SeriesWindow, viewport: ViewportController) {
    this.#series = series;
    this.#viewport = viewport;
  }

  get widthPx(): number {
    return this.#viewport.widthPx;
  }

  /** From one candle to the next. */
  get spacingPx(): number {
    return this.#viewport.spacingPx * this.#series.shown.stride;
  }

  /** Sessions of the series. */
  get length(): number {
    return this.#series.length;
  }

  xOf(position: number): number {
    return this.#viewport.xOf(position);
  }

  positionAt(x: number): number {
    return this.#viewport.positionAt(x);
  }

  /** Position of the centre of the candle that covers a session. */
  centreOf(session: number): number {
    return this.#series.centreOf(session);
  }

  /**
   * The candles that touch the view.
   * @param beyond - so many more on each side: a line goes on beyond the edge
   */
  buckets(beyond = 0): BucketRange {
    const { stride, length } = this.#series.shown;
    const { left, right } = this.#viewport.view;
    const from = Math.max(0, Math.floor(left / stride) - beyond);
    const to = Math.min(length, Math.ceil(right / stride) + beyond);
    return { from, to: Math.max(from, to), stride };
  }

  xOfBucket(bucket: number): number {
    return this.xOf((bucket + 0.5) * this.#series.shown.stride);
  }

  /** The last session that a candle covers. */
  lastSessionOf(bucket: number): number {
    return Math.min((bucket + 1) * this.#series.shown.stride, this.#series.length) - 1;
  }
}
