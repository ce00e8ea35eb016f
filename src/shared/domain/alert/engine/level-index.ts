/** Owners by the levels (prices, volumes) at which something can happen to them, sorted. */
export class LevelIndex<Owner> {
  private readonly levels: Float64Array;
  private readonly owners: readonly Owner[];

  /** Most slots have no levels of a kind: they share one. */
  static readonly EMPTY = new LevelIndex<never>([]);

  constructor(entries: readonly { readonly level: number; readonly owner: Owner }[]) {
    const sorted = entries.toSorted((one, other) => one.level - other.level);
    this.levels = Float64Array.from(sorted, ({ level }) => level);
    this.owners = sorted.map(({ owner }) => owner);
  }

  /**
   * Those with a level between two values, both included; one with several comes several times. Where a
   * value is not known (NaN), anything may have been passed: all of them.
   */
  visitBetween(one: number, other: number, visit: (owner: Owner) => void): void {
    const high = Math.max(one, other);
    for (let index = this.firstFrom(Math.min(one, other)); index < this.levels.length; index++) {
      if ((this.levels[index] as number) > high) return;
      visit(this.owners[index] as Owner);
    }
  }

  /** The next level at or below; -Infinity where there is none. */
  below(value: number): number {
    const index = this.firstFrom(value);
    if (this.levels[index] === value) return value;
    return index === 0 ? -Infinity : (this.levels[index - 1] as number);
  }

  /** The next level at or above; Infinity where there is none. */
  above(value: number): number {
    return this.levels[this.firstFrom(value)] ?? Infinity;
  }

  private firstFrom(value: number): number {
    let low = 0;
    let high = this.levels.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.levels[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
