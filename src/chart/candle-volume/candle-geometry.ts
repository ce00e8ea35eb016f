/** Widths in device pixels. All are odd or all even, so that a wick stands in the middle of its body. */
export interface CandleWidths {
  readonly wick: number;
  readonly body: number;
  readonly volume: number;
}

/** A span of whole device pixels. */
export interface PixelSpan {
  readonly start: number;
  readonly length: number;
}

const BODY_SHARE = 0.72;
/** From this spacing on a body is wider than its wick, though it may touch the next: shape before air. */
const SHAPE_SPACING_PX = 2.5;
const MAX_BODY_PX = 28;

/** @param spacingPx - CSS pixels from one candle to the next */
export function candleWidths(spacingPx: number, pixelRatio: number): CandleWidths {
  const spacing = spacingPx * pixelRatio;
  const wick = Math.max(1, Math.floor(pixelRatio));
  const widest = MAX_BODY_PX * pixelRatio;
  const least = spacingPx >= SHAPE_SPACING_PX ? wick + 2 : wick;
  return {
    wick,
    body: Math.max(least, likeParity(Math.min(widest, spacing * BODY_SHARE), wick)),
    volume: Math.max(least, likeParity(spacing - wick, wick)),
  };
}

/** `width` device pixels around a horizontal CSS coordinate. */
export function spanAround(x: number, width: number, pixelRatio: number): PixelSpan {
  return { start: Math.round(x * pixelRatio) - Math.floor(width / 2), length: width };
}

/** The pixels between two vertical CSS coordinates, in any order; at least `thinnest` of them. */
export function spanBetween(
  y1: number,
  y2: number,
  pixelRatio: number,
  thinnest: number,
): PixelSpan {
  const start = Math.round(Math.min(y1, y2) * pixelRatio);
  const end = Math.round(Math.max(y1, y2) * pixelRatio);
  return { start, length: Math.max(thinnest, end - start) };
}

/** The widest whole width up to `width` that is odd where `wick` is odd; at least `wick`. */
function likeParity(width: number, wick: number): number {
  const whole = Math.floor(width);
  return Math.max(wick, (whole - wick) % 2 === 0 ? whole : whole - 1);
}
