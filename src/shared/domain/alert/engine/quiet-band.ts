import type { ConditionMark, Side } from './condition-marks';

/** What may be wrong with a computed crossing of two lines, in parts of the numbers that it comes from. */
const ROUNDING = 1e-12;

/** A measure as a straight line over the price: what it comes to at 0, and its step for one of the price. */
export interface PriceLine {
  readonly zero: number;
  readonly slope: number;
}

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

  /** Ends it at a volume that is ahead: volumes do not fall. @param volume - of now */
  narrowToVolume(mark: number, volume: number): void {
    if (mark >= volume && mark < this.volume) this.volume = mark;
  }

  /** Ends it where a measure comes to a mark. @param price - of now */
  narrowToMark(of: PriceLine, level: PriceLine, mark: ConditionMark, price: number): void {
    this.narrowTo(edgeOf(of, level, mark, price), price);
  }

  /**
   * Ends it before a measure is on one side of all marks, which it is not now. As long as it is not on
   * that side of one of them, the others do not matter: the one that is farthest ahead is enough.
   */
  narrowToAll(
    of: PriceLine,
    level: PriceLine,
    { side, marks }: { readonly side: Side; readonly marks: readonly ConditionMark[] },
    price: number,
  ): void {
    let farthest = NaN;
    for (const mark of marks) {
      const past = of.zero + of.slope * price - mark.offset;
      if (side * (past - mark.share * (level.zero + level.slope * price)) >= 0) continue;
      const edge = edgeOf(of, level, mark, price);
      if (!(Math.abs(edge - price) <= Math.abs(farthest - price))) farthest = edge;
    }
    this.narrowTo(farthest, price);
  }

  /** @param edge - NaN where every price has to be looked at */
  private narrowTo(edge: number, price: number): void {
    if (edge > price) {
      if (edge < this.high) this.high = edge;
    } else if (edge < price) {
      if (edge > this.low) this.low = edge;
    } else this.close();
  }
}

/**
 * The last price before one measure comes to a mark, starting from the price of now: infinite where it
 * never does, NaN where rounding does not let it be said on which side of the mark it is now.
 */
function edgeOf(of: PriceLine, level: PriceLine, mark: ConditionMark, price: number): number {
  const { share, offset } = mark;
  const rise = of.slope - share * level.slope;
  const start = of.zero - share * level.zero - offset;
  const scale = Math.abs(of.zero) + Math.abs(share * level.zero) + Math.abs(offset);
  const steepness = 1 + Math.abs(of.slope) + Math.abs(share * level.slope);
  if (rise === 0) {
    const doubt = ROUNDING * (scale + Math.abs(price) * steepness);
    return Math.abs(start) > doubt ? Infinity : NaN;
  }
  const root = -start / rise;
  const doubt =
    (ROUNDING * (scale + (Math.abs(price) + Math.abs(root)) * steepness)) / Math.abs(rise);
  if (price < root - doubt) return root - doubt;
  return price > root + doubt ? root + doubt : NaN;
}
