import { type CalendarDate, toDate, toSessionKey } from '../calendar/calendar-date';
import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import { type TradingSpan, tradingSpans } from '../calendar/trading-spans';
import { type ChartInterval, INTRADAY_SECONDS, isIntraday } from './interval';

/** What one coarse bar covers. */
export interface BarPeriod {
  /** Time of the bar, see `BarColumns.time`. Two periods with one key are one bar. */
  readonly key: number;
  /** UTC seconds; a finer bar that starts before it and not before the one asked for is in the period too. */
  readonly end: number;
  /** False for what lies outside the exchange's session. */
  readonly regular: boolean;
}

/** Finds the period of a finer bar by the time of that bar. Asked in ascending order it is fast. */
export type FindPeriod = (time: number) => BarPeriod;

const SECONDS_PER_DAY = 86_400;
/** 1970-01-01 was a Thursday. */
const DAYS_FROM_MONDAY = 3;

/**
 * The periods of intraday bars of one interval, or of the days that intraday bars add up to.
 *
 * Counting starts anew with each continuous trading period, after a lunch break too: a bar that
 * crossed the break would show two moods as one, and the desks of mainland China and Hong Kong begin
 * the afternoon with a new bar. The last bar of a period may therefore be shorter. Trades of a closing
 * auction belong to the last bar before it, because they make its session's close.
 *
 * @param calendar - undefined for an unknown exchange, whose sessions are then the days of UTC
 */
export function intradayPeriods(
  interval: Exclude<ChartInterval, 'W' | 'M'>,
  calendar: ExchangeCalendar | undefined,
): FindPeriod {
  const findSpan = calendar ? spansOf(calendar) : utcDayAt;
  if (!isIntraday(interval)) {
    return (time) => {
      const { date, span } = findSpan(time);
      return { key: toSessionKey(date), end: span.end / 1000, regular: span.regular };
    };
  }
  const seconds = INTRADAY_SECONDS[interval];
  return (time) => {
    const { span } = findSpan(time);
    const start = span.start / 1000;
    const close = span.close / 1000;
    const lastStart = start + Math.floor((close - 1 - start) / seconds) * seconds;
    const key = Math.min(start + Math.floor((time - start) / seconds) * seconds, lastStart);
    const end = key === lastStart ? span.end / 1000 : key + seconds;
    return { key, end, regular: span.regular };
  };
}

/** The day of a session key. */
export function dayPeriod(time: number): BarPeriod {
  const key = Math.floor(time / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  return { key, end: key + SECONDS_PER_DAY, regular: true };
}

/**
 * The ISO week of a session key, keyed by the session that is asked for first: asked in ascending
 * order, the first of the week that has a bar.
 */
export function weekPeriod(time: number): BarPeriod {
  const day = Math.floor(time / SECONDS_PER_DAY);
  const monday = Math.floor((day + DAYS_FROM_MONDAY) / 7) * 7 - DAYS_FROM_MONDAY;
  return { key: time, end: (monday + 7) * SECONDS_PER_DAY, regular: true };
}

/** The calendar month of a session key, keyed like {@link weekPeriod}. */
export function monthPeriod(time: number): BarPeriod {
  const date = new Date(time * 1000);
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return { key: time, end: next / 1000, regular: true };
}

interface DatedSpan {
  readonly date: CalendarDate;
  readonly span: TradingSpan;
}

function spansOf(calendar: ExchangeCalendar): (time: number) => DatedSpan {
  let known: DatedSpan | null = null;
  let date: CalendarDate | null = null;
  let spans: readonly TradingSpan[] = [];
  return (time) => {
    const utcMs = time * 1000;
    if (known && known.span.start <= utcMs && utcMs < known.span.end) return known;
    const at = calendar.clock.dateAt(utcMs);
    if (at !== date) {
      date = at;
      spans = tradingSpans(calendar, at);
    }
    const span = spans.find(({ start, end }) => start <= utcMs && utcMs < end);
    if (!span) throw new RangeError(`${calendar.mic}: ${at} has no span at ${time}`);
    known = { date: at, span };
    return known;
  };
}

function utcDayAt(time: number): DatedSpan {
  const start = Math.floor(time / SECONDS_PER_DAY) * SECONDS_PER_DAY * 1000;
  const end = start + SECONDS_PER_DAY * 1000;
  return { date: toDate(start / 1000), span: { start, end, close: end, regular: true } };
}
