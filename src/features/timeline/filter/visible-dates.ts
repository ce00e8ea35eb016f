import { daySpan } from '../../../shared/domain/announcement/placement';
import {
  addDays,
  type CalendarDate,
  type DateRange,
  toDate,
  weekdayOf,
} from '../../../shared/domain/calendar/calendar-date';
import { lowerBound } from '../../../shared/domain/candle/bar-columns';
import type { SeriesState } from '../../../state/series-state.svelte';

type Shown = Pick<SeriesState, 'visible' | 'bars' | 'interval' | 'sessionAt'>;

/**
 * The dates that the visible bars stand for. A bar of a day begins after the session before it, as what
 * falls on a closed day stands on the next session; a week and a month end before the next one begins,
 * or with its calendar where there is none. Null while nothing is visible.
 */
export function visibleDates(shown: Shown): DateRange | null {
  const { visible, bars, interval } = shown;
  if (visible === null) return null;
  const dateOf = (barTime: number): CalendarDate => toDate(shown.sessionAt(barTime));
  const [from, to] = [dateOf(visible.fromKey), dateOf(visible.toKey)];
  if (interval === 'W' || interval === 'M') {
    const next = bars.time[lowerBound(bars, visible.toKey) + 1];
    return { from, to: next === undefined ? lastDayOf(interval, to) : addDays(dateOf(next), -1) };
  }
  const before = bars.time[lowerBound(bars, visible.fromKey) - 1];
  const afterBefore = before === undefined ? from : addDays(dateOf(before), 1);
  return { from: afterBefore < from ? afterBefore : from, to };
}

function lastDayOf(interval: 'W' | 'M', date: CalendarDate): CalendarDate {
  if (interval === 'W') return addDays(date, (7 - weekdayOf(date)) % 7);
  return daySpan({ date, precision: 'month' }).to;
}
