import { addDays, type CalendarDate, toDate, toSessionKey, weekdayOf } from './calendar-date';
import type { ZoneClock } from './zone-clock';

/** One part of a session in minutes after local midnight, `[openMinute, closeMinute)`. */
export interface SessionHours {
  readonly openMinute: number;
  readonly closeMinute: number;
}

/**
 * A day that differs from the exchange's regular weekday. `reason` is its name where that is known
 * (`Good Friday`, `Typhoon Saola`). Minutes are after local midnight.
 */
export type SpecialDay =
  | { readonly kind: 'closed'; readonly reason: string | null }
  /** Trades its regular hours, although the day of the week or the date speaks against it. */
  | { readonly kind: 'open'; readonly reason: string | null }
  | { readonly kind: 'early'; readonly closeMinute: number; readonly reason: string | null }
  | {
      readonly kind: 'late';
      readonly openMinute: number;
      /** Where it also closes at another time than usual; else null. */
      readonly closeMinute: number | null;
      readonly reason: string | null;
    };

/** Hours that were or are in force. Minutes are after local midnight. */
export interface TradingHours {
  /** Parts of a regular session in order; more than one means a lunch break. */
  readonly regular: readonly SessionHours[];
  /** Inside the last part, or after it; null where there is none. */
  readonly closingAuction: SessionHours | null;
}

/** When one exchange or venue trades. Built by `readExchangeCalendars`. */
export interface ExchangeCalendar extends TradingHours {
  /** ISO 10383, or the name of a venue that has none (`BINANCE`, `CRYPTO`). */
  readonly mic: string;
  /** IANA name. */
  readonly timezone: string;
  /** Days of the week with trading, 0 for Sunday to 6 for Saturday. */
  readonly weekdays: ReadonlySet<number>;
  /** Hours of earlier times, each valid to and with its date, oldest first. */
  readonly former: readonly (TradingHours & { readonly until: CalendarDate })[];
  /** Trading or the collection of orders before the first part; null where there is none. */
  readonly preMarket: SessionHours | null;
  /** Trading after the last part; null where there is none. */
  readonly postMarket: SessionHours | null;
  /** Usual close of a half day; null where the exchange has none. */
  readonly earlyCloseMinute: number | null;
  readonly days: ReadonlyMap<CalendarDate, SpecialDay>;
  /** Years whose closures are all known. */
  readonly coveredYears: ReadonlySet<number>;
  /** Which of 1 January and 25 December (`01-01`, `12-25`) the exchange keeps in its covered years. */
  readonly observed: ReadonlySet<string>;
  /** Wall clock of {@link timezone}. */
  readonly clock: ZoneClock;
}

const SECONDS_PER_DAY = 86_400;
const LONGEST_SEARCH_DAYS = 60;

/** True where the closures of the date's year are all known. */
export function coversDate(calendar: ExchangeCalendar, date: CalendarDate): boolean {
  return calendar.coveredYears.has(Number(date.slice(0, 4)));
}

/**
 * True where the exchange trades on a date.
 *
 * In a covered year: each of the exchange's weekdays that is not a known closure. In other years:
 * each that is not a known closure and is not 1 January or 25 December where the exchange keeps that
 * day in its covered years. Other holidays of those years are therefore taken for sessions: ask
 * {@link coversDate} where that matters. A day that is known to trade does so in any year.
 */
export function isSession(calendar: ExchangeCalendar, date: CalendarDate): boolean {
  const special = calendar.days.get(date);
  if (special) return special.kind !== 'closed';
  if (!calendar.weekdays.has(weekdayOf(date))) return false;
  return coversDate(calendar, date) || !calendar.observed.has(date.slice(5));
}

/**
 * First session at or after a date.
 *
 * @throws RangeError where the calendar is closed for sixty days on end
 */
export function nextSession(calendar: ExchangeCalendar, date: CalendarDate): CalendarDate {
  return search(calendar, date, 1);
}

/**
 * Last session strictly before a date.
 *
 * @throws RangeError where the calendar is closed for sixty days on end
 */
export function previousSession(calendar: ExchangeCalendar, date: CalendarDate): CalendarDate {
  return search(calendar, addDays(date, -1), -1);
}

/** All sessions from `from` to `to`, both included, ascending; none where `to` is before `from`. */
export function sessionsBetween(
  calendar: ExchangeCalendar,
  from: CalendarDate,
  to: CalendarDate,
): CalendarDate[] {
  const sessions: CalendarDate[] = [];
  const lastKey = toSessionKey(to);
  for (let key = toSessionKey(from); key <= lastKey; key += SECONDS_PER_DAY) {
    const date = toDate(key);
    if (isSession(calendar, date)) sessions.push(date);
  }
  return sessions;
}

function search(calendar: ExchangeCalendar, start: CalendarDate, step: 1 | -1): CalendarDate {
  let date = start;
  for (let days = 0; days <= LONGEST_SEARCH_DAYS; days += 1) {
    if (isSession(calendar, date)) return date;
    date = addDays(date, step);
  }
  throw new RangeError(
    `${calendar.mic}: no session within ${LONGEST_SEARCH_DAYS} days of ${start}`,
  );
}
