/** What draws a chart lends its picture to what exports it. */
export class ChartPicture {
  #take: (() => HTMLCanvasElement) | null = null;

  /** @returns the way to take it back */
  lend(take: () => HTMLCanvasElement): () => void {
    this.#take = take;
    return () => {
      if (this.#take === take) this.#take = null;
    };
  }

  /** At the resolution of the screen; null while nothing is drawn. */
  take(): HTMLCanvasElement | null {
    return this.#take?.() ?? null;
  }
}
