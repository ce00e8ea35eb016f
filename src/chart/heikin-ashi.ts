import { allocateBars, type Bar, type BarColumns } from '../shared/domain/candle/bar-columns';

/**
 * The Heikin-Ashi bar of a bar: close is the mean of open, high, low and close; open is the middle
 * of the previous Heikin-Ashi body (for the first bar, of its own body); high and low also cover
 * the new body. Dan Valcu, "Using The Heikin-Ashi Technique", Stocks & Commodities 22:2 (2004).
 */
export function heikinAshiBar(bar: Bar, previous: Pick<Bar, 'open' | 'close'> | null): Bar {
  const close = (bar.open + bar.high + bar.low + bar.close) / 4;
  const open = ((previous?.open ?? bar.open) + (previous?.close ?? bar.close)) / 2;
  return {
    time: bar.time,
    open,
    high: Math.max(bar.high, open, close),
    low: Math.min(bar.low, open, close),
    close,
    volume: bar.volume,
  };
}

/** A whole series as Heikin-Ashi bars, in new columns. */
export function heikinAshiOf(bars: Omit<BarColumns, 'adjustedClose'>): BarColumns {
  const { length, time, open, high, low, close, volume } = bars;
  const result = allocateBars(length);
  result.time.set(time.subarray(0, length));
  result.volume.set(volume.subarray(0, length));
  result.adjustedClose.fill(Number.NaN);
  for (let i = 0; i < length; i++) {
    const [o, c] = [open[i] as number, close[i] as number];
    const [h, l] = [high[i] as number, low[i] as number];
    const mean = (o + h + l + c) / 4;
    const start =
      i === 0
        ? (o + c) / 2
        : ((result.open[i - 1] as number) + (result.close[i - 1] as number)) / 2;
    result.open[i] = start;
    result.close[i] = mean;
    result.high[i] = Math.max(h, start, mean);
    result.low[i] = Math.min(l, start, mean);
  }
  return result;
}
