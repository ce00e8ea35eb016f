import { visibleIndices } from './view-range';
import type { ChartScale } from './chart-types';
import type { SeriesWindow } from './series-window';
import { indexAtOrBefore } from './session-keys';
import type { BookedComparison } from './primitives/comparisons/booked-comparison';
import { percentOf, PRICES, type ValueScale } from './value-scale';
import type { ViewportController } from './viewport-controller';

/** What the price axis of the plot counts, for the series and for each that is compared with it. */
export class PriceScales {
  readonly #series: SeriesWindow;
  readonly #viewport: ViewportController;
  readonly #compared: () => readonly BookedComparison[];
  #setting: ChartScale = { kind: 'normal' };

  constructor(
    series: SeriesWindow,
    viewport: ViewportController,
    compared: () => readonly BookedComparison[],
  ) {
    this.#series = series;
    this.#viewport = viewport;
    this.#compared = compared;
  }

  get kind(): ChartScale['kind'] {
    return this.#setting.kind;
  }

  set(setting: ChartScale): void {
    this.#setting = setting;
  }

  /** For prices of the series. */
  ofSeries(): ValueScale {
    const base = this.#baseIndex();
    if (base === null) return PRICES;
    return percentOf(this.#series.level(0).columns.close[base] as number);
  }

  /** For the closes of a compared series; where it has none at the base, its first one behind is 0 %. */
  ofComparison({ base, closes }: BookedComparison): ValueScale {
    const index = this.#baseIndex();
    if (index === null) return PRICES;
    if (base !== undefined) return percentOf(base);
    let at = index;
    while (at < this.#series.length && Number.isNaN(closes.at(at))) at++;
    return percentOf(closes.at(at));
  }

  /** The bar that is 0 %; null where the axis counts no percent. */
  base(): { readonly time: number; readonly close: number } | null {
    const index = this.#baseIndex();
    if (index === null) return null;
    const { time, close } = this.#series.level(0).columns;
    return { time: time[index] as number, close: close[index] as number };
  }

  #baseIndex(): number | null {
    const setting = this.#setting;
    const { length } = this.#series;
    if (setting.kind !== 'percent' || length === 0) return null;
    if (setting.baseKey === undefined) {
      const visible = visibleIndices(this.#viewport.view, length);
      return visible && this.#firstShared(visible.from, visible.to);
    }
    return Math.max(0, indexAtOrBefore(this.#series.keys, setting.baseKey));
  }

  /** The first bar that every compared series has too; the very first where they share none. */
  #firstShared(from: number, to: number): number {
    const compared = this.#compared();
    const latest = compared.reduce((start, { closes }) => Math.max(start, closes.first), from);
    for (let index = latest; index <= to; index++) {
      if (compared.every(({ closes }) => !Number.isNaN(closes.at(index)))) return index;
    }
    return from;
  }
}
