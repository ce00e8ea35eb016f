import { type CalendarDate, toSessionKey } from '../calendar/calendar-date';
import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
  lowerBound,
  subBars,
} from '../candle/bar-columns';
import { computeIndicator } from '../indicators/indicator-run';
import { type AverageBasis, averageBasis, VWAP } from '../indicators/vwap';
import { dateOf, type SessionAxis, sessionAxis, slotAt } from './session-axis';

/**
 * The line of one session or several (分时). Columns have a value for each slot of the axis; NaN, and 0
 * for the volume, where nothing has traded.
 */
export interface SessionLine {
  readonly axis: SessionAxis;
  readonly dates: readonly CalendarDate[];
  /** Last price of each slot. */
  readonly price: Float64Array;
  /** Average price of the session so far. */
  readonly average: Float64Array;
  readonly averageBasis: AverageBasis;
  readonly volume: Float64Array;
  /** Slots up to the last one that has traded. */
  readonly filled: number;
  /** What changes are measured against. */
  readonly base: number;
  /** `open` where no close before the first session is known. */
  readonly baseIs: 'previous-close' | 'open';
}

export interface SessionLineOptions {
  readonly calendar: ExchangeCalendar | null;
  /** How many sessions, the last ones that have traded. */
  readonly sessions: number;
  /** Length of the bars. */
  readonly stepSeconds: number;
  /** Close before the last session as its source states it; null where none does. */
  readonly previousClose: { readonly date: CalendarDate; readonly price: number } | null;
}

/**
 * The line of the last sessions of intraday bars. Bars outside the hours of trading are left out.
 *
 * @returns null where none of the bars trades within a session
 */
export function sessionLine(bars: BarColumns, options: SessionLineOptions): SessionLine | null {
  const { calendar, stepSeconds } = options;
  const dates = lastSessions(bars, options);
  const [first] = dates;
  if (first === undefined) return null;
  const axis = sessionAxis(calendar, dates, stepSeconds);
  const start = lowerBound(bars, startOf(calendar, first));
  const traded = withinTrading(subBars(bars, start, bars.length), axis);
  const base = baseOf(bars, start, traded.bars, first, options);
  return { axis, dates, ...placed(axis, traded, dates, calendar), ...base };
}

/** The last dates on which something traded within a session, ascending. */
function lastSessions(
  bars: BarColumns,
  { calendar, sessions, stepSeconds }: SessionLineOptions,
): readonly CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let end = bars.length; end > 0 && dates.length < sessions;) {
    const date = dateOf(calendar, bars.time[end - 1] as number);
    const start = lowerBound(bars, startOf(calendar, date));
    const axis = sessionAxis(calendar, [date], stepSeconds);
    const trades = bars.time.subarray(start, end).some((time) => slotAt(axis, time) !== null);
    if (trades) dates.unshift(date);
    end = start;
  }
  return dates;
}

interface TradedBars {
  readonly bars: BarColumns;
  /** Slot of each bar. */
  readonly slots: Uint32Array;
}

function withinTrading(bars: BarColumns, axis: SessionAxis): TradedBars {
  const kept = allocateBars(bars.length);
  const slots = new Uint32Array(bars.length);
  let length = 0;
  for (let index = 0; index < bars.length; index++) {
    const slot = slotAt(axis, bars.time[index] as number);
    if (slot === null) continue;
    for (const name of BAR_COLUMN_NAMES) kept[name][length] = bars[name][index] as number;
    slots[length] = slot;
    length++;
  }
  return { bars: subBars(kept, 0, length), slots };
}

function placed(
  axis: SessionAxis,
  { bars, slots }: TradedBars,
  dates: readonly CalendarDate[],
  calendar: ExchangeCalendar | null,
): Pick<SessionLine, 'price' | 'average' | 'averageBasis' | 'volume' | 'filled'> {
  const price = new Float64Array(axis.slots).fill(NaN);
  const average = new Float64Array(axis.slots).fill(NaN);
  const volume = new Float64Array(axis.slots);
  const sessionStarts = Float64Array.from(dates, (date) => startOf(calendar, date));
  const input = { bars, sessionStarts };
  const [averages] = computeIndicator(VWAP, {}, input);
  for (let index = 0; index < bars.length; index++) {
    const slot = slots[index] as number;
    price[slot] = bars.close[index] as number;
    average[slot] = averages?.[index] ?? NaN;
    volume[slot] = (volume[slot] as number) + (bars.volume[index] as number);
  }
  const filled = bars.length === 0 ? 0 : (slots[bars.length - 1] as number) + 1;
  return { price, average, volume, filled, averageBasis: averageBasis(input) };
}

function baseOf(
  bars: BarColumns,
  start: number,
  traded: BarColumns,
  first: CalendarDate,
  options: SessionLineOptions,
): Pick<SessionLine, 'base' | 'baseIs'> {
  const { previousClose } = options;
  if (previousClose?.date === first) return { base: previousClose.price, baseIs: 'previous-close' };
  const before = lastClose(subBars(bars, 0, start), options);
  if (before !== null) return { base: before, baseIs: 'previous-close' };
  return { base: traded.open[0] as number, baseIs: 'open' };
}

/** The last price that was made within a session; null where there is none. */
function lastClose(bars: BarColumns, options: SessionLineOptions): number | null {
  const [date] = lastSessions(bars, { ...options, sessions: 1 });
  if (date === undefined) return null;
  const axis = sessionAxis(options.calendar, [date], options.stepSeconds);
  const last = bars.time.findLastIndex((time) => slotAt(axis, time) !== null);
  return bars.close[last] ?? null;
}

/** UTC seconds of the start of a date at the exchange. */
function startOf(calendar: ExchangeCalendar | null, date: CalendarDate): number {
  return calendar ? calendar.clock.toUtc(date, 0) / 1000 : toSessionKey(date);
}
