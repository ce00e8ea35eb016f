import type { ChartTheme } from '../../chart-types';
import { readableOn, withAlpha } from '../../colour';
import type { MeasuredMove } from '../../../shared/domain/drawing/measured-move';
import type { Box, PlacedDrawing } from '../../drawings/drawing-geometry';

const FILL_ALPHA = 0.14;
const LINE_HEIGHT_PX = 15;
const PADDING_PX = 7;
const GAP_PX = 6;
const ARROW_PX = 5;

/** The measured area with arrows in its directions, and what it measures beyond its end. */
export function paintMeasure(
  context: CanvasRenderingContext2D,
  { box, handles }: PlacedDrawing,
  span: MeasuredMove,
  lines: readonly string[],
  theme: ChartTheme,
  widthPx: number,
): void {
  const [from, to] = handles;
  if (box === null || from === undefined || to === undefined) return;
  const colour = span.price >= 0 ? theme.up : theme.down;
  context.fillStyle = withAlpha(colour, FILL_ALPHA);
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.strokeStyle = colour;
  context.lineWidth = 1;
  const middleX = Math.round((box.left + box.right) / 2) + 0.5;
  const middleY = Math.round((box.top + box.bottom) / 2) + 0.5;
  paintArrow(context, middleX, from.y, middleX, to.y);
  paintArrow(context, from.x, middleY, to.x, middleY);
  if (lines.length > 0) paintLabel(context, box, to.y <= from.y, lines, colour, theme, widthPx);
}

function paintArrow(
  context: CanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  for (const side of [-1, 1]) {
    const back = angle + Math.PI + side * 0.5;
    context.moveTo(x2, y2);
    context.lineTo(x2 + ARROW_PX * Math.cos(back), y2 + ARROW_PX * Math.sin(back));
  }
  context.stroke();
}

function paintLabel(
  context: CanvasRenderingContext2D,
  box: Box,
  above: boolean,
  lines: readonly string[],
  colour: string,
  theme: ChartTheme,
  widthPx: number,
): void {
  const widest = Math.max(...lines.map((line) => context.measureText(line).width));
  const width = Math.ceil(widest + 2 * PADDING_PX);
  const height = lines.length * LINE_HEIGHT_PX + PADDING_PX;
  const middle = (box.left + box.right) / 2;
  const left = Math.round(Math.max(2, Math.min(widthPx - width - 2, middle - width / 2)));
  const top = Math.round(Math.max(2, above ? box.top - GAP_PX - height : box.bottom + GAP_PX));
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(left, top, width, height, 3);
  context.fill();
  context.fillStyle = readableOn(colour, theme.background, theme.text);
  lines.forEach((line, i) => {
    const y = top + PADDING_PX / 2 + (i + 0.5) * LINE_HEIGHT_PX;
    context.fillText(line, left + PADDING_PX, Math.round(y - 0.5) + 0.5);
  });
}
