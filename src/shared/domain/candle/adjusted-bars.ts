import { allocateBars, type BarColumns } from './bar-columns';

export interface AdjustedBars {
  readonly bars: BarColumns & { readonly buffer: ArrayBuffer };
  /** Bars whose adjusted close is not known; equal to the length where the source gives none at all. */
  readonly unknown: number;
}

/**
 * Bars with all four prices scaled by adjusted close / close, so that dividends (and splits, where the
 * source counts them too) leave no gap. Volumes stay as they are.
 *
 * Adjusting works backwards from today. A bar whose adjusted close is not known therefore takes the
 * ratio of the next one whose is, and a bar after the last such one stays as it is: a bar is never
 * left out, and never counted as adjusted by more than is known of it. The newest bars can be adjusted
 * without those before them.
 */
export function adjustBars(bars: BarColumns): AdjustedBars {
  const adjusted = allocateBars(bars.length);
  adjusted.time.set(bars.time.subarray(0, bars.length));
  adjusted.volume.set(bars.volume.subarray(0, bars.length));
  adjusted.adjustedClose.set(bars.adjustedClose.subarray(0, bars.length));
  let ratio = 1;
  let unknown = 0;
  for (let index = bars.length - 1; index >= 0; index--) {
    const close = bars.close[index] as number;
    const known = bars.adjustedClose[index] as number;
    if (known > 0) ratio = known / close;
    else unknown++;
    adjusted.open[index] = (bars.open[index] as number) * ratio;
    adjusted.high[index] = (bars.high[index] as number) * ratio;
    adjusted.low[index] = (bars.low[index] as number) * ratio;
    adjusted.close[index] = close * ratio;
  }
  return { bars: adjusted, unknown };
}
