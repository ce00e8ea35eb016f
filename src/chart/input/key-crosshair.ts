import type { ChartScene } from '../chart-scene';
import { indexOfSession } from '../session-keys';

/**
 * The crosshair that keys move from candle to candle. It stands on a candle of its own until the
 * pointer moves, the focus leaves the chart, or it is taken away.
 */
export class KeyCrosshair {
  readonly #scene: ChartScene;
  readonly #moved: () => void;

  constructor(scene: ChartScene, moved: () => void) {
    this.#scene = scene;
    this.#moved = moved;
  }

  get isOut(): boolean {
    return this.#scene.state.keyedKey !== null;
  }

  /** By candles, newer ones counted positive. The first time it comes out on the last one in view. */
  moveBy(candles: number): void {
    const { series, viewport } = this.#scene;
    const at = this.#scene.keyedIndex();
    const visible = viewport.visible();
    if (at === null) {
      if (visible !== null) this.#putOn(visible.toIndex);
      return;
    }
    const from = series.candleAt(at)?.index ?? at;
    this.#putOn(from + candles * series.shown.stride);
  }

  /** To the last bar or to the first one, where it is out. */
  moveToEnd(newest: boolean): void {
    if (this.isOut) this.#putOn(newest ? Infinity : 0);
  }

  /** @returns false where it was not out */
  takeAway(): boolean {
    if (!this.isOut) return false;
    this.#scene.state.keyedKey = null;
    this.#moved();
    return true;
  }

  /** Other bars are shown: it stays where its bar is among them. */
  seriesChanged(): void {
    const { state, series } = this.#scene;
    if (state.keyedKey !== null && indexOfSession(series.keys, state.keyedKey) === null) {
      this.takeAway();
    }
  }

  /** The view follows where the candle is out of it. */
  #putOn(wanted: number): void {
    const { series, viewport, state } = this.#scene;
    const index = Math.max(0, Math.min(series.length - 1, wanted));
    state.keyedKey = series.keys.time[index] ?? null;
    const visible = viewport.visible();
    if (visible !== null && index < visible.fromIndex) viewport.panBy(index - visible.fromIndex);
    if (visible !== null && index > visible.toIndex) viewport.panBy(index - visible.toIndex);
    this.#moved();
  }
}
