import type { LevelColumns } from '../bar-level';
import type { ChartTheme, RisingBodies } from '../chart-types';
import type { CandleWidths } from './candle-geometry';

/** One candle in view with its centre in CSS pixels. */
export interface PlacedCandle {
  readonly x: number;
  /** Index in the columns of the frame. */
  readonly bucket: number;
}

/** Everything that one painting of the candles needs. */
export interface CandleFrame {
  readonly context: CanvasRenderingContext2D;
  /** In device pixels. */
  readonly height: number;
  readonly xRatio: number;
  readonly yRatio: number;
  readonly spacingPx: number;
  readonly widths: CandleWidths;
  readonly columns: LevelColumns;
  /** Number of candles in the columns, which may be longer. */
  readonly length: number;
  readonly candles: readonly PlacedCandle[];
  readonly theme: ChartTheme;
  /** CSS pixels. */
  toY(price: number): number;
}

/** What tells a rising candle from a falling one. */
export interface CandleLook {
  readonly colouredBy: 'open' | 'previous-close';
  readonly risingBodies: RisingBodies;
}

/** Whether a candle has the colour of rising ones. */
export function isColouredUp(
  { open, close }: LevelColumns,
  bucket: number,
  by: CandleLook['colouredBy'],
): boolean {
  const against =
    by === 'previous-close' && bucket > 0
      ? (close[bucket - 1] as number)
      : (open[bucket] as number);
  return (close[bucket] as number) >= against;
}

/** Whether the body of a candle rises. */
export function isRising({ open, close }: LevelColumns, bucket: number): boolean {
  return (close[bucket] as number) >= (open[bucket] as number);
}
