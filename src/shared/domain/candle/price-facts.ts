import { addDays, type CalendarDate, toDate, toSessionKey } from '../calendar/calendar-date';
import { type Bar, type BarColumns, lowerBound } from './bar-columns';

/** Closes of a small line: more points than it has pixels would be drawn for nothing. */
export const TREND_POINTS = 60;
const DAYS_OF_A_YEAR = 364;

/** What daily bars say of the last year. */
export interface PriceFacts {
  /** Closes of the sessions asked for, oldest first, at most {@link TREND_POINTS}, the last one among them. */
  readonly closes: Float32Array;
  /** The newest bar. */
  readonly lastBar: Bar;
  /** Extremes of the 52 weeks that end with {@link lastBar}. */
  readonly yearLow: number;
  readonly yearHigh: number;
  /** First session that {@link yearLow} and {@link yearHigh} rest on; later than a year ago where bars lack. */
  readonly yearFrom: CalendarDate;
}

/** @param sessions - how many the line covers; null where there are no bars */
export function priceFacts(bars: BarColumns, sessions: number): PriceFacts | null {
  const last = bars.length - 1;
  if (last < 0) return null;
  const at = (column: Float64Array): number => column[last] as number;
  const lastDate = toDate(at(bars.time));
  const from = lowerBound(bars, toSessionKey(addDays(lastDate, -DAYS_OF_A_YEAR)));
  let [yearLow, yearHigh] = [Infinity, -Infinity];
  for (let index = from; index <= last; index += 1) {
    yearLow = Math.min(yearLow, bars.low[index] as number);
    yearHigh = Math.max(yearHigh, bars.high[index] as number);
  }
  return {
    closes: thinned(bars.close.subarray(-Math.max(1, sessions))),
    lastBar: {
      ...{ time: at(bars.time), open: at(bars.open), high: at(bars.high), low: at(bars.low) },
      ...{ close: at(bars.close), volume: at(bars.volume) },
    },
    ...{ yearLow, yearHigh },
    yearFrom: toDate(bars.time[from] as number),
  };
}

/** Evenly spread, the first and the last value kept. */
function thinned(values: Float64Array): Float32Array {
  const length = Math.min(values.length, TREND_POINTS);
  const step = length > 1 ? (values.length - 1) / (length - 1) : 0;
  return Float32Array.from({ length }, (_, index) => values[Math.round(index * step)] as number);
}
