import type { Announcement } from './announcement';
import {
  addDays,
  type CalendarDate,
  type DateRange,
  toDate,
  toSessionKey,
} from '../calendar/calendar-date';
import { coversDate, type ExchangeCalendar, nextSession } from '../calendar/exchange-calendar';
import { type BarColumns, lowerBound } from '../candle/bar-columns';

/** Where an announcement stands on a chart of daily bars. Keys are session keys of bars of the series. */
export type Placement =
  | {
      readonly kind: 'session';
      readonly sessionKey: number;
      /** Index of the bar. */
      readonly index: number;
      /** True where the date was no session and the next one shows it. */
      readonly shifted: boolean;
    }
  /** Month, quarter or year: first and last bar within the period, never a point. */
  | { readonly kind: 'span'; readonly fromKey: number; readonly toKey: number }
  | { readonly kind: 'none'; readonly reason: PlacementGap };

/** `gap`: the history has no bar where the announcement would stand. */
export type PlacementGap = 'before-history' | 'after-history' | 'gap';

type Dated = Pick<Announcement, 'date' | 'precision'>;
type BarTimes = Pick<BarColumns, 'time' | 'length'>;

const SECONDS_PER_DAY = 86_400;
const LONGEST_BREAK_DAYS = 5;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * Finds the place of an announcement on daily bars.
 *
 * A day that is a bar stands on it. A day without one stands on the next session of the exchange,
 * and only where the series has exactly that bar: a bar that is missing is a gap, not a reason to
 * take the one after it. Where the calendar does not cover the years in question (or is null), the
 * next bar counts as the next session if it is at most five calendar days later. Nothing is placed
 * before the first bar or after the last one, and nothing on an empty series (`gap`).
 */
export function placeAnnouncement(
  announcement: Dated,
  bars: BarTimes,
  calendar: ExchangeCalendar | null,
): Placement {
  const outside = outsideHistory(daySpan(announcement), bars);
  if (outside) return { kind: 'none', reason: outside };
  return announcement.precision === 'day'
    ? placeDay(announcement.date, bars, calendar)
    : placeSpan(daySpan(announcement), bars);
}

/** First and last day of the period that an announcement names; one day twice for day precision. */
export function daySpan({ date, precision }: Dated): DateRange {
  if (precision === 'day') return { from: date, to: date };
  const months = MONTHS[precision];
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1;
  const first = month - (month % months);
  const dayOf = (monthIndex: number): CalendarDate => toDate(Date.UTC(year, monthIndex, 1) / 1000);
  return { from: dayOf(first), to: addDays(dayOf(first + months), -1) };
}

function outsideHistory({ from, to }: DateRange, bars: BarTimes): PlacementGap | null {
  if (bars.length === 0) return 'gap';
  if (toSessionKey(to) < (bars.time[0] as number)) return 'before-history';
  if (toSessionKey(from) > (bars.time[bars.length - 1] as number)) return 'after-history';
  return null;
}

function placeDay(
  date: CalendarDate,
  bars: BarTimes,
  calendar: ExchangeCalendar | null,
): Placement {
  const key = toSessionKey(date);
  const index = lowerBound(bars, key);
  const sessionKey = bars.time[index] as number;
  if (sessionKey === key) return { kind: 'session', sessionKey, index, shifted: false };
  return isNextSession(date, sessionKey, calendar)
    ? { kind: 'session', sessionKey, index, shifted: true }
    : { kind: 'none', reason: 'gap' };
}

function isNextSession(
  date: CalendarDate,
  sessionKey: number,
  calendar: ExchangeCalendar | null,
): boolean {
  if (calendar && coversDate(calendar, date)) {
    const next = nextSession(calendar, date);
    if (coversDate(calendar, next)) return sessionKey === toSessionKey(next);
  }
  return sessionKey - toSessionKey(date) <= LONGEST_BREAK_DAYS * SECONDS_PER_DAY;
}

function placeSpan({ from, to }: DateRange, bars: BarTimes): Placement {
  const first = lowerBound(bars, toSessionKey(from));
  const last = lowerBound(bars, toSessionKey(addDays(to, 1))) - 1;
  if (first > last) return { kind: 'none', reason: 'gap' };
  return {
    kind: 'span',
    fromKey: bars.time[first] as number,
    toKey: bars.time[last] as number,
  };
}
