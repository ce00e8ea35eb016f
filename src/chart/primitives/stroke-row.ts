import type { BitmapCoordinatesRenderingScope } from 'fancy-canvas';

/**
 * A horizontal line of whole device pixels across the pane.
 * @param y - CSS pixels from the top of the pane
 * @param dash - lengths of strokes and gaps in CSS pixels; empty: solid
 */
export function strokeRow(
  scope: BitmapCoordinatesRenderingScope,
  y: number,
  colour: string,
  dash: readonly number[],
  widthPx = 1,
): void {
  const { context, bitmapSize, verticalPixelRatio: ratio } = scope;
  const thick = Math.max(1, Math.floor(widthPx * ratio));
  const row = Math.round(y * ratio) + (thick % 2) / 2;
  context.strokeStyle = colour;
  context.lineWidth = thick;
  context.setLineDash(dash.map((length) => Math.max(1, Math.round(length * ratio))));
  context.beginPath();
  context.moveTo(0, row);
  context.lineTo(bitmapSize.width, row);
  context.stroke();
  context.setLineDash([]);
}

/** A vertical one, from the top of the pane to its foot. `x` is in CSS pixels. */
export function strokeColumn(
  scope: BitmapCoordinatesRenderingScope,
  x: number,
  colour: string,
  dash: readonly number[],
): void {
  const { context, bitmapSize, horizontalPixelRatio: ratio } = scope;
  const thick = Math.max(1, Math.floor(ratio));
  const column = Math.round(x * ratio) + (thick % 2) / 2;
  context.strokeStyle = colour;
  context.lineWidth = thick;
  context.setLineDash(dash.map((length) => Math.max(1, Math.round(length * ratio))));
  context.beginPath();
  context.moveTo(column, 0);
  context.lineTo(column, bitmapSize.height);
  context.stroke();
  context.setLineDash([]);
}
