import {
  type CustomSeriesOptions,
  type CustomSeriesPricePlotValues,
  type CustomSeriesWhitespaceData,
  customSeriesDefaultOptions,
  type ICustomSeriesPaneView,
  type Time,
} from 'lightweight-charts';
import type { HeldCandle } from '../series-window';
import { type CandleData, type CandleSource, CandleVolumeRenderer } from './candle-volume-renderer';

/**
 * Candles with their volume as one series of the library. The library holds only where each candle
 * is to be found; prices come from the columns, at every frame.
 */
export class CandleVolumeSeries implements ICustomSeriesPaneView<Time, HeldCandle> {
  readonly #source: CandleSource;
  readonly #renderer: CandleVolumeRenderer;

  constructor(source: CandleSource) {
    this.#source = source;
    this.#renderer = new CandleVolumeRenderer(source);
  }

  renderer(): CandleVolumeRenderer {
    return this.#renderer;
  }

  update(data: CandleData): void {
    this.#renderer.use(data);
  }

  /** The library asks at every hand-over; the price scale is set by `autoscaleInfoProvider`. */
  priceValueBuilder({ bucket }: HeldCandle): CustomSeriesPricePlotValues {
    return [this.#source.level().columns.close[bucket] as number];
  }

  isWhitespace(
    _candle: HeldCandle | CustomSeriesWhitespaceData<Time>,
  ): _candle is CustomSeriesWhitespaceData<Time> {
    return false;
  }

  defaultOptions(): CustomSeriesOptions {
    return { ...customSeriesDefaultOptions, priceLineVisible: false, lastValueVisible: false };
  }
}
