import type { IChartApi, UTCTimestamp } from 'lightweight-charts';
import { MAX_OWN_PANES } from '../overlay-types';
import type { HeldCandle } from '../series-window';
import { OwnPane, type OwnPaneContent } from './own-pane';
import { DEFAULT_SHARE, dragSeparator, layHeights } from './pane-heights';

/** A pane of the chart in CSS pixels from the top of the host. */
export interface PanePlace {
  /** The plot is 0, the lane the last. */
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

/** The place of a pane that studies name. */
export interface OwnPanePlace extends PanePlace {
  readonly key: string;
}

export interface PaneStackParts {
  contentOf(key: string): OwnPaneContent;
  readonly laneHeightPx: number;
}

const SEPARATOR_PX = 1;

/** The panes from the plot down to the lane: which there are and how high each is. */
export class PaneStack {
  readonly #chart: IChartApi;
  readonly #parts: PaneStackParts;
  readonly #shares = new Map<string, number>();
  #own: OwnPane[] = [];
  #newest: UTCTimestamp | null = null;
  #heightPx = 0;
  /** Of all panes, as the library was told: it knows the size of a new pane only when it has painted. */
  #heights: readonly number[] = [];

  constructor(chart: IChartApi, parts: PaneStackParts) {
    this.#chart = chart;
    this.#parts = parts;
  }

  get count(): number {
    return this.#own.length;
  }

  /** Makes the panes of these keys, in this order; those that stay are kept. */
  show(keys: readonly string[]): void {
    const wanted = keys.slice(0, MAX_OWN_PANES);
    for (const pane of this.#own) if (!wanted.includes(pane.key)) pane.remove();
    const kept = new Map(this.#own.map((pane) => [pane.key, pane]));
    this.#own = wanted.map((key) => kept.get(key) ?? this.#add(key));
    // From the top down, so that each comes from below.
    this.#own.forEach((pane, i) => pane.moveUpTo(i + 1));
    this.divide(this.#heightPx);
  }

  hold(candles: readonly HeldCandle[]): void {
    this.#newest = candles.at(-1)?.time ?? null;
    for (const pane of this.#own) pane.anchorAt(this.#newest);
  }

  advance({ time }: HeldCandle): void {
    if (time === this.#newest) return;
    this.#newest = time;
    for (const pane of this.#own) pane.advanceTo(time);
  }

  /** @param heightPx - of all panes with the lines between them */
  divide(heightPx: number): void {
    this.#heightPx = heightPx;
    const heights = layHeights(
      this.#dividedPx,
      this.#own.map(({ key }) => this.#shares.get(key) ?? DEFAULT_SHARE),
    );
    this.#stretch(heights);
  }

  /** Where the panes are, from top to bottom, as laid out last. */
  places(): PanePlace[] {
    let top = 0;
    return this.#heights.map((height, index) => {
      const place = { index, top, height };
      top += height + SEPARATOR_PX;
      return place;
    });
  }

  /** Those under the plot with their keys. */
  ownPlaces(): OwnPanePlace[] {
    const places = this.places();
    return this.#own.map(({ key }, i) => ({ ...(places[i + 1] as PanePlace), key }));
  }

  /**
   * Starts moving the line under a pane; returns how to go on, counted from the start. The line
   * above the lane stays where it is.
   */
  startResize(index: number): (dyPx: number) => void {
    const heights = this.places()
      .slice(0, -1)
      .map(({ height }) => height);
    return (dy) => {
      const dragged = dragSeparator(heights, index, dy);
      this.#own.forEach(({ key }, i) => {
        this.#shares.set(key, (dragged[i + 1] as number) / this.#dividedPx);
      });
      this.#stretch(dragged);
    };
  }

  get shares(): ReadonlyMap<string, number> {
    return this.#shares;
  }

  setShares(shares: ReadonlyMap<string, number>): void {
    for (const [key, share] of shares) this.#shares.set(key, share);
    this.divide(this.#heightPx);
  }

  dispose(): void {
    for (const pane of this.#own) pane.remove();
    this.#own = [];
  }

  /** What plot and panes share. */
  get #dividedPx(): number {
    const lines = (this.#own.length + 1) * SEPARATOR_PX;
    return Math.max(1, this.#heightPx - lines - this.#parts.laneHeightPx);
  }

  #add(key: string): OwnPane {
    const pane = new OwnPane(
      this.#chart,
      key,
      this.#chart.panes().length,
      this.#parts.contentOf(key),
    );
    pane.anchorAt(this.#newest);
    return pane;
  }

  /** The library divides the height by shares; these give each pane its height in pixels. */
  #stretch(heights: readonly number[]): void {
    const { laneHeightPx } = this.#parts;
    const [plot = 0, ...own] = heights;
    this.#heights = [Math.max(plot, laneHeightPx), ...own, laneHeightPx];
    this.#chart
      .panes()
      .forEach((pane, i) => pane.setStretchFactor(this.#heights[i] ?? laneHeightPx));
  }
}
