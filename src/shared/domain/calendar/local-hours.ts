import type { CalendarDate } from './calendar-date';
import type { ExchangeCalendar, SessionHours, TradingHours } from './exchange-calendar';

/** Hours of a regular day at a date: those of today, or those of an earlier time. */
export function hoursInForce(calendar: ExchangeCalendar, date: CalendarDate): TradingHours {
  return calendar.former.find(({ until }) => date <= until) ?? calendar;
}

/**
 * Parts of the session of a date in minutes after local midnight, early closes and late opens
 * applied. Does not ask whether the exchange trades on that date.
 */
export function localHours(
  calendar: ExchangeCalendar,
  date: CalendarDate,
): readonly SessionHours[] {
  const { regular } = hoursInForce(calendar, date);
  const special = calendar.days.get(date);
  if (special?.kind === 'early') return cut(regular, 0, special.closeMinute);
  if (special?.kind !== 'late') return regular;
  const { openMinute, closeMinute } = special;
  if (closeMinute === null) return cut(regular, openMinute, Infinity);
  return cut(movedClose(regular, closeMinute), openMinute, closeMinute);
}

function cut(
  parts: readonly SessionHours[],
  opensAt: number,
  closesAt: number,
): readonly SessionHours[] {
  return parts
    .map(({ openMinute, closeMinute }) => ({
      openMinute: Math.max(openMinute, opensAt),
      closeMinute: Math.min(closeMinute, closesAt),
    }))
    .filter(({ openMinute, closeMinute }) => openMinute < closeMinute);
}

function movedClose(parts: readonly SessionHours[], closeMinute: number): readonly SessionHours[] {
  return parts.map((part, index) => (index === parts.length - 1 ? { ...part, closeMinute } : part));
}
