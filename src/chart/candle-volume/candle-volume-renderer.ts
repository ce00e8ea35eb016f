import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type {
  ICustomSeriesPaneRenderer,
  PaneRendererCustomData,
  PriceToCoordinateConverter,
  Time,
} from 'lightweight-charts';
import type { LevelColumns } from '../bar-level';
import type { ChartTheme } from '../chart-types';
import { withAlpha } from '../colour';
import type { HeldCandle } from '../series-window';
import { type CandleWidths, candleWidths, spanAround, spanBetween } from './candle-geometry';

export type CandleData = PaneRendererCustomData<Time, HeldCandle>;

/** What the renderer draws from; read anew at every frame. */
export interface CandleSource {
  columns(): LevelColumns;
  theme(): ChartTheme;
}

/** Part of the plot's height that the highest volume in view takes. */
const VOLUME_SHARE = 0.14;
const VOLUME_ALPHA = 0.3;

interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly height: number;
  readonly xRatio: number;
  readonly yRatio: number;
  readonly widths: CandleWidths;
  readonly columns: LevelColumns;
  readonly candles: readonly PlacedCandle[];
  toY(price: number): number;
}

interface PlacedCandle {
  readonly x: number;
  readonly bucket: number;
}

/** Draws candles and volume from the columns, each edge on a whole device pixel. */
export class CandleVolumeRenderer implements ICustomSeriesPaneRenderer {
  readonly #source: CandleSource;
  #data: CandleData | null = null;

  constructor(source: CandleSource) {
    this.#source = source;
  }

  use(data: CandleData): void {
    this.#data = data;
  }

  draw(target: CanvasRenderingTarget2D, priceToY: PriceToCoordinateConverter): void {
    const data = this.#data;
    if (data === null) return;
    const candles = visibleCandles(data);
    const columns = this.#source.columns();
    target.useBitmapCoordinateSpace((scope) => {
      const frame: Frame = {
        context: scope.context,
        height: scope.bitmapSize.height,
        xRatio: scope.horizontalPixelRatio,
        yRatio: scope.verticalPixelRatio,
        widths: candleWidths(data.barSpacing, scope.horizontalPixelRatio),
        columns,
        candles,
        toY: (price) => priceToY(price) ?? Number.NaN,
      };
      const { up, down } = this.#source.theme();
      drawVolume(frame, true, withAlpha(up, VOLUME_ALPHA));
      drawVolume(frame, false, withAlpha(down, VOLUME_ALPHA));
      drawCandles(frame, true, up);
      drawCandles(frame, false, down);
    });
  }
}

function visibleCandles(data: CandleData): PlacedCandle[] {
  const range = data.visibleRange;
  if (range === null) return [];
  return data.bars
    .slice(range.from, range.to)
    .map(({ x, originalData }) => ({ x, bucket: originalData.bucket }));
}

function isUp({ open, close }: LevelColumns, bucket: number): boolean {
  return (close[bucket] as number) >= (open[bucket] as number);
}

function drawCandles(frame: Frame, up: boolean, colour: string): void {
  const { context, columns, widths, xRatio, yRatio } = frame;
  context.fillStyle = colour;
  for (const { x, bucket } of frame.candles) {
    if (isUp(columns, bucket) !== up) continue;
    const wick = spanAround(x, widths.wick, xRatio);
    const reach = spanBetween(
      frame.toY(columns.high[bucket] as number),
      frame.toY(columns.low[bucket] as number),
      yRatio,
      widths.wick,
    );
    context.fillRect(wick.start, reach.start, wick.length, reach.length);
    if (widths.body <= widths.wick) continue;
    const body = spanAround(x, widths.body, xRatio);
    const extent = spanBetween(
      frame.toY(columns.open[bucket] as number),
      frame.toY(columns.close[bucket] as number),
      yRatio,
      widths.wick,
    );
    context.fillRect(body.start, extent.start, body.length, extent.length);
  }
}

function drawVolume(frame: Frame, up: boolean, colour: string): void {
  const { context, columns, height, widths, xRatio } = frame;
  const highest = frame.candles.reduce(
    (most, { bucket }) => Math.max(most, columns.volume[bucket] as number),
    0,
  );
  if (highest === 0) return;
  context.fillStyle = colour;
  for (const { x, bucket } of frame.candles) {
    const volume = columns.volume[bucket] as number;
    if (volume === 0 || isUp(columns, bucket) !== up) continue;
    const bar = spanAround(x, widths.volume, xRatio);
    const tall = Math.max(1, Math.round((volume / highest) * VOLUME_SHARE * height));
    context.fillRect(bar.start, height - tall, bar.length, tall);
  }
}
