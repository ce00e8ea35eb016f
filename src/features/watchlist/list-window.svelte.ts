import { LineLayout } from './line-layout';
import type { WatchlistEntry } from './watchlist-entries';

/** A line that is in the document, and where. */
export interface ShownLine {
  readonly entry: WatchlistEntry;
  readonly index: number;
  /** CSS pixels from the top of all lines. */
  readonly topPx: number;
  readonly heightPx: number;
}

/** Drawn above and below the window, so that a turn of the wheel finds lines there. */
const SPARE_PX = 320;

/** The lines of a list that are in the document: those in the window, however long the list is. */
export class ListWindow {
  readonly #entries: () => readonly WatchlistEntry[];
  readonly #heightOf: (entry: WatchlistEntry) => number;
  #scroller: HTMLElement | null = null;
  #canvas: HTMLElement | null = null;
  #scrollPx = $state(0);
  #heightPx = $state(0);

  constructor(
    entries: () => readonly WatchlistEntry[],
    heightOf: (entry: WatchlistEntry) => number,
  ) {
    this.#entries = entries;
    this.#heightOf = heightOf;
  }

  readonly layout: LineLayout = $derived.by(
    () => new LineLayout(this.#entries().map(this.#heightOf)),
  );

  readonly #indexes = $derived.by(
    () => new Map(this.#entries().map(({ key }, index) => [key, index])),
  );

  /** The scrolling element; there only while the list is. */
  get scroller(): HTMLElement {
    if (!this.#scroller) throw new Error('the list is not drawn');
    return this.#scroller;
  }

  /** What the lines stand in. */
  get canvas(): HTMLElement {
    if (!this.#canvas) throw new Error('the list is not drawn');
    return this.#canvas;
  }

  /** Follows how far an element is scrolled, and how high it is. @returns the way to stop */
  attach(scroller: HTMLElement, canvas: HTMLElement): () => void {
    this.#scroller = scroller;
    this.#canvas = canvas;
    const look = (): void => this.#look();
    const size = new ResizeObserver(look);
    scroller.addEventListener('scroll', look, { passive: true });
    size.observe(scroller);
    look();
    return () => {
      scroller.removeEventListener('scroll', look);
      size.disconnect();
      this.#scroller = null;
      this.#canvas = null;
    };
  }

  /** @param kept - key of a line that stays in the document where it has the focus */
  shown(kept: string | null): readonly ShownLine[] {
    const [from, to] = this.layout.window(this.#scrollPx, this.#heightPx, SPARE_PX);
    const indexes = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
    const keptAt = kept === null ? undefined : this.#indexes.get(kept);
    if (keptAt !== undefined && keptAt < from) indexes.unshift(keptAt);
    if (keptAt !== undefined && keptAt >= to) indexes.push(keptAt);
    const entries = this.#entries();
    return indexes.flatMap((index) => {
      const entry = entries[index];
      if (!entry) return [];
      const [topPx, heightPx] = [this.layout.topOf(index), this.layout.heightOf(index)];
      return [{ entry, index, topPx, heightPx }];
    });
  }

  /** Scrolls until a line can be seen whole. */
  reveal(key: string): void {
    const index = this.#indexes.get(key);
    const scroller = this.#scroller;
    if (index === undefined || !scroller) return;
    // What stands over the lines (the headings) covers their first one.
    const headPx = this.#canvas?.offsetTop ?? 0;
    const heightPx = scroller.clientHeight - headPx;
    scroller.scrollTop = this.layout.scrollTo(index, { scrollPx: scroller.scrollTop, heightPx });
    this.#look();
  }

  #look(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    this.#scrollPx = scroller.scrollTop;
    this.#heightPx = scroller.clientHeight;
  }
}
