import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type {
  ICustomSeriesPaneRenderer,
  PaneRendererCustomData,
  PriceToCoordinateConverter,
  Time,
} from 'lightweight-charts';
import type { BarLevel } from '../bar-level';
import type { ChartLook, ChartTheme } from '../chart-types';
import type { HeldCandle } from '../series-window';
import type { ValueScale } from '../value-scale';
import type { CandleFrame, CandleLook, PlacedCandle } from './candle-frame';
import { candleWidths } from './candle-geometry';
import { paintBars, paintCandles } from './candle-painter';
import { paintCloses } from './line-painter';
import { paintVolume } from './volume-painter';

export type CandleData = PaneRendererCustomData<Time, HeldCandle>;

/** What the renderer draws from; read anew at every frame. */
export interface CandleSource {
  /** The bars as they are drawn. */
  level(): BarLevel;
  look(): ChartLook;
  scale(): ValueScale;
  theme(): ChartTheme;
}

/** Draws candles and volume from the columns. */
export class CandleVolumeRenderer implements ICustomSeriesPaneRenderer {
  readonly #source: CandleSource;
  #data: CandleData | null = null;

  constructor(source: CandleSource) {
    this.#source = source;
  }

  use(data: CandleData): void {
    this.#data = data;
  }

  draw(target: CanvasRenderingTarget2D, valueToY: PriceToCoordinateConverter): void {
    const data = this.#data;
    if (data === null) return;
    const candles = visibleCandles(data);
    const { columns, length } = this.#source.level();
    const scale = this.#source.scale();
    target.useBitmapCoordinateSpace((scope) => {
      const frame: CandleFrame = {
        context: scope.context,
        height: scope.bitmapSize.height,
        xRatio: scope.horizontalPixelRatio,
        yRatio: scope.verticalPixelRatio,
        spacingPx: data.barSpacing,
        widths: candleWidths(data.barSpacing, scope.horizontalPixelRatio),
        columns,
        length,
        candles,
        theme: this.#source.theme(),
        toY: (price) => valueToY(scale.toValue(price)) ?? Number.NaN,
      };
      paint(frame, this.#source.look());
    });
  }
}

function paint(frame: CandleFrame, look: ChartLook): void {
  const candleLook = candleLookOf(look);
  paintVolume(frame, candleLook.colouredBy);
  if (look.style === 'line' || look.style === 'area') paintCloses(frame, look.style);
  else if (look.style === 'bars') paintBars(frame);
  else paintCandles(frame, candleLook);
}

function candleLookOf({ style, risingBodies }: ChartLook): CandleLook {
  return style === 'hollow'
    ? { colouredBy: 'previous-close', risingBodies: 'hollow' }
    : { colouredBy: 'open', risingBodies };
}

function visibleCandles(data: CandleData): PlacedCandle[] {
  const range = data.visibleRange;
  if (range === null) return [];
  return data.bars
    .slice(range.from, range.to)
    .map(({ x, originalData }) => ({ x, bucket: originalData.bucket }));
}
