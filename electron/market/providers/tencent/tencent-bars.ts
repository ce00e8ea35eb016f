import { z } from 'zod/mini';
import { isCalendarDate, toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import {
  allocateBars,
  packBars,
  viewPackedBars,
} from '../../../../src/shared/domain/candle/bar-columns';

const answer = z.object({
  code: z.literal(0),
  data: z.record(
    z.string(),
    z.object({ day: z.optional(z.array(z.unknown())), qfqday: z.optional(z.array(z.unknown())) }),
  ),
});

export interface TencentBars {
  readonly bars: ReturnType<typeof allocateBars>;
  readonly skippedRows: number;
}

/**
 * Rows are `[date, open, CLOSE, high, low, volume]`; what follows (a dividend) is none of our columns.
 *
 * @param lot - units of the instrument in one unit of volume
 * @returns null where the answer is of an unknown shape; no bars where the symbol is unknown
 */
export function readTencentBars(value: unknown, symbol: string, lot: number): TencentBars | null {
  const parsed = answer.safeParse(value);
  if (!parsed.success) return null;
  const series = parsed.data.data[symbol];
  const rows = series?.qfqday ?? series?.day ?? [];
  const bars = allocateBars(rows.length);
  let length = 0;
  for (const row of rows) {
    const numbers = readRow(row);
    if (!numbers || (length > 0 && numbers.time <= (bars.time[length - 1] as number))) continue;
    bars.time[length] = numbers.time;
    bars.open[length] = numbers.open;
    bars.close[length] = numbers.close;
    bars.high[length] = numbers.high;
    bars.low[length] = numbers.low;
    bars.volume[length] = numbers.volume * lot;
    bars.adjustedClose[length] = NaN;
    length++;
  }
  const buffer = packBars(bars, 0, length);
  return { bars: { ...viewPackedBars(buffer), buffer }, skippedRows: rows.length - length };
}

function readRow(row: unknown) {
  if (!Array.isArray(row) || typeof row[0] !== 'string' || !isCalendarDate(row[0])) return null;
  const [open, close, high, low] = row.slice(1, 5).map(Number) as [number, number, number, number];
  const isBar = low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close);
  if (!isBar || !Number.isFinite(high)) return null;
  const volume = Number(row[5]);
  return { time: toSessionKey(row[0]), open, close, high, low, volume: volume >= 0 ? volume : 0 };
}
