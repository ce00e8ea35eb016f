import type { ChartPoint } from '../chart-types';
import type { DrawingPoint } from '../../shared/domain/drawing/drawing';
import type { DrawingShape } from '../drawing-types';

/** The plot as drawings see it; coordinates are CSS pixels from its top left corner. */
export interface DrawingPlot {
  xOf(time: number): number;
  yOf(price: number): number;
  /** The bar under `x` and the price at `y`. */
  pointAt(at: ChartPoint): DrawingPoint;
  readonly widthPx: number;
  readonly heightPx: number;
  /** From one bar to the next. */
  readonly barPx: number;
}

export interface Segment {
  readonly from: ChartPoint;
  readonly to: ChartPoint;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A drawing on the plot as it lies now. */
export interface PlacedDrawing {
  readonly segments: readonly Segment[];
  /** The whole of it takes the pointer. */
  readonly box: Box | null;
  /** Where it can be taken hold of to change its shape. */
  readonly handles: readonly ChartPoint[];
}

/** What of a drawing the pointer is on: a handle by its index, or the whole. */
export type DrawingHit = number | 'whole';

export interface TextSize {
  readonly width: number;
  readonly height: number;
}

const REACH_PX = 5;
const HANDLE_REACH_PX = 8;
/** Where on a horizontal line its handle sits. */
const HANDLE_SHARE = 0.85;

/** @param note - size of the box of a text note */
export function placeDrawing(
  shape: DrawingShape,
  plot: DrawingPlot,
  note: TextSize,
): PlacedDrawing {
  if (shape.kind === 'horizontal-line') return placeHorizontal(plot.yOf(shape.price), plot.widthPx);
  if (shape.kind === 'text-note') return placeNote(placePoint(shape.at, plot), note);
  const from = placePoint(shape.from, plot);
  const to = placePoint(shape.to, plot);
  if (shape.kind === 'rectangle') return placeRectangle(from, to);
  if (shape.kind === 'measure') return { segments: [], box: boxOf(from, to), handles: [from, to] };
  const end = shape.kind === 'ray' ? endOfRay(from, to, plot.widthPx) : to;
  return { segments: [{ from, to: end }], box: null, handles: [from, to] };
}

export function placePoint(point: DrawingPoint, plot: DrawingPlot): ChartPoint {
  return { x: plot.xOf(point.time), y: plot.yOf(point.price) };
}

/** @param withHandles - only a selected drawing shows them */
export function hitDrawing(
  placed: PlacedDrawing,
  at: ChartPoint,
  withHandles: boolean,
): DrawingHit | null {
  const handle = withHandles
    ? placed.handles.findIndex(({ x, y }) => Math.hypot(x - at.x, y - at.y) <= HANDLE_REACH_PX)
    : -1;
  if (handle >= 0) return handle;
  const near = placed.segments.some((segment) => distanceTo(segment, at) <= REACH_PX);
  return near || (placed.box !== null && isInside(placed.box, at)) ? 'whole' : null;
}

/** Distance of a point from the nearest point of a segment. */
export function distanceTo({ from, to }: Segment, { x, y }: ChartPoint): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/** Where a ray leaves the plot: far beyond its edge where it is upright. */
export function endOfRay(from: ChartPoint, to: ChartPoint, widthPx: number): ChartPoint {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const edge = dx >= 0 ? Math.max(widthPx, to.x) : Math.min(0, to.x);
  const times = dx === 0 ? FAR : Math.min(FAR, Math.max(1, (edge - from.x) / dx));
  return { x: from.x + dx * times, y: from.y + dy * times };
}

/** Times its own length that a ray goes on at most. */
const FAR = 1e4;

export function boxOf(one: ChartPoint, other: ChartPoint): Box {
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    right: Math.max(one.x, other.x),
    bottom: Math.max(one.y, other.y),
  };
}

function placeHorizontal(y: number, widthPx: number): PlacedDrawing {
  const segments = [{ from: { x: 0, y }, to: { x: widthPx, y } }];
  return { segments, box: null, handles: [{ x: widthPx * HANDLE_SHARE, y }] };
}

/** The box of a note stands above its place. */
function placeNote(at: ChartPoint, { width, height }: TextSize): PlacedDrawing {
  const box = { left: at.x, top: at.y - height, right: at.x + width, bottom: at.y };
  return { segments: [], box, handles: [at] };
}

/** Handles: the two points, then the other corners: x of the first with y of the second, and back. */
function placeRectangle(from: ChartPoint, to: ChartPoint): PlacedDrawing {
  const handles = [from, to, { x: from.x, y: to.y }, { x: to.x, y: from.y }];
  return { segments: [], box: boxOf(from, to), handles };
}

function isInside({ left, top, right, bottom }: Box, { x, y }: ChartPoint): boolean {
  return (
    x >= left - REACH_PX && x <= right + REACH_PX && y >= top - REACH_PX && y <= bottom + REACH_PX
  );
}
