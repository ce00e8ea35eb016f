import type { FetchedBars } from '../../../../../electron/core/history/bars-store-port';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { allocateBars, packBars } from '../../../../../src/shared/domain/candle/bar-columns';

/** Flat daily bars by date, all that Yahoo has unless `rest` says otherwise. */
export function fetched(
  days: Record<string, number>,
  rest: Partial<FetchedBars> = {},
): FetchedBars {
  const bars = allocateBars(Object.keys(days).length);
  for (const [index, [date, close]] of Object.entries(days).entries()) {
    bars.time[index] = toSessionKey(date);
    for (const name of ['open', 'high', 'low', 'close', 'adjustedClose'] as const) {
      bars[name][index] = close;
    }
    bars.volume[index] = 1000;
  }
  return {
    ...{ instrument: 'XNAS:GOOGL', interval: 'D', source: 'yahoo', splits: [], currency: null },
    skippedRows: 0,
    buffer: packBars(bars),
    isWhole: true,
    ...rest,
  };
}
