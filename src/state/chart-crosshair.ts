/** What draws a chart lends the price of its crosshair to what is done at that price. */
export class ChartCrosshair {
  #read: (() => number | null) | null = null;

  /** @returns the way to take it back */
  lend(read: () => number | null): () => void {
    this.#read = read;
    return () => {
      if (this.#read === read) this.#read = null;
    };
  }

  /** In the instrument's quoted currency; null where the crosshair is not out. */
  get price(): number | null {
    return this.#read?.() ?? null;
  }
}
