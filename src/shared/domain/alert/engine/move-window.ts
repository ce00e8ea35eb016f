import type { BarSpan } from './bar-spans';

/** Lowest and highest value within the last bars, the one under way included. One comparison a price. */
export class MoveWindow {
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private next = 0;
  private count = 0;
  private end = -Infinity;
  /** Of the bars before the one under way. */
  private oldLow = NaN;
  private oldHigh = NaN;
  /** Of the bar under way. */
  private low = NaN;
  private high = NaN;

  /** @param bars - that count, the one under way among them */
  constructor(
    bars: number,
    private readonly spanAt: (at: number) => BarSpan,
  ) {
    this.lows = new Float64Array(bars - 1);
    this.highs = new Float64Array(bars - 1);
  }

  /** NaN before the first value. */
  get lowest(): number {
    return this.oldLow < this.low ? this.oldLow : this.low;
  }

  get highest(): number {
    return this.oldHigh > this.high ? this.oldHigh : this.high;
  }

  /** @param value - NaN is no value and leaves everything as it is */
  hear(at: number, value: number): void {
    if (Number.isNaN(value)) return;
    if (at >= this.end) this.roll(at);
    this.low = this.low < value ? this.low : value;
    this.high = this.high > value ? this.high : value;
  }

  scale(factor: number): void {
    for (const column of [this.lows, this.highs]) {
      for (let index = 0; index < column.length; index++) {
        column[index] = (column[index] as number) * factor;
      }
    }
    this.oldLow *= factor;
    this.oldHigh *= factor;
    this.low *= factor;
    this.high *= factor;
  }

  private roll(at: number): void {
    this.end = this.spanAt(at).end;
    if (!Number.isNaN(this.low) && this.lows.length > 0) {
      this.lows[this.next] = this.low;
      this.highs[this.next] = this.high;
      this.next = (this.next + 1) % this.lows.length;
      this.count = Math.min(this.count + 1, this.lows.length);
      this.oldLow = Math.min(...this.lows.subarray(0, this.count));
      this.oldHigh = Math.max(...this.highs.subarray(0, this.count));
    }
    this.low = NaN;
    this.high = NaN;
  }
}
