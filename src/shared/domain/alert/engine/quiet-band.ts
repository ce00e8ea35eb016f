import type { ConditionMark } from './condition-marks';
import type { SlotTable } from './slot-table';
import { type ValueSource, valueAtZero, valueOf } from './value-source';

/** What may be wrong with a computed crossing of two lines, in parts of the numbers that it comes from. */
const ROUNDING = 1e-12;

/**
 * Prices and volumes between which nothing changes for a rule, until a bar begins that its indicators
 * are computed over. Narrower by what rounding may do: within that every price is looked at.
 */
export class QuietBand {
  low = NaN;
  high = NaN;
  volume = NaN;

  contains(price: number, volume: number): boolean {
    if (!(price > this.low && price < this.high)) return false;
    return volume < this.volume || volume !== volume;
  }

  /** Every price has to be looked at; narrowing changes nothing of that. */
  close(): void {
    this.low = NaN;
    this.high = NaN;
    this.volume = NaN;
  }

  /** No price has to be, before it is narrowed. */
  open(): void {
    this.low = -Infinity;
    this.high = Infinity;
    this.volume = Infinity;
  }

  /** Ends it where `of` comes to a mark: volumes do not fall, prices go either way. */
  narrow(of: ValueSource, mark: ConditionMark, table: SlotTable): void {
    if (of.kind !== 'volume') return this.narrowPrices(of, mark, table);
    const isAhead = mark.offset >= table.volumeOf(of.slot);
    if (isAhead && mark.offset < this.volume) this.volume = mark.offset;
  }

  private narrowPrices(of: ValueSource, mark: ConditionMark, table: SlotTable): void {
    const { level, share, offset } = mark;
    const price = table.priceOf(of.slot);
    const value = valueOf(of, table);
    const levelValue = level === null ? 0 : valueOf(level, table);
    // What is not known stays so for as long as the bar lasts.
    if (Number.isNaN(value + levelValue)) return;
    // Two points make a line: at the price of now, and at none.
    const zero = valueAtZero(of, table);
    const levelZero = level === null ? 0 : valueAtZero(level, table);
    const slope = (value - zero) / price;
    const markSlope = (share * (levelValue - levelZero)) / price;
    const rise = slope - markSlope;
    const start = zero - share * levelZero - offset;
    const scale = Math.abs(zero) + Math.abs(share * levelZero) + Math.abs(offset);
    const steepness = 1 + Math.abs(slope) + Math.abs(markSlope);
    if (rise === 0) {
      const doubt = ROUNDING * (scale + Math.abs(price) * steepness);
      return Math.abs(start) > doubt ? undefined : this.close();
    }
    const root = -start / rise;
    const doubt = ROUNDING * (scale + (Math.abs(price) + Math.abs(root)) * steepness);
    this.narrowTo(root, doubt / Math.abs(rise), price);
  }

  private narrowTo(root: number, doubt: number, price: number): void {
    if (price < root - doubt) {
      if (root - doubt < this.high) this.high = root - doubt;
    } else if (price > root + doubt) {
      if (root + doubt > this.low) this.low = root + doubt;
    } else this.close();
  }
}
