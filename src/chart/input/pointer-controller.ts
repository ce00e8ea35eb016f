import type { ChartPoint } from '../chart-types';
import type { ViewRange } from '../view-range';
import type { Grab } from './grab';

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
  startPriceDrag(point: ChartPoint): ((dyPx: number) => void) | null;
  /** What the press takes hold of instead of the view, if anything. */
  grab(point: ChartPoint): Grab | null;
  pointed(point: ChartPoint | null): void;
  clicked(point: ChartPoint): void;
  plotDoubleClicked(point: ChartPoint): void;
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
  readonly grab: Grab;
  /** Whether the press took hold of the view itself. */
  readonly ofView: boolean;
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
    const grabbed = zone === 'outside' ? null : this.#target.grab(point);
    const grab = grabbed ?? this.#grabView(point, zone);
    if (grab === null) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    this.#drag = {
      pointerId: event.pointerId,
      start: point,
      grab,
      ofView: grabbed === null,
      listeners,
      moved: false,
    };
    // On the window and without capture: the library's crosshair keeps following the same pointer.
    window.addEventListener('pointermove', (moved) => this.#onDrag(moved), { signal });
    window.addEventListener('pointerup', (up) => this.#onUp(up), { signal });
    window.addEventListener('pointercancel', () => this.#cancelDrag(), { signal });
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
      if (drag.ofView) this.#target.dragged(true);
    }
    drag.grab.moved(point);
  }

  #grabView(start: ChartPoint, zone: PointerZone): Grab | null {
    if (zone === 'plot') return this.#grabPlot(start);
    return zone === 'time-axis' ? this.#grabTimeAxis(start) : null;
  }

  #grabPlot(start: ChartPoint): Grab {
    const view = this.#target.view();
    const movePrice = this.#target.startPriceDrag(start);
    return {
      moved: ({ x, y }) => {
        this.#target.panTo(this.#shifted(view, start.x - x));
        movePrice?.(y - start.y);
      },
      released: (_, moved) => {
        if (!moved) this.#target.clicked(start);
      },
    };
  }

  /** As if the time axis were rubber, held at its right end. */
  #grabTimeAxis(start: ChartPoint): Grab {
    const view = this.#target.view();
    return {
      moved: ({ x }) => {
        const width = this.#target.widthPx();
        const before = Math.max(1, width - start.x);
        this.#target.zoomFrom(view, view.right, Math.max(1, width - x) / before);
      },
    };
  }

  #onUp(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag === null || event.pointerId !== drag.pointerId) return;
    this.#endDrag();
    drag.grab.released?.(this.#pointOf(event), drag.moved);
  }

  #cancelDrag(): void {
    const drag = this.#drag;
    this.#endDrag();
    drag?.grab.cancelled?.();
  }

  #endDrag(): void {
    const drag = this.#drag;
    this.#drag = null;
    drag?.listeners.abort();
    if (drag?.moved && drag.ofView) this.#target.dragged(false);
  }

  #onMove(event: PointerEvent): void {
    this.#target.pointed(this.#pointOf(event));
  }

  #onLeave(): void {
    this.#target.pointed(null);
  }

  #onDoubleClick(event: MouseEvent): void {
    const point = this.#pointOf(event);
    const zone = this.#target.zoneAt(point);
    if (zone === 'plot') this.#target.plotDoubleClicked(point);
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
    const holds = this.#drag !== null && !this.#drag.ofView;
    if (holds || this.#target.zoneAt(this.#pointOf(event)) === 'time-axis') event.stopPropagation();
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
