import { allocateBars, type BarColumns } from './bar-columns';

type OwnedBars = BarColumns & { readonly buffer: ArrayBuffer };

/**
 * Heikin-Ashi bars: the close is the mean of open, high, low and close; the open is the middle of the
 * body before; high and low are the extremes of the bar's own and of both. The first open is the middle
 * of the first body. Volumes stay; there is no adjusted close, because these are no traded prices.
 */
export function heikinAshi(bars: BarColumns): OwnedBars {
  return smooth(bars, 0, NaN);
}

/**
 * The last Heikin-Ashi bar again, and those after it, when only the last bar has changed or newer ones
 * have come: equal to the end of {@link heikinAshi} over all of `bars`. `replaceTail` puts it in place.
 *
 * @param smoothed - what was made of the bars before
 */
export function heikinAshiTail(smoothed: BarColumns, bars: BarColumns): OwnedBars {
  const from = Math.max(0, smoothed.length - 1);
  if (from === 0) return heikinAshi(bars);
  const open = smoothed.open[from - 1] as number;
  const close = smoothed.close[from - 1] as number;
  return smooth(bars, from, (open + close) / 2);
}

/** @param firstOpen - NaN for the first bar of a series */
function smooth(bars: BarColumns, from: number, firstOpen: number): OwnedBars {
  const smoothed = allocateBars(bars.length - from);
  smoothed.time.set(bars.time.subarray(from, bars.length));
  smoothed.volume.set(bars.volume.subarray(from, bars.length));
  smoothed.adjustedClose.fill(NaN);
  let nextOpen = firstOpen;
  for (let place = 0; place < smoothed.length; place++) {
    const open = bars.open[from + place] as number;
    const high = bars.high[from + place] as number;
    const low = bars.low[from + place] as number;
    const close = bars.close[from + place] as number;
    const middle = (open + high + low + close) / 4;
    const start = Number.isNaN(nextOpen) ? (open + close) / 2 : nextOpen;
    smoothed.open[place] = start;
    smoothed.close[place] = middle;
    smoothed.high[place] = Math.max(high, start, middle);
    smoothed.low[place] = Math.min(low, start, middle);
    nextOpen = (start + middle) / 2;
  }
  return smoothed;
}
