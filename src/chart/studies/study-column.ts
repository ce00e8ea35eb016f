const MIN_SPARE = 64;
const GROWTH = 1.25;

/** Values aligned with the bars. Reads the caller's column and copies it at the first change. */
export class StudyColumn {
  #values: Float64Array;
  #length: number;
  #owned = false;
  #first: number | null = null;

  constructor(values: Float64Array) {
    this.#values = values;
    this.#length = values.length;
  }

  /** Index of the oldest value; Infinity where there is none. */
  get first(): number {
    this.#first ??= this.#findFirst();
    return this.#first;
  }

  /** NaN where there is none. */
  at(index: number): number {
    return index >= 0 && index < this.#length ? (this.#values[index] as number) : Number.NaN;
  }

  /** The newest value; NaN where there is none at all. */
  last(): number {
    let index = this.#length - 1;
    while (index >= 0 && Number.isNaN(this.#values[index])) index--;
    return this.at(index);
  }

  /** Bars between the last value and `index` have none. */
  put(index: number, value: number): void {
    if (!this.#owned || index >= this.#values.length) {
      const grown = new Float64Array(
        Math.ceil((Math.max(this.#length, index) + MIN_SPARE) * GROWTH),
      );
      grown.set(this.#values.subarray(0, this.#length));
      this.#values = grown;
      this.#owned = true;
    }
    if (index > this.#length) this.#values.fill(Number.NaN, this.#length, index);
    this.#values[index] = value;
    this.#length = Math.max(this.#length, index + 1);
    if (this.#first === null || index <= this.#first) this.#first = null;
  }

  #findFirst(): number {
    for (let index = 0; index < this.#length; index++) {
      if (!Number.isNaN(this.#values[index])) return index;
    }
    return Infinity;
  }
}
