import { type BarColumns, subBars } from '../candle/bar-columns';
import type { BarSessions } from '../candle/bar-sessions';
import type { BarClose } from './bar-close';

/**
 * How many of the first bars are complete at a moment. A bar that holds anything later is none of them:
 * it is left out whole, because what of it was known then cannot be told from it.
 *
 * @param momentMs - UTC milliseconds; a bar that is complete just then counts
 */
export function completeBars(
  { time, length }: Pick<BarColumns, 'time' | 'length'>,
  closesAt: BarClose,
  momentMs: number,
): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (closesAt(time[middle] as number) <= momentMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first bars, over the same memory. */
export function barsUntil(bars: BarColumns, count: number): BarColumns {
  return count >= bars.length ? bars : subBars(bars, 0, count);
}

/** The sessions that the first bars cover, over the same memory. */
export function sessionsUntil({ keys, bars }: BarSessions, count: number): BarSessions {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bars[middle] as number) < count) low = middle + 1;
    else high = middle;
  }
  return { keys: keys.subarray(0, low), bars: bars.subarray(0, low) };
}
