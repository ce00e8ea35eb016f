import type { Bar } from '../shared/domain/candle/bar-columns';
import type { SeriesWindow } from './series-window';

export interface LiveFeedTarget {
  /** What came since the last frame has reached the chart; `appended` sessions of it are new. */
  flushed(appended: number): void;
  /** Values of studies came without a bar: the axes do not know of it. */
  refit(): void;
}

/** Takes live bars and values at any rate, and hands over what is newest once a frame. */
export class LiveFeed {
  readonly #series: SeriesWindow;
  readonly #target: LiveFeedTarget;
  #appended = 0;
  #valuesChanged = false;
  #frame: number | null = null;

  constructor(series: SeriesWindow, target: LiveFeedTarget) {
    this.#series = series;
    this.#target = target;
  }

  takeBar(bar: Bar): void {
    const result = this.#series.patchNewest(bar);
    if (result === 'ignored') return;
    if (result === 'appended') this.#appended += 1;
    this.#schedule();
  }

  /** Values of a study changed, whatever the bars did. */
  takeValues(): void {
    this.#valuesChanged = true;
    this.#schedule();
  }

  /** Another series: what was counted for the old one is void. */
  restart(): void {
    this.#appended = 0;
  }

  dispose(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  #schedule(): void {
    this.#frame ??= requestAnimationFrame(() => this.#flush());
  }

  #flush(): void {
    this.#frame = null;
    const appended = this.#appended;
    const valuesChanged = this.#valuesChanged;
    this.#appended = 0;
    this.#valuesChanged = false;
    const handedOver = this.#series.flushNewest();
    if (valuesChanged && !handedOver) this.#target.refit();
    this.#target.flushed(appended);
  }
}
