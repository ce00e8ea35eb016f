import type { BitmapCoordinatesRenderingScope } from 'fancy-canvas';
import { type CandleWidths, candleWidths } from '../../candle-volume/candle-geometry';
import type { PlotGeometry } from '../../plot-geometry';

/** Everything that one painting of the plots of a pane needs. Coordinates are device pixels. */
export interface PlotFrame {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly xRatio: number;
  readonly yRatio: number;
  readonly widths: CandleWidths;
  /** Candles in view and one on each side: `from` is included, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** Where lines between sessions stand, ascending. */
  readonly breaks: readonly number[];
  xOf(bucket: number): number;
  /** NaN stays NaN. */
  yOf(value: number): number;
  /** The last session that a candle covers. */
  sessionOf(bucket: number): number;
}

/**
 * @param toY - CSS pixels from the top of the pane
 * @param breaks - CSS pixels of the lines between sessions
 */
export function plotFrame(
  scope: BitmapCoordinatesRenderingScope,
  geometry: PlotGeometry,
  toY: (value: number) => number,
  breaks: readonly number[] = [],
): PlotFrame {
  const { horizontalPixelRatio: xRatio, verticalPixelRatio: yRatio, bitmapSize } = scope;
  return {
    context: scope.context,
    ...bitmapSize,
    xRatio,
    yRatio,
    widths: candleWidths(geometry.spacingPx, xRatio),
    ...geometry.buckets(1),
    breaks: breaks.map((x) => x * xRatio),
    xOf: (bucket) => geometry.xOfBucket(bucket) * xRatio,
    yOf: (value) => toY(value) * yRatio,
    sessionOf: (bucket) => geometry.lastSessionOf(bucket),
  };
}
