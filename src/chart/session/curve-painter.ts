import type { SessionLine } from '../../shared/domain/session-line/session-line';
import { withAlpha } from '../colour';
import { xOfSlot, yOfPrice } from './session-layout';
import type { Painting } from './session-painting';

const AREA_ALPHA = 0.2;

export function paintArea(painting: Painting): void {
  const { context, layout, theme, picture } = painting;
  const { plot } = layout;
  const fill = context.createLinearGradient(0, plot.top, 0, plot.top + plot.height);
  fill.addColorStop(0, withAlpha(theme.accent, AREA_ALPHA));
  fill.addColorStop(1, withAlpha(theme.accent, 0));
  context.fillStyle = fill;
  for (const [from, to] of sessionsOf(picture.line)) {
    const points = pointsOf(painting, picture.line.price, from, to);
    const [first, last] = [points[0], points[points.length - 1]];
    if (!first || !last) continue;
    context.beginPath();
    context.moveTo(first[0], plot.top + plot.height);
    for (const [x, y] of points) context.lineTo(x, y);
    context.lineTo(last[0], plot.top + plot.height);
    context.fill();
  }
}

/** A line of each session for itself: nothing joins two of them over a night. */
export function strokeColumn(
  painting: Painting,
  column: Float64Array,
  colour: string,
  width: number,
): void {
  const { context, picture } = painting;
  context.strokeStyle = colour;
  context.lineWidth = width;
  for (const [from, to] of sessionsOf(picture.line)) {
    context.beginPath();
    for (const [x, y] of pointsOf(painting, column, from, to)) context.lineTo(x, y);
    context.stroke();
  }
  context.lineWidth = 1;
}

/** First slot and end of each session. */
function sessionsOf({ axis }: SessionLine): readonly (readonly [number, number])[] {
  const starts = axis.parts.filter(({ opens }) => opens).map(({ from }) => from);
  return starts.map((from, index) => [from, starts[index + 1] ?? axis.slots] as const);
}

function pointsOf(
  { layout, range, picture }: Painting,
  column: Float64Array,
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  for (let slot = from; slot < to; slot++) {
    const value = column[slot] as number;
    if (Number.isNaN(value)) continue;
    points.push([xOfSlot(layout, picture.line.axis, slot), yOfPrice(layout, range, value)]);
  }
  return points;
}
