import type { ChartPoint, ChartTheme } from '../../chart-types';
import type { TextSize } from '../../drawings/drawing-geometry';

const DASH = [4, 3];
const RADIUS_PX = 3.5;

/** Where the keys have put the point that Enter sets. */
export function paintCursor(
  context: CanvasRenderingContext2D,
  { x, y }: ChartPoint,
  { width, height }: TextSize,
  theme: ChartTheme,
): void {
  context.strokeStyle = theme.crosshair;
  context.lineWidth = 1;
  context.setLineDash(DASH);
  context.beginPath();
  context.moveTo(Math.round(x) + 0.5, 0);
  context.lineTo(Math.round(x) + 0.5, height);
  context.moveTo(0, Math.round(y) + 0.5);
  context.lineTo(width, Math.round(y) + 0.5);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, RADIUS_PX, 0, 2 * Math.PI);
  context.fillStyle = theme.accent;
  context.fill();
}
