import type { KeyRange } from '../../chart/chart-types';
import { type DateRange, toDate, toSessionKey } from '../../shared/domain/calendar/calendar-date';
import type { BarColumns } from '../../shared/domain/candle/bar-columns';

export const RANGE_NAMES = ['1M', '6M', 'YTD', '1Y', '5Y', 'All'] as const;
export type RangeName = (typeof RANGE_NAMES)[number];

const MONTHS: Partial<Record<RangeName, number>> = { '1M': 1, '6M': 6, '1Y': 12, '5Y': 60 };

/** The session keys of a named range, counted back from the last bar; null without bars. */
export function namedRange(name: RangeName, bars: BarColumns): KeyRange | null {
  const first = bars.time[0];
  const last = bars.time[bars.length - 1];
  if (first === undefined || last === undefined) return null;
  return { fromKey: Math.max(first, rangeStart(name, last)), toKey: last };
}

/** The session keys of a range of dates. */
export function dateRange({ from, to }: DateRange): KeyRange {
  return { fromKey: toSessionKey(from), toKey: toSessionKey(to) };
}

function rangeStart(name: RangeName, lastKey: number): number {
  const months = MONTHS[name];
  if (months !== undefined) return monthsEarlier(lastKey, months);
  return name === 'YTD' ? toSessionKey(`${toDate(lastKey).slice(0, 4)}-01-01`) : -Infinity;
}

/** The same day of an earlier month; its last day where it is shorter (31 March, 1M: 28 February). */
function monthsEarlier(key: number, months: number): number {
  const date = new Date(key * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const daysInMonth = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
  ).getUTCDate();
  date.setUTCDate(Math.min(day, daysInMonth));
  return date.getTime() / 1000;
}
