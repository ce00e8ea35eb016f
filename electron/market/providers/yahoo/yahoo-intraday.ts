import {
  type ExchangeCalendar,
  isSession,
} from '../../../../src/shared/domain/calendar/exchange-calendar';
import { sessionCloseAt } from '../../../../src/shared/domain/calendar/session-clock';
import { intradayPeriods } from '../../../../src/shared/domain/candle/bar-periods';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
  lowerBound,
  packBars,
  viewPackedBars,
} from '../../../../src/shared/domain/candle/bar-columns';
import { type Interval, isIntraday } from '../../../../src/shared/domain/candle/interval';
import { joinBars } from '../../../../src/shared/domain/candle/join-bars';

/** UTC seconds, `[from, to)`. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

type OwnedBars = BarColumns & { readonly buffer: ArrayBuffer };

const SECONDS_PER_DAY = 86_400;
/** How far back Yahoo serves an interval, in days; its bars of a day go back to the listing. */
const DEPTH_DAYS: Readonly<Record<Interval, number>> = {
  '1m': 28,
  '5m': 59,
  '15m': 59,
  '30m': 59,
  '1h': 729,
  D: Infinity,
};
/** It answers for so many days of minutes at once, and for any number of days of the others. */
const MINUTE_WINDOW_DAYS = 7;
const FIRST_SECOND = -2_208_988_800;

/**
 * What to ask for, the newest first: Yahoo gives minutes by the week.
 *
 * @param since - UTC seconds; null for all that Yahoo keeps
 */
export function yahooWindows(
  interval: Interval,
  since: number | null,
  nowSeconds: number,
): readonly [TimeWindow, ...TimeWindow[]] {
  const earliest = nowSeconds - DEPTH_DAYS[interval] * SECONDS_PER_DAY;
  const from = Math.max(since ?? FIRST_SECOND, earliest, FIRST_SECOND);
  const step = interval === '1m' ? MINUTE_WINDOW_DAYS * SECONDS_PER_DAY : Infinity;
  // The newest reaches beyond this moment, so that the bar under way is in it.
  const newest = { from: Math.max(from, nowSeconds - step), to: nowSeconds + SECONDS_PER_DAY };
  const older: TimeWindow[] = [];
  for (let to = newest.from; to > from; to = Math.max(from, to - step)) {
    older.push({ from: Math.max(from, to - step), to });
  }
  return [newest, ...older];
}

/** Whether bars from before the open and after the close are to be had with those of the session. */
export function hasExtendedHours(
  interval: Interval,
  calendar: ExchangeCalendar | undefined,
): calendar is ExchangeCalendar {
  return isIntraday(interval) && calendar !== undefined && calendar.postMarket !== null;
}

/**
 * Whether the bars of a session start with it, also with those of before it among them. An hour that is
 * counted from midnight has some of both sides of the open at half past nine, and is a bar of neither.
 */
export function keepsToSessions(
  bars: BarColumns,
  interval: Interval,
  calendar: ExchangeCalendar,
): boolean {
  const periodOf = intradayPeriods(interval, calendar);
  return bars.time.every((time) => {
    if (time % 60 !== 0) return true;
    const { key, regular } = periodOf(time);
    return !regular || key === time;
  });
}

/**
 * The rows that are bars: the last price, which Yahoo appends with the time of its trade, is none, and
 * neither is the row without volume that it puts at the close, unless bars of after the close were
 * asked for: it counts no volume of these, and the first starts there.
 *
 * @param calendar - of the instrument's exchange; undefined where it is not known
 */
export function intradayBars(
  bars: BarColumns,
  calendar: ExchangeCalendar | undefined,
  extended: boolean,
): OwnedBars {
  const kept = allocateBars(bars.length);
  let length = 0;
  for (let index = 0; index < bars.length; index++) {
    const time = bars.time[index] as number;
    if (time % 60 !== 0) continue;
    if (!extended && bars.volume[index] === 0 && isClose(time, calendar)) continue;
    for (const name of BAR_COLUMN_NAMES) kept[name][length] = bars[name][index] as number;
    length++;
  }
  const buffer = packBars(kept, 0, length);
  return { ...viewPackedBars(buffer), buffer };
}

/** Older bars before newer ones; where two answers have the same bar, the newer answer's counts. */
export function joinWindows(older: BarColumns, newer: BarColumns): OwnedBars {
  const end = newer.length === 0 ? older.length : lowerBound(older, newer.time[0] as number);
  return joinBars([viewPackedBars(packBars(older, 0, end)), newer]);
}

function isClose(time: number, calendar: ExchangeCalendar | undefined): boolean {
  const date = calendar?.clock.dateAt(time * 1000);
  if (!calendar || date === undefined || !isSession(calendar, date)) return false;
  return sessionCloseAt(calendar, date) === time * 1000;
}
