import { openGaps } from './drop-target';
import type { WatchlistEntry } from './watchlist-entries';

interface ListDragOptions {
  /** The scrolling element; its lines carry their key in `data-key`. */
  readonly scroller: () => HTMLElement;
  readonly entries: () => readonly WatchlistEntry[];
  readonly ondrop: (dragged: WatchlistEntry, gap: number) => void;
}

const THRESHOLD_PX = 4;
const EDGE_PX = 28;
const SCROLL_STEP_PX = 7;

/** Dragging lines of the list with the mouse: which one, and before which line it would land. */
export class ListDrag {
  readonly #options: ListDragOptions;
  #dragged = $state.raw<WatchlistEntry | null>(null);
  #pointer = $state.raw({ x: 0, y: 0 });
  #lineY = $state<number | null>(null);
  #gap: number | null = null;
  #grabbed: { readonly entry: WatchlistEntry; readonly x: number; readonly y: number } | null =
    null;
  #frame = 0;

  constructor(options: ListDragOptions) {
    this.#options = options;
  }

  get dragged(): WatchlistEntry | null {
    return this.#dragged;
  }

  /** In the window, CSS pixels. */
  get pointer(): { readonly x: number; readonly y: number } {
    return this.#pointer;
  }

  /** Where the line of the landing place stands, in CSS pixels from the top of the scrolled list. */
  get lineY(): number | null {
    return this.#lineY;
  }

  grab(event: PointerEvent, entry: WatchlistEntry): void {
    const onControl = (event.target as Element).closest('button, input') !== null;
    if (event.button !== 0 || event.pointerType !== 'mouse' || onControl) return;
    this.#grabbed = { entry, x: event.clientX, y: event.clientY };
  }

  move(event: PointerEvent): void {
    const grabbed = this.#grabbed;
    if (!grabbed) return;
    if (event.buttons === 0) {
      this.cancel();
      return;
    }
    this.#pointer = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(event.clientX - grabbed.x, event.clientY - grabbed.y) >= THRESHOLD_PX;
    if (!this.#dragged && !far) return;
    if (!this.#dragged) {
      this.#dragged = grabbed.entry;
      this.#options.scroller().setPointerCapture(event.pointerId);
    }
    this.#aim();
    this.#scrollAtEdges();
  }

  release(): void {
    const dragged = this.#dragged;
    const gap = this.#gap;
    this.cancel();
    if (dragged && gap !== null) this.#options.ondrop(dragged, gap);
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#grabbed = null;
    this.#dragged = null;
    this.#gap = null;
    this.#lineY = null;
  }

  #aim(): void {
    const dragged = this.#dragged;
    if (!dragged) return;
    const scroller = this.#options.scroller();
    const listTop = scroller.getBoundingClientRect().top - scroller.scrollTop;
    const tops = this.#gapTops();
    let best: { gap: number; top: number; away: number } | null = null;
    for (const gap of openGaps(this.#options.entries(), dragged)) {
      const top = tops[gap];
      if (top === undefined) continue;
      const away = Math.abs(top - this.#pointer.y);
      if (!best || away < best.away) best = { gap, top, away };
    }
    this.#gap = best?.gap ?? null;
    this.#lineY = best ? best.top - listTop : null;
  }

  /** The upper edge of each line in the window, and the lower edge of the last one. */
  #gapTops(): number[] {
    const rows = [...this.#options.scroller().querySelectorAll<HTMLElement>('[data-key]')];
    const tops = rows.map((row) => row.getBoundingClientRect().top);
    const end = rows.at(-1)?.getBoundingClientRect().bottom;
    return end === undefined ? tops : [...tops, end];
  }

  #scrollAtEdges(): void {
    if (this.#frame !== 0) return;
    const step = (): void => {
      const { top, bottom } = this.#options.scroller().getBoundingClientRect();
      const { y } = this.#pointer;
      const by = y < top + EDGE_PX ? -SCROLL_STEP_PX : y > bottom - EDGE_PX ? SCROLL_STEP_PX : 0;
      this.#frame = 0;
      if (by === 0 || !this.#dragged) return;
      this.#options.scroller().scrollTop += by;
      this.#aim();
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }
}
