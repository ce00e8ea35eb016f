import { type Dragged, isSection, openGaps } from './drop-target';
import type { LineLayout } from './line-layout';
import type { ItemEntry, WatchlistEntry } from './watchlist-entries';

/** Where something is let go: before a line of the list, or on the tab of a list. */
export type DropPlace =
  { readonly on: 'gap'; readonly gap: number } | { readonly on: 'list'; readonly listId: number };

interface ListDragOptions {
  /** The scrolling element. */
  readonly scroller: () => HTMLElement;
  /** What the lines stand in, as high as all of them. */
  readonly canvas: () => HTMLElement;
  readonly layout: () => LineLayout;
  readonly entries: () => readonly WatchlistEntry[];
  /** What is carried with an instrument: all that is marked, where it is among them. */
  readonly around: (entry: ItemEntry) => readonly ItemEntry[];
  /** Whether lines can be put elsewhere in the list: not while it is sorted. */
  readonly isOwnOrder: () => boolean;
  /** @param copies - what is carried stays where it was */
  readonly ondrop: (dragged: Dragged, place: DropPlace, copies: boolean) => void;
}

const THRESHOLD_PX = 4;
const EDGE_PX = 28;
const SCROLL_STEP_PX = 9;
/** Tabs of lists carry their list's id in it. */
const TAB = 'data-drop-list';

/** Dragging lines of the list with the mouse: which ones, and where they would land. */
export class ListDrag {
  readonly #options: ListDragOptions;
  #dragged = $state.raw<Dragged | null>(null);
  #pointer = $state.raw({ x: 0, y: 0 });
  #place = $state.raw<DropPlace | null>(null);
  #copies = $state(false);
  #grabbed: { readonly entry: WatchlistEntry; readonly x: number; readonly y: number } | null =
    null;
  #frame = 0;

  constructor(options: ListDragOptions) {
    this.#options = options;
  }

  get dragged(): Dragged | null {
    return this.#dragged;
  }

  /** In the window, CSS pixels. */
  get pointer(): { readonly x: number; readonly y: number } {
    return this.#pointer;
  }

  get copies(): boolean {
    return this.#copies;
  }

  /** Where the line of the landing place stands, in CSS pixels from the top of the lines. */
  get lineY(): number | null {
    const place = this.#place;
    return place?.on === 'gap' ? this.#options.layout().topOf(place.gap) : null;
  }

  /** The list on whose tab it would land. */
  get listId(): number | null {
    return this.#place?.on === 'list' ? this.#place.listId : null;
  }

  carries(entry: WatchlistEntry): boolean {
    const dragged = this.#dragged;
    if (!dragged) return false;
    return isSection(dragged)
      ? dragged.key === entry.key
      : dragged.some(({ key }) => key === entry.key);
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
    this.#copies = event.ctrlKey || event.metaKey;
    const far = Math.hypot(event.clientX - grabbed.x, event.clientY - grabbed.y) >= THRESHOLD_PX;
    if (!this.#dragged && !far) return;
    if (!this.#dragged) {
      this.#dragged = this.#carriedWith(grabbed.entry);
      if (!this.#dragged) return;
      this.#options.scroller().setPointerCapture(event.pointerId);
    }
    this.#aim();
    this.#scrollAtEdges();
  }

  release(): void {
    const dragged = this.#dragged;
    const place = this.#place;
    const copies = this.#copies;
    this.cancel();
    if (dragged && place !== null) this.#options.ondrop(dragged, place, copies);
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#grabbed = null;
    this.#dragged = null;
    this.#place = null;
  }

  #carriedWith(entry: WatchlistEntry): Dragged | null {
    if (entry.kind === 'item') return this.#options.around(entry);
    return entry.kind === 'section' ? entry : null;
  }

  #aim(): void {
    const listId = this.#tabUnderPointer();
    this.#place = listId === null ? this.#nearestGap() : { on: 'list', listId };
  }

  /** What is carried lies beside the pointer, so that the tab is what is under it. */
  #tabUnderPointer(): number | null {
    const { x, y } = this.#pointer;
    const tab = document.elementFromPoint(x, y)?.closest(`[${TAB}]`);
    return tab ? Number(tab.getAttribute(TAB)) : null;
  }

  #nearestGap(): DropPlace | null {
    const dragged = this.#dragged;
    if (!dragged || !this.#options.isOwnOrder()) return null;
    const layout = this.#options.layout();
    const y = this.#pointer.y - this.#options.canvas().getBoundingClientRect().top;
    const away = (gap: number): number => Math.abs(layout.topOf(gap) - y);
    const gaps = openGaps(this.#options.entries(), dragged);
    const [first, ...rest] = gaps;
    if (first === undefined) return null;
    const gap = rest.reduce((best, each) => (away(each) < away(best) ? each : best), first);
    return { on: 'gap', gap };
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
