import type { ChartDrawing } from '../../../chart/drawing-types';

/** A drawing that travelling came to, and its place among all. */
export interface DrawingStop {
  readonly drawing: ChartDrawing;
  /** Counted from 1. */
  readonly place: number;
  readonly count: number;
}

/**
 * The drawing after or before the selected one, around the ends; without one the first or the last.
 * Levels, which have no place in time, come first, the highest first; then the others by where they begin.
 *
 * @returns null where there is none
 */
export function nextDrawing(
  drawings: readonly ChartDrawing[],
  selectedId: string | null,
  step: 1 | -1,
): DrawingStop | null {
  const ordered = drawings.toSorted(
    (one, other) => startOf(one) - startOf(other) || priceOf(other) - priceOf(one),
  );
  const count = ordered.length;
  const at = ordered.findIndex(({ id }) => id === selectedId);
  const next = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
  const drawing = ordered[next];
  return drawing ? { drawing, place: next + 1, count } : null;
}

/** Time of its earliest point; before all times for a level. */
export function startOf(drawing: ChartDrawing): number {
  if (drawing.kind === 'horizontal-line') return Number.MIN_SAFE_INTEGER;
  return drawing.kind === 'text-note'
    ? drawing.at.time
    : Math.min(drawing.from.time, drawing.to.time);
}

/** Price of a level or a note, or of the point where it was begun. */
export function priceOf(drawing: ChartDrawing): number {
  if (drawing.kind === 'horizontal-line') return drawing.price;
  return drawing.kind === 'text-note' ? drawing.at.price : drawing.from.price;
}

/** Whether any of it lies between two times. A level is everywhere, and a ray goes on to the right. */
export function touches(drawing: ChartDrawing, fromTime: number, toTime: number): boolean {
  if (drawing.kind === 'horizontal-line') return true;
  const start = startOf(drawing);
  const end = drawing.kind === 'text-note' ? start : Math.max(drawing.from.time, drawing.to.time);
  return start <= toTime && (end >= fromTime || drawing.kind === 'ray');
}
