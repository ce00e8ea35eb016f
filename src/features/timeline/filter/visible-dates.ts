import { addDays, type DateRange, toDate } from '../../../shared/domain/calendar/calendar-date';
import { lowerBound } from '../../../shared/domain/candle/bar-columns';
import type { SeriesState } from '../../../state/series-state.svelte';

type Shown = Pick<SeriesState, 'visible' | 'bars' | 'sessionAt'>;

/**
 * The dates that the visible bars stand for: from the day after the bar before them, as what falls on a
 * closed day stands on the next session, to the day before the bar after them, which a week or a
 * month needs. Null while nothing is visible.
 */
export function visibleDates(shown: Shown): DateRange | null {
  const { visible, bars } = shown;
  if (visible === null) return null;
  const before = bars.time[lowerBound(bars, visible.fromKey) - 1];
  const after = bars.time[lowerBound(bars, visible.toKey) + 1];
  const dateOf = (barTime: number): string => toDate(shown.sessionAt(barTime));
  const first = dateOf(visible.fromKey);
  const last = dateOf(visible.toKey);
  const from = before === undefined ? first : earlier(addDays(dateOf(before), 1), first);
  const to = after === undefined ? last : later(addDays(dateOf(after), -1), last);
  return { from, to };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
