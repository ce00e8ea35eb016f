import { toDate, toSessionKey } from '../../shared/domain/calendar/calendar-date';
import { buildsFrom, type ChartInterval, type Interval } from '../../shared/domain/candle/interval';
import type { RangeName } from '../../shared/domain/chart/range-name';

const SESSIONS: Partial<Record<RangeName, number>> = { '1D': 1, '5D': 5 };
const MONTHS: Partial<Record<RangeName, number>> = { '1M': 1, '6M': 6, '1Y': 12, '5Y': 60 };

/** Intervals that show a range well, the one to choose first; one that is shown already is kept. */
const FITTING: Readonly<Record<RangeName, readonly ChartInterval[]>> = {
  '1D': ['1m', '5m', '15m'],
  '5D': ['5m', '15m', '30m', '1h'],
  '1M': ['D', '1h', '4h', '30m'],
  '6M': ['D', 'W', '4h'],
  YTD: ['D', 'W', '4h'],
  '1Y': ['D', 'W'],
  '5Y': ['D', 'W', 'M'],
  All: ['D', 'W', 'M'],
};

/**
 * The sessions of a named range, counted back from the last one; null without sessions.
 *
 * @param keys - session keys of the series, ascending
 */
export function namedSessions(
  name: RangeName,
  keys: ArrayLike<number>,
): { readonly from: number; readonly to: number } | null {
  const last = keys[keys.length - 1];
  if (last === undefined) return null;
  const count = SESSIONS[name];
  const from =
    count === undefined ? rangeStart(name, last) : keys[Math.max(0, keys.length - count)];
  return { from: from ?? last, to: last };
}

/**
 * The interval in which to show a range.
 *
 * @param stored - intervals that the source has of the instrument where it can get no others; null
 *   where a source may still be asked for what is missing
 */
export function intervalFor(
  name: RangeName,
  current: ChartInterval,
  stored: readonly Interval[] | null,
): ChartInterval {
  const fitting = FITTING[name];
  if (fitting.includes(current)) return current;
  const canMake = (interval: ChartInterval): boolean =>
    stored === null || buildsFrom(interval).some((from) => stored.includes(from));
  return fitting.find(canMake) ?? stored?.[0] ?? current;
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
