/** Where each line of a list stands, CSS pixels from its top, from the heights of the lines. */
export class LineLayout {
  /** Upper edge of each line, and behind them the lower edge of the last one. */
  readonly #edges: Float64Array;

  constructor(heights: readonly number[]) {
    this.#edges = new Float64Array(heights.length + 1);
    heights.forEach((height, index) => {
      this.#edges[index + 1] = (this.#edges[index] as number) + height;
    });
  }

  get totalPx(): number {
    return this.#edges.at(-1) ?? 0;
  }

  /** The upper edge of a line; of the number of lines: the lower edge of the last one. */
  topOf(index: number): number {
    return this.#edges[Math.max(0, Math.min(index, this.#edges.length - 1))] as number;
  }

  heightOf(index: number): number {
    return this.topOf(index + 1) - this.topOf(index);
  }

  /** The line that covers a place, the nearest one for a place outside; -1 where there are none. */
  lineAt(yPx: number): number {
    let [from, to] = [0, this.#edges.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#edges[middle + 1] as number) > yPx) to = middle;
      else from = middle + 1;
    }
    return Math.min(from, this.#edges.length - 2);
  }

  /**
   * The lines that a window shows, and some beside them; the end is not included.
   *
   * @param sparePx - what is drawn above and below the window
   */
  window(scrollPx: number, heightPx: number, sparePx: number): readonly [number, number] {
    const from = Math.max(0, this.lineAt(scrollPx - sparePx));
    return [from, this.lineAt(scrollPx + heightPx + sparePx) + 1];
  }

  /** How far to scroll so that a line can be seen whole; the same where it can already. */
  scrollTo(index: number, view: { readonly scrollPx: number; readonly heightPx: number }): number {
    const [top, bottom] = [this.topOf(index), this.topOf(index + 1)];
    if (top < view.scrollPx) return top;
    return bottom > view.scrollPx + view.heightPx ? bottom - view.heightPx : view.scrollPx;
  }
}
