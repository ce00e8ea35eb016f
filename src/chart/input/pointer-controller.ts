import type { ChartPoint } from '../chart-types';
import type { ViewRange } from '../view-range';

/** What pointer and wheel act on. Points are CSS pixels from the host's top left corner. */
export interface PointerTarget {
  zoneAt(point: ChartPoint): PointerZone;
  view(): ViewRange;
  /** Width of the plot. */
  widthPx(): number;
  panTo(view: ViewRange): void;
  zoomAt(x: number, factor: number): void;
  /** Zooms a view that the chart may have left since, about a position that keeps its place. */
  zoomFrom(view: ViewRange, anchor: number, factor: number): void;
  /** Moves the price scale, where the user has taken it off automatic; returns how to go on. */
  startPriceDrag(): ((dyPx: number) => void) | null;
  pointed(point: ChartPoint | null): void;
  clicked(point: ChartPoint): void;
  plotDoubleClicked(): void;
  timeAxisDoubleClicked(): void;
  dragged(dragging: boolean): void;
}

export type PointerZone = 'plot' | 'time-axis' | 'price-axis' | 'outside';

/** A press that moves no farther is a click. */
const CLICK_SLOP_PX = 3;
const WHEEL_ZOOM_PER_PX = 0.0012;
/** The browser reports a pinch on a touchpad as small wheel steps with the control key. */
const PINCH_ZOOM_PER_PX = 0.01;
const WHEEL_LINE_PX = 32;
const WHEEL_PAGE_PX = 240;
const MAX_WHEEL_PX = 240;

interface Drag {
  readonly pointerId: number;
  readonly start: ChartPoint;
  readonly view: ViewRange;
  readonly zone: 'plot' | 'time-axis';
  readonly movePrice: ((dyPx: number) => void) | null;
  readonly listeners: AbortController;
  moved: boolean;
}

/**
 * Panning, zooming, pointing and clicking. Every move of a drag counts from where the drag began, so
 * that nothing adds up and a new window of bars in the middle of it changes nothing.
 */
export class PointerController {
  readonly #host: HTMLElement;
  readonly #target: PointerTarget;
  readonly #listeners = new AbortController();
  #drag: Drag | null = null;

  constructor(host: HTMLElement, target: PointerTarget) {
    this.#host = host;
    this.#target = target;
  }

  start(): void {
    const host = this.#host;
    const { signal } = this.#listeners;
    // Or the browser takes a finger's drag for scrolling.
    host.style.touchAction = 'none';
    host.addEventListener('pointerdown', (event) => this.#onDown(event), { signal });
    host.addEventListener('pointermove', (event) => this.#onMove(event), { signal });
    host.addEventListener('pointerleave', () => this.#onLeave(), { signal });
    host.addEventListener('dblclick', (event) => this.#onDoubleClick(event), { signal });
    host.addEventListener('wheel', (event) => this.#onWheel(event), { signal, passive: false });
    // The library shows the resize cursor over its time axis only where it may scale it; it may not.
    const capture = { signal, capture: true };
    host.addEventListener('mousedown', (event) => this.#keepFromLibrary(event), capture);
    host.addEventListener('touchstart', (event) => event.stopPropagation(), capture);
  }

  dispose(): void {
    this.#drag?.listeners.abort();
    this.#drag = null;
    this.#listeners.abort();
    this.#host.style.touchAction = '';
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0 || this.#drag !== null) return;
    const point = this.#pointOf(event);
    const zone = this.#target.zoneAt(point);
    if (zone !== 'plot' && zone !== 'time-axis') return;
    const listeners = new AbortController();
    const { signal } = listeners;
    this.#drag = {
      pointerId: event.pointerId,
      start: point,
      view: this.#target.view(),
      zone,
      movePrice: zone === 'plot' ? this.#target.startPriceDrag() : null,
      listeners,
      moved: false,
    };
    // On the window and without capture: the library's crosshair keeps following the same pointer.
    window.addEventListener('pointermove', (moved) => this.#onDrag(moved), { signal });
    window.addEventListener('pointerup', (up) => this.#onUp(up), { signal });
    window.addEventListener('pointercancel', () => this.#endDrag(), { signal });
  }

  #onDrag(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag === null || event.pointerId !== drag.pointerId) return;
    const point = this.#pointOf(event);
    const dx = point.x - drag.start.x;
    const dy = point.y - drag.start.y;
    if (!drag.moved) {
      if (Math.hypot(dx, dy) <= CLICK_SLOP_PX) return;
      drag.moved = true;
      this.#target.dragged(true);
    }
    if (drag.zone === 'plot') this.#pan(drag, dx, dy);
    else this.#scaleTime(drag, dx);
  }

  #pan(drag: Drag, dx: number, dy: number): void {
    this.#target.panTo(this.#shifted(drag.view, -dx));
    drag.movePrice?.(dy);
  }

  /** As if the time axis were rubber, held at its right end. */
  #scaleTime({ start, view }: Drag, dx: number): void {
    const width = this.#target.widthPx();
    const before = Math.max(1, width - start.x);
    const after = Math.max(1, width - start.x - dx);
    this.#target.zoomFrom(view, view.right, after / before);
  }

  #onUp(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag === null || event.pointerId !== drag.pointerId) return;
    this.#endDrag();
    if (!drag.moved && drag.zone === 'plot') this.#target.clicked(drag.start);
  }

  #endDrag(): void {
    const drag = this.#drag;
    this.#drag = null;
    drag?.listeners.abort();
    if (drag?.moved) this.#target.dragged(false);
  }

  #onMove(event: PointerEvent): void {
    this.#target.pointed(this.#pointOf(event));
  }

  #onLeave(): void {
    this.#target.pointed(null);
  }

  #onDoubleClick(event: MouseEvent): void {
    const zone = this.#target.zoneAt(this.#pointOf(event));
    if (zone === 'plot') this.#target.plotDoubleClicked();
    if (zone === 'time-axis') this.#target.timeAxisDoubleClicked();
  }

  #onWheel(event: WheelEvent): void {
    const point = this.#pointOf(event);
    const zone = this.#target.zoneAt(point);
    if (zone !== 'plot' && zone !== 'time-axis') return;
    event.preventDefault();
    const { dx, dy } = wheelPixels(event);
    if (dx !== 0) {
      this.#target.panTo(this.#shifted(this.#target.view(), dx));
    }
    if (dy !== 0) {
      const perPixel = event.ctrlKey ? PINCH_ZOOM_PER_PX : WHEEL_ZOOM_PER_PX;
      this.#target.zoomAt(point.x, Math.exp(-dy * perPixel));
    }
  }

  #shifted({ left, right }: ViewRange, px: number): ViewRange {
    const sessions = (px / this.#target.widthPx()) * (right - left);
    return { left: left + sessions, right: right + sessions };
  }

  #keepFromLibrary(event: MouseEvent): void {
    if (this.#target.zoneAt(this.#pointOf(event)) === 'time-axis') event.stopPropagation();
  }

  #pointOf(event: MouseEvent): ChartPoint {
    const box = this.#host.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

/** Sideways with the shift key, as everywhere. */
function wheelPixels(event: WheelEvent): { readonly dx: number; readonly dy: number } {
  const unit =
    event.deltaMode === WheelEvent.DOM_DELTA_PIXEL
      ? 1
      : event.deltaMode === WheelEvent.DOM_DELTA_LINE
        ? WHEEL_LINE_PX
        : WHEEL_PAGE_PX;
  const limit = (delta: number): number =>
    Math.max(-MAX_WHEEL_PX, Math.min(MAX_WHEEL_PX, delta * unit));
  const sideways = event.shiftKey && event.deltaX === 0;
  return sideways
    ? { dx: limit(event.deltaY), dy: 0 }
    : { dx: limit(event.deltaX), dy: limit(event.deltaY) };
}
