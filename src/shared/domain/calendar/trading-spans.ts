import { addDays, type CalendarDate } from './calendar-date';
import { dayPhases } from './day-phases';
import { type ExchangeCalendar, isSession } from './exchange-calendar';
import { localHours } from './local-hours';

/** A stretch of a day at an exchange, UTC milliseconds, `[start, end)`. */
export interface TradingSpan {
  readonly start: number;
  readonly end: number;
  /**
   * For a part of the session, the end of its continuous trading: before {@link end} where a closing
   * auction follows, whose trades still settle that part. Else {@link end}.
   */
  readonly close: number;
  /** True for a part of the session; false before the open, over lunch, after the close. */
  readonly regular: boolean;
}

/**
 * The spans of a date from local midnight to the next one, in order and without gaps: the parts of the
 * session, and between them what is kept apart from it.
 *
 * On a date on which the calendar has no session the hours in force count as its parts: the question
 * is asked of a day that has bars, and then the calendar is what is wrong.
 */
export function tradingSpans(
  calendar: ExchangeCalendar,
  date: CalendarDate,
): readonly TradingSpan[] {
  const midnight = calendar.clock.toUtc(date, 0);
  const nextMidnight = calendar.clock.toUtc(addDays(date, 1), 0);
  const phases = dayPhases(calendar, date);
  const auctionEnd = Math.max(
    -Infinity,
    ...phases.filter(({ phase }) => phase === 'closing-auction').map(({ end }) => end),
  );
  const parts = regularParts(calendar, date, auctionEnd);
  const isOutside = (time: number): boolean =>
    time < nextMidnight && !parts.some(({ start, end }) => start <= time && time < end);
  const starts = [midnight, ...phases.map(({ start }) => start), ...parts.map(({ end }) => end)];
  const outside = [...new Set(starts.filter(isOutside))].map((start) => {
    const edges = [nextMidnight, ...starts, ...parts.map((part) => part.start)];
    const end = Math.min(...edges.filter((edge) => edge > start));
    return { start, end, close: end, regular: false };
  });
  return [...parts, ...outside].sort((one, other) => one.start - other.start);
}

function regularParts(
  calendar: ExchangeCalendar,
  date: CalendarDate,
  auctionEnd: number,
): readonly TradingSpan[] {
  const hours = localHours(calendar, date);
  return hours.map(({ openMinute, closeMinute }, index) => {
    const close = calendar.clock.toUtc(date, closeMinute);
    const isLast = index === hours.length - 1 && isSession(calendar, date);
    const end = isLast ? Math.max(close, auctionEnd) : close;
    return { start: calendar.clock.toUtc(date, openMinute), end, close, regular: true };
  });
}
