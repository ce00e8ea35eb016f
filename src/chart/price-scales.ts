import { visibleIndices } from './view-range';
import type { ChartScale } from './chart-types';
import type { SeriesWindow } from './series-window';
import { indexAtOrBefore } from './session-keys';
import type { StudyColumn } from './studies/study-column';
import { percentOf, PRICES, type ValueScale } from './value-scale';
import type { ViewportController } from './viewport-controller';

/** What the price axis of the plot counts, for the series and for each that is compared with it. */
export class PriceScales {
  readonly #series: SeriesWindow;
  readonly #viewport: ViewportController;
  #setting: ChartScale = { kind: 'normal' };

  constructor(series: SeriesWindow, viewport: ViewportController) {
    this.#series = series;
    this.#viewport = viewport;
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

  /**
   * For another column aligned with the bars: its own price at the base is 0 %, or where it has
   * none, its first one behind.
   */
  ofColumn(values: StudyColumn): ValueScale {
    const base = this.#baseIndex();
    if (base === null) return PRICES;
    let index = base;
    while (index < this.#series.length && Number.isNaN(values.at(index))) index++;
    return percentOf(values.at(index));
  }

  #baseIndex(): number | null {
    const setting = this.#setting;
    const { length } = this.#series;
    if (setting.kind !== 'percent' || length === 0) return null;
    if (setting.baseKey === undefined) {
      return visibleIndices(this.#viewport.view, length)?.from ?? null;
    }
    return Math.max(0, indexAtOrBefore(this.#series.keys, setting.baseKey));
  }
}
