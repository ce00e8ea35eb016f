import type { ChartPoint } from '../chart-types';
import type { DrawingPoint } from '../../shared/domain/drawing/drawing';
import type { DrawingKind, DrawingShape } from '../drawing-types';
import { type DrawingHit, type DrawingPlot, placePoint } from './drawing-geometry';

/** The drawing that a tool has begun; both points are the same as yet. */
export function beginDrawing(kind: DrawingKind, at: DrawingPoint): DrawingShape {
  if (kind === 'horizontal-line') return { kind, price: at.price };
  if (kind === 'text-note') return { kind, at, text: '' };
  return { kind, from: at, to: at };
}

/** Kinds that one click makes. */
export function isOnePoint(kind: DrawingKind): boolean {
  return kind === 'horizontal-line' || kind === 'text-note';
}

/** Whether a drawing of two points has any extent. */
export function hasExtent(shape: DrawingShape): boolean {
  if (!('from' in shape)) return true;
  return shape.from.time !== shape.to.time || shape.from.price !== shape.to.price;
}

/** Whether two drawings of one kind lie at the same place. */
export function isSameShape(one: DrawingShape, other: DrawingShape): boolean {
  const points = (shape: DrawingShape): readonly DrawingPoint[] => {
    if (shape.kind === 'horizontal-line') return [{ time: 0, price: shape.price }];
    return shape.kind === 'text-note' ? [shape.at] : [shape.from, shape.to];
  };
  const others = points(other);
  return points(one).every(
    ({ time, price }, i) => time === others[i]?.time && price === others[i]?.price,
  );
}

/** The drawing with what was taken hold of moved from one place of the plot to another. */
export function dragDrawing<Shape extends DrawingShape>(
  shape: Shape,
  hit: DrawingHit,
  start: ChartPoint,
  to: ChartPoint,
  plot: DrawingPlot,
): Shape {
  // In pixels, so that a drawing keeps its look on every scale and steps from bar to bar.
  const moved = (point: DrawingPoint): DrawingPoint => {
    const { x, y } = placePoint(point, plot);
    return plot.pointAt({ x: x + to.x - start.x, y: y + to.y - start.y });
  };
  if (shape.kind === 'horizontal-line') {
    const y = plot.yOf(shape.price) + to.y - start.y;
    return { ...shape, price: plot.pointAt({ x: to.x, y }).price };
  }
  if (shape.kind === 'text-note') return { ...shape, at: moved(shape.at) };
  if (hit === 'whole') return { ...shape, from: moved(shape.from), to: moved(shape.to) };
  return { ...shape, ...dragHandle(shape, hit, plot.pointAt(to)) };
}

/** Steps that a nudge tries until the axes can tell the places apart. */
const MOST_STEPS = 64;

/**
 * The whole drawing moved by keys: by bars along the time axis, by pixels along the price axis, and at
 * least by one step of that axis.
 *
 * @param dyPx - downwards
 */
export function nudgeDrawing<Shape extends DrawingShape>(
  shape: Shape,
  bars: number,
  dyPx: number,
  plot: DrawingPlot,
): Shape {
  const origin = { x: 0, y: 0 };
  for (let step = 1; step <= MOST_STEPS; step++) {
    const to = { x: bars * plot.barPx * step, y: dyPx * step };
    const moved = dragDrawing(shape, 'whole', origin, to, plot);
    if (!isSameShape(moved, shape)) return moved;
  }
  return shape;
}

/** Handles as `placeDrawing` numbers them. */
function dragHandle(
  { from, to }: { readonly from: DrawingPoint; readonly to: DrawingPoint },
  handle: number,
  at: DrawingPoint,
): { from: DrawingPoint; to: DrawingPoint } {
  switch (handle) {
    case 0:
      return { from: at, to };
    case 1:
      return { from, to: at };
    case 2:
      return { from: { ...from, time: at.time }, to: { ...to, price: at.price } };
    default:
      return { from: { ...from, price: at.price }, to: { ...to, time: at.time } };
  }
}
