import { type CalendarDate, weekdayOf } from './calendar-date';
import { coversDate, type ExchangeCalendar, isSession } from './exchange-calendar';
import { sessionHours } from './session-clock';

/** What is known of one day of an exchange. */
export interface DaySchedule {
  readonly date: CalendarDate;
  /** False where the exchange does not trade on that date. */
  readonly open: boolean;
  /** UTC milliseconds `[start, end)` of the regular parts in order; empty where it does not trade. */
  readonly sessions: readonly (readonly [number, number])[];
  /** True where it closes before its usual time. */
  readonly half: boolean;
  /**
   * Why the day is not a usual one: its name where that is known (`Good Friday`, `Typhoon Saola`),
   * else `holiday`, `half day`, `late open`, `weekend`; {@link YEAR_NOT_COVERED} where the closures
   * of the year are not all known, so that an open day may have been one; null for a usual day.
   */
  readonly reason: string | null;
}

export const YEAR_NOT_COVERED = 'year not covered';

const FIXED_NAMES: Readonly<Record<string, string>> = {
  '01-01': "New Year's Day",
  '12-25': 'Christmas Day',
};
const UNNAMED = {
  closed: 'holiday',
  open: null,
  early: 'half day',
  late: 'late open',
} as const;

/** Reasons that say no more than what kind of day it is. */
export const UNNAMED_REASONS: ReadonlySet<string> = new Set([
  'weekend',
  ...Object.values(UNNAMED).filter((reason) => reason !== null),
]);

/** The schedule of a date at the exchange. The date must be valid. */
export function daySchedule(calendar: ExchangeCalendar, date: CalendarDate): DaySchedule {
  return {
    date,
    open: isSession(calendar, date),
    sessions: sessionHours(calendar, date).map(({ start, end }) => [start, end] as const),
    half: calendar.days.get(date)?.kind === 'early',
    reason: reasonOf(calendar, date),
  };
}

function reasonOf(calendar: ExchangeCalendar, date: CalendarDate): string | null {
  const special = calendar.days.get(date);
  if (special) return special.reason ?? UNNAMED[special.kind];
  if (!calendar.weekdays.has(weekdayOf(date))) return 'weekend';
  if (coversDate(calendar, date)) return null;
  const monthAndDay = date.slice(5);
  if (calendar.observed.has(monthAndDay)) return FIXED_NAMES[monthAndDay] ?? UNNAMED.closed;
  return YEAR_NOT_COVERED;
}
