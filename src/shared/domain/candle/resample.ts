import { toDate } from '../calendar/calendar-date';
import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
  lowerBound,
  packBars,
  viewPackedBars,
} from './bar-columns';
import {
  dayPeriod,
  type FindPeriod,
  intradayPeriods,
  monthPeriod,
  weekPeriod,
} from './bar-periods';
import { buildsFrom, type ChartInterval, type Interval, isIntraday } from './interval';

export interface ResampleOptions {
  /** Interval of the bars that come in. */
  readonly from: Interval;
  /** Interval of the bars that go out; `from` must be one of `buildsFrom(to)`. */
  readonly to: ChartInterval;
  /** Of the instrument's exchange; undefined where it is not known: the days of UTC then count as sessions. */
  readonly calendar: ExchangeCalendar | undefined;
  /**
   * Whether bars that start outside the session (before the open, over lunch, after the close) go out
   * too, as bars of their own; else they are left out. A day, week or month never counts them.
   */
  readonly extended: boolean;
}

type OwnedBars = BarColumns & { readonly buffer: ArrayBuffer };

/**
 * Bars of a coarser interval, made of finer ones by the time at which each starts. Open of the first,
 * close and adjusted close of the last, extremes and sum of volumes of all. No bar spans two sessions
 * or a lunch break; a period without a bar has none.
 *
 * Prices are to be adjusted before, not after: a week may hold a dividend.
 *
 * @throws RangeError where `to` cannot be made of `from`
 */
export function resampleBars(bars: BarColumns, options: ResampleOptions): OwnedBars {
  const { from, to, calendar } = options;
  if (!buildsFrom(to).includes(from)) {
    throw new RangeError(`bars of ${to} cannot be made of bars of ${from}`);
  }
  if (from === 'D') return gather(bars, daysAndLonger(to), false);
  if (isIntraday(to)) return gather(bars, intradayPeriods(to, calendar), options.extended);
  const days = gather(bars, intradayPeriods('D', calendar), false);
  return to === 'D' ? days : gather(days, daysAndLonger(to), false);
}

/**
 * The last coarse bar again, and those after it, when only the last finer bar has changed or newer
 * ones have come: equal to the end of {@link resampleBars} over all of `bars`, and as quick however
 * long the series is. {@link replaceTail} puts it in place.
 *
 * @param resampled - what was made of the finer bars before
 * @param bars - all finer bars as they are now
 */
export function resampleTail(
  resampled: BarColumns,
  bars: BarColumns,
  options: ResampleOptions,
): OwnedBars {
  if (resampled.length === 0) return resampleBars(bars, options);
  const key = resampled.time[resampled.length - 1] as number;
  const first = lowerBound(bars, startOfBar(key, options));
  return resampleBars(viewPackedBars(packBars(bars, first)), options);
}

/** The bars before the first of `tail`, then `tail`. */
export function replaceTail(bars: BarColumns, tail: BarColumns): OwnedBars {
  const kept = tail.length === 0 ? bars.length : lowerBound(bars, tail.time[0] as number);
  const joined = allocateBars(kept + tail.length);
  for (const name of BAR_COLUMN_NAMES) {
    joined[name].set(bars[name].subarray(0, kept));
    joined[name].set(tail[name], kept);
  }
  return joined;
}

/** UTC seconds before which no finer bar belongs to the coarse bar with a key. */
function startOfBar(key: number, { from, to, calendar }: ResampleOptions): number {
  if (from === 'D' || isIntraday(to) || !calendar) return key;
  return calendar.clock.toUtc(toDate(key), 0) / 1000;
}

function daysAndLonger(to: ChartInterval): FindPeriod {
  if (to === 'W') return weekPeriod;
  return to === 'M' ? monthPeriod : dayPeriod;
}

function gather(bars: BarColumns, findPeriod: FindPeriod, extended: boolean): OwnedBars {
  const gathered = allocateBars(bars.length);
  let last = -1;
  for (let index = 0; index < bars.length;) {
    const { key, end, regular } = findPeriod(bars.time[index] as number);
    const next = firstFrom(bars, index + 1, end);
    if (regular || extended) {
      if (last < 0 || gathered.time[last] !== key) startBar(gathered, ++last, key, bars, index);
      addBars(gathered, last, bars, index, next);
    }
    index = next;
  }
  const buffer = packBars(gathered, 0, last + 1);
  return { ...viewPackedBars(buffer), buffer };
}

function firstFrom(bars: BarColumns, from: number, time: number): number {
  let index = from;
  while (index < bars.length && (bars.time[index] as number) < time) index++;
  return index;
}

function startBar(
  target: BarColumns,
  place: number,
  key: number,
  bars: BarColumns,
  first: number,
): void {
  target.time[place] = key;
  target.open[place] = bars.open[first] as number;
  target.high[place] = bars.high[first] as number;
  target.low[place] = bars.low[first] as number;
}

function addBars(
  target: BarColumns,
  place: number,
  bars: BarColumns,
  from: number,
  to: number,
): void {
  let high = target.high[place] as number;
  let low = target.low[place] as number;
  let volume = target.volume[place] as number;
  for (let index = from; index < to; index++) {
    high = Math.max(high, bars.high[index] as number);
    low = Math.min(low, bars.low[index] as number);
    volume += bars.volume[index] as number;
  }
  target.high[place] = high;
  target.low[place] = low;
  target.volume[place] = volume;
  target.close[place] = bars.close[to - 1] as number;
  target.adjustedClose[place] = bars.adjustedClose[to - 1] as number;
}
