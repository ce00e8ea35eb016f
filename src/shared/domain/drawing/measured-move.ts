import { type BarColumns, lowerBound } from '../candle/bar-columns';
import type { DrawingPoint } from './drawing';

/** What lies between two points of a chart, from the first to the second; negative when it goes back. */
export interface MeasuredMove {
  /** Bars from one to the other; null where one lies outside the series, for what comes is not known. */
  readonly bars: number | null;
  /** Seconds; between session keys whole days. */
  readonly seconds: number;
  /** In the currency of the instrument. */
  readonly price: number;
  /** Of the first price; null where that is not positive. */
  readonly percent: number | null;
}

/** Measures on a chart whose bars are `bars`; the points' times are those of its interval. */
export function measureMove(bars: BarColumns, from: DrawingPoint, to: DrawingPoint): MeasuredMove {
  const first = barUnder(bars, from.time);
  const last = barUnder(bars, to.time);
  const price = to.price - from.price;
  return {
    bars: first === null || last === null ? null : last - first,
    seconds: to.time - from.time,
    price,
    percent: from.price > 0 ? (price / from.price) * 100 : null,
  };
}

/** Index of the last bar that does not begin after a time; null outside the series. */
function barUnder(bars: BarColumns, time: number): number | null {
  const at = lowerBound(bars, time);
  if (at === bars.length) return null;
  if (bars.time[at] === time) return at;
  return at === 0 ? null : at - 1;
}
