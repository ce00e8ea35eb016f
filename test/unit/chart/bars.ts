import {
  allocateBars,
  type Bar,
  type BarColumns,
} from '../../../src/shared/domain/candle/bar-columns';

const DAY = 86_400;

/** Columns from bars. */
export function columnsOf(bars: readonly Bar[]): BarColumns {
  const columns = allocateBars(bars.length);
  bars.forEach((bar, i) => {
    columns.time[i] = bar.time;
    columns.open[i] = bar.open;
    columns.high[i] = bar.high;
    columns.low[i] = bar.low;
    columns.close[i] = bar.close;
    columns.volume[i] = bar.volume;
  });
  return columns;
}

/** `count` bars on successive days from 1970-01-01; prices and volumes follow from the index. */
export function dailyBars(count: number): Bar[] {
  return Array.from({ length: count }, (_, i) => ({
    time: i * DAY,
    open: 100 + i,
    high: 103 + i,
    low: 98 + i,
    close: 101 + i,
    volume: 10 + (i % 7),
  }));
}

export function sessionKey(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}
