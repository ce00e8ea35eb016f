import { isCalendarDate, toSessionKey } from '../../../src/shared/domain/calendar/calendar-date';
import {
  allocateBars,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';

/** One day as a source writes it; cells may be text. */
export interface DatedRow {
  /** `YYYY-MM-DD`, more may follow. */
  readonly date: string;
  readonly open: string | number;
  readonly high: string | number;
  readonly low: string | number;
  readonly close: string | number;
  readonly volume?: string | number | undefined;
  readonly adjustedClose?: number | undefined;
}

/** Daily bars of rows in order of date; what is no bar, or does not lie behind the one before, is left out. */
export function packDatedRows(rows: readonly DatedRow[]) {
  const bars = allocateBars(rows.length);
  let length = 0;
  for (const row of rows) {
    const date = row.date.slice(0, 10);
    const time = isCalendarDate(date) ? toSessionKey(date) : NaN;
    const [open, high, low, close] = [row.open, row.high, row.low, row.close].map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const isBar = low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close);
    const rises = length === 0 || time > (bars.time[length - 1] as number);
    if (!isBar || !Number.isFinite(high) || Number.isNaN(time) || !rises) continue;
    bars.time[length] = time;
    bars.open[length] = open;
    bars.high[length] = high;
    bars.low[length] = low;
    bars.close[length] = close;
    bars.volume[length] = Math.max(0, Number(row.volume) || 0);
    bars.adjustedClose[length] = row.adjustedClose ?? NaN;
    length++;
  }
  const buffer = packBars(bars, 0, length);
  return { bars: { ...viewPackedBars(buffer), buffer }, skippedRows: rows.length - length };
}
