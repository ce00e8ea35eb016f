/** The least and the greatest of the numbers that were added; NaN and infinities are passed over. */
export class Extremes {
  #min = Infinity;
  #max = -Infinity;

  add(value: number): void {
    if (!Number.isFinite(value)) return;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
  }

  /** Null while nothing was added. */
  range(): { readonly min: number; readonly max: number } | null {
    return this.#min > this.#max ? null : { min: this.#min, max: this.#max };
  }
}
