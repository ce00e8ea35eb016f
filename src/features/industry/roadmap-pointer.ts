import type { RoadmapHit, RoadmapStage } from './roadmap-stage.svelte';
import { AXIS_PX } from './roadmap-scene';

/** What a wheel turns or a key presses once. */
export const ZOOM_STEP = 1.25;
/** A notch of a wheel is about 100 pixels. */
const ZOOM_PER_PX = Math.log(ZOOM_STEP) / 100;
const MOST_WHEEL_PX = 300;
const PX_PER_LINE = 32;
/** A press that moves less than this is a click. */
const STILL_PX = 4;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pointers and wheel over the picture: one finger moves it, two zoom it, a click chooses. */
export class RoadmapPointer {
  readonly #stage: RoadmapStage;
  readonly #onChoose: (hit: RoadmapHit) => void;
  readonly #pressed = new Map<number, Point>();
  #travelledPx = 0;

  constructor(stage: RoadmapStage, onChoose: (hit: RoadmapHit) => void) {
    this.#stage = stage;
    this.#onChoose = onChoose;
  }

  /** True while the picture is moved by hand. */
  get isDragging(): boolean {
    return this.#pressed.size > 0 && this.#travelledPx >= STILL_PX;
  }

  /** Ctrl + wheel and a pinch on a touch pad zoom everywhere, a plain wheel over the axis only. */
  wheel(event: WheelEvent): void {
    const unitPx = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PX_PER_LINE : 1;
    const { x, y } = pointOf(event);
    if (event.ctrlKey || event.metaKey || (y < AXIS_PX && event.deltaX === 0)) {
      const px = Math.max(-MOST_WHEEL_PX, Math.min(MOST_WHEEL_PX, event.deltaY * unitPx));
      // A pinch comes in small steps, a wheel in large ones.
      this.#stage.zoom(Math.exp(-px * ZOOM_PER_PX), x);
    } else if (event.shiftKey || event.deltaX !== 0) {
      this.#stage.pan((event.deltaX || event.deltaY) * unitPx);
    } else return;
    event.preventDefault();
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#pressed.set(event.pointerId, pointOf(event));
    if (this.#pressed.size === 1) this.#travelledPx = 0;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  }

  move(event: PointerEvent): void {
    const point = pointOf(event);
    const before = this.#pressed.get(event.pointerId);
    if (!before) {
      this.#hover(point);
      return;
    }
    const others = [...this.#pressed].filter(([id]) => id !== event.pointerId);
    this.#pressed.set(event.pointerId, point);
    this.#travelledPx += Math.hypot(point.x - before.x, point.y - before.y);
    if (this.#travelledPx < STILL_PX) return;
    this.#stage.hovered = null;
    const other = others[0]?.[1];
    if (other) this.#pinch(before, point, other);
    else this.#drag(before, point);
  }

  up(event: PointerEvent): void {
    const isClick = this.#pressed.has(event.pointerId) && this.#travelledPx < STILL_PX;
    this.#pressed.delete(event.pointerId);
    if (!isClick) return;
    const { x, y } = pointOf(event);
    const hit = this.#stage.hitAt(x, y);
    if (hit) this.#onChoose(hit);
  }

  cancel(event: PointerEvent): void {
    this.#pressed.delete(event.pointerId);
    this.#stage.hovered = null;
  }

  #hover({ x, y }: Point): void {
    const hit = this.#stage.hitAt(x, y);
    const { hovered } = this.#stage;
    const isSame =
      hovered?.rowKey === hit?.row.key && hovered?.cluster?.marks === hit?.cluster?.marks;
    if (!isSame) this.#stage.hovered = hit && { rowKey: hit.row.key, cluster: hit.cluster };
  }

  #drag(before: Point, now: Point): void {
    this.#stage.pan(before.x - now.x);
    this.#stage.scrollTo(this.#stage.scrollPx + before.y - now.y);
  }

  #pinch(before: Point, now: Point, other: Point): void {
    const from = Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    const to = Math.max(1, Math.hypot(now.x - other.x, now.y - other.y));
    this.#stage.zoom(to / from, (before.x + other.x) / 2);
    this.#stage.pan((before.x - now.x) / 2);
  }
}

function pointOf(event: MouseEvent): Point {
  const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
