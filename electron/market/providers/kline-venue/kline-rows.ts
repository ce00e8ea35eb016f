import {
  allocateBars,
  type Bar,
  packBars,
  viewPackedBars,
} from '../../../../src/shared/domain/candle/bar-columns';

/** A row as a bar, time in UTC seconds; null where it is none. Venues write numbers as text. */
export function readKline(row: unknown): Bar | null {
  if (!Array.isArray(row) || row.length < 6) return null;
  const [startMs, open, high, low, close, volume] = row.slice(0, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const numbers = [startMs, open, high, low, close, volume];
  if (!numbers.every(Number.isFinite) || low <= 0 || volume < 0) return null;
  if (low > Math.min(open, close) || high < Math.max(open, close)) return null;
  return { time: startMs / 1000, open, high, low, close, volume };
}

/** Bars of all rows in order of time, each time once, and how many rows were none. */
export function packKlines(rows: readonly unknown[]) {
  const bars = rows.map(readKline).filter((bar) => bar !== null);
  const byTime = [...new Map(bars.map((bar) => [bar.time, bar])).values()];
  byTime.sort((one, other) => one.time - other.time);
  const columns = allocateBars(byTime.length);
  for (const [index, bar] of byTime.entries()) {
    columns.time[index] = bar.time;
    columns.open[index] = bar.open;
    columns.high[index] = bar.high;
    columns.low[index] = bar.low;
    columns.close[index] = bar.close;
    columns.volume[index] = bar.volume;
    columns.adjustedClose[index] = NaN;
  }
  const buffer = packBars(columns);
  return { bars: { ...viewPackedBars(buffer), buffer }, skippedRows: rows.length - bars.length };
}
