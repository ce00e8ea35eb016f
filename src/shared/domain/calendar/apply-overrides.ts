import type { CalendarDate } from './calendar-date';
import { checkOverrides, type DayOverride } from './day-override';
import type { ExchangeCalendar, SpecialDay } from './exchange-calendar';

/** Reason of a day that the user set. */
export const SET_BY_USER = 'set by the user';

/**
 * Calendars in which the user's days stand in place of the calendar's own. Overrides that cannot be
 * applied are left out; of two for one day the later one counts. The calendars that came in are not
 * changed, and those that no override names come out as they are. An override is its exchange's
 * alone, also where another exchange keeps the same holidays.
 */
export function applyOverrides(
  calendars: ReadonlyMap<string, ExchangeCalendar>,
  overrides: readonly DayOverride[],
): ReadonlyMap<string, ExchangeCalendar> {
  const { valid } = checkOverrides(calendars, overrides);
  if (valid.length === 0) return calendars;
  const changed = new Map<string, Map<CalendarDate, SpecialDay>>();
  for (const override of valid) {
    const days =
      changed.get(override.mic) ?? new Map(calendars.get(override.mic)?.days ?? undefined);
    changed.set(override.mic, days.set(override.date, specialDayOf(override)));
  }
  const rebuilt = new Map<string, ExchangeCalendar>();
  return new Map(
    [...calendars].map(([code, calendar]) => {
      const days = changed.get(calendar.mic);
      if (!days) return [code, calendar];
      const own = rebuilt.get(calendar.mic) ?? { ...calendar, days };
      rebuilt.set(calendar.mic, own);
      return [code, own];
    }),
  );
}

function specialDayOf({ kind, minute }: DayOverride): SpecialDay {
  const reason = SET_BY_USER;
  if (kind === 'early' && minute !== null) return { kind, closeMinute: minute, reason };
  if (kind === 'late' && minute !== null) {
    return { kind, openMinute: minute, closeMinute: null, reason };
  }
  return { kind: kind === 'closed' ? 'closed' : 'open', reason };
}
