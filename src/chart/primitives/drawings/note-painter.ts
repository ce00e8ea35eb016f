import type { ChartPoint, ChartTheme } from '../../chart-types';
import { withAlpha } from '../../colour';
import type { TextSize } from '../../drawings/drawing-geometry';

const LINE_HEIGHT_PX = 15;
const PADDING_PX = 6;
const MIN_WIDTH_PX = 24;
const FILL_ALPHA = 0.14;
const STEM_PX = 2;

/**
 * A note above its place, which its left edge points to.
 * @returns the size of its box
 */
export function paintNote(
  context: CanvasRenderingContext2D,
  text: string,
  at: ChartPoint | undefined,
  theme: ChartTheme,
  marked: boolean,
): TextSize {
  const lines = text.split('\n');
  const widest = Math.max(...lines.map((line) => context.measureText(line).width));
  const width = Math.ceil(Math.max(MIN_WIDTH_PX, widest + 2 * PADDING_PX));
  const height = lines.length * LINE_HEIGHT_PX + PADDING_PX;
  if (at === undefined) return { width, height };
  const left = Math.round(at.x);
  const top = Math.round(at.y - height);
  context.fillStyle = theme.background;
  context.fillRect(left, top, width, height);
  context.fillStyle = withAlpha(theme.accent, marked ? 2 * FILL_ALPHA : FILL_ALPHA);
  context.fillRect(left, top, width, height);
  context.fillStyle = theme.accent;
  context.fillRect(left, top, STEM_PX, height);
  context.fillStyle = theme.text;
  lines.forEach((line, i) => {
    const middle = top + PADDING_PX / 2 + (i + 0.5) * LINE_HEIGHT_PX;
    context.fillText(line, left + PADDING_PX, Math.round(middle - 0.5) + 0.5);
  });
  return { width, height };
}
