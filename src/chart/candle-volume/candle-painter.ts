import { spanAround, spanBetween, type PixelSpan } from './candle-geometry';
import { type CandleFrame, type CandleLook, isColouredUp, isRising } from './candle-frame';

/** Candles with each edge on a whole device pixel; rising bodies filled or as an outline. */
export function paintCandles(frame: CandleFrame, look: CandleLook): void {
  for (const up of [true, false]) {
    frame.context.fillStyle = up ? frame.theme.up : frame.theme.down;
    for (const { x, bucket } of frame.candles) {
      if (isColouredUp(frame.columns, bucket, look.colouredBy) !== up) continue;
      const hollow = look.risingBodies === 'hollow' && isRising(frame.columns, bucket);
      paintCandle(frame, x, bucket, hollow);
    }
  }
}

function paintCandle(frame: CandleFrame, x: number, bucket: number, hollow: boolean): void {
  const { context, columns, widths, xRatio, yRatio } = frame;
  const wick = spanAround(x, widths.wick, xRatio);
  const between = (one: Float64Array, other: Float64Array): PixelSpan =>
    spanBetween(
      frame.toY(one[bucket] as number),
      frame.toY(other[bucket] as number),
      yRatio,
      widths.wick,
    );
  const reach = between(columns.high, columns.low);
  const body = spanAround(x, widths.body, xRatio);
  const extent = between(columns.open, columns.close);
  // An outline needs a pixel of air inside.
  if (!hollow || Math.min(body.length, extent.length) < 3 * widths.wick) {
    context.fillRect(wick.start, reach.start, wick.length, reach.length);
    if (widths.body > widths.wick) {
      context.fillRect(body.start, extent.start, body.length, extent.length);
    }
    return;
  }
  const foot = extent.start + extent.length;
  context.fillRect(wick.start, reach.start, wick.length, extent.start - reach.start);
  context.fillRect(wick.start, foot, wick.length, reach.start + reach.length - foot);
  const edge = widths.wick;
  context.fillRect(body.start, extent.start, body.length, edge);
  context.fillRect(body.start, foot - edge, body.length, edge);
  context.fillRect(body.start, extent.start, edge, extent.length);
  context.fillRect(body.start + body.length - edge, extent.start, edge, extent.length);
}

/** Bars of high and low, with a tick to the left at the open and one to the right at the close. */
export function paintBars(frame: CandleFrame): void {
  const { context, columns, widths, xRatio, yRatio, theme } = frame;
  const thick = widths.wick;
  const tick = (widths.body - thick) / 2;
  for (const up of [true, false]) {
    context.fillStyle = up ? theme.up : theme.down;
    for (const { x, bucket } of frame.candles) {
      if (isRising(columns, bucket) !== up) continue;
      const stem = spanAround(x, thick, xRatio);
      const topOf = (column: Float64Array): number =>
        Math.round(frame.toY(column[bucket] as number) * yRatio) - Math.floor(thick / 2);
      const top = topOf(columns.high);
      context.fillRect(stem.start, top, thick, topOf(columns.low) + thick - top);
      if (tick <= 0) continue;
      context.fillRect(stem.start - tick, topOf(columns.open), tick, thick);
      context.fillRect(stem.start + thick, topOf(columns.close), tick, thick);
    }
  }
}
