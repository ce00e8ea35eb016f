/** Owners by the prices at which something can happen to them, sorted. */
export class LevelIndex<Owner> {
  private readonly prices: Float64Array;
  private readonly owners: readonly Owner[];

  constructor(entries: readonly { readonly price: number; readonly owner: Owner }[]) {
    const sorted = entries.toSorted((one, other) => one.price - other.price);
    this.prices = Float64Array.from(sorted, ({ price }) => price);
    this.owners = sorted.map(({ owner }) => owner);
  }

  /** Those with a price from `low` to `high`, both included; one with several comes several times. */
  visit(low: number, high: number, visit: (owner: Owner) => void): void {
    for (let index = this.firstFrom(low); index < this.prices.length; index++) {
      if ((this.prices[index] as number) > high) return;
      visit(this.owners[index] as Owner);
    }
  }

  /** The next price at or below; -Infinity where there is none. */
  below(price: number): number {
    const index = this.firstFrom(price);
    if (this.prices[index] === price) return price;
    return index === 0 ? -Infinity : (this.prices[index - 1] as number);
  }

  /** The next price at or above; Infinity where there is none. */
  above(price: number): number {
    return this.prices[this.firstFrom(price)] ?? Infinity;
  }

  private firstFrom(price: number): number {
    let low = 0;
    let high = this.prices.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.prices[middle] as number) < price) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
