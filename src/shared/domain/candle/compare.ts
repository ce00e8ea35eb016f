import { type BarColumns, lowerBound } from './bar-columns';
import { monthPeriod, weekPeriod } from './bar-periods';
import type { ChartInterval } from './interval';

/** More lines on one axis cannot be told apart. */
export const MOST_COMPARED = 8;

export interface CompareOptions {
  /** Of all series. Weeks and months of two exchanges are matched although their first sessions differ. */
  readonly interval: ChartInterval;
  /** Time of the bar to compare from; null for the earliest that all series have. */
  readonly from: number | null;
}

/** Several series on one axis of time and of percent. */
export interface Comparison {
  /** Every bar's time of any series from the base on, ascending. */
  readonly time: Float64Array;
  /**
   * Change from the base in percent, one column a series in the order given; NaN where the series has
   * no bar, and everywhere for one that has no base.
   */
  readonly percent: readonly Float64Array[];
  /**
   * The close that counts as 0 % of each series: at the base, or the last one before it where the
   * series was closed then; NaN for a series that began later. A newer bar of its is
   * `(close / base - 1) * 100`.
   */
  readonly bases: Float64Array;
}

/** The union of the bars' times, and which bar of each series stands there. */
interface Axis {
  readonly time: Float64Array;
  /** One column a series; {@link ABSENT} where it has no bar. */
  readonly indices: readonly Int32Array[];
}

const ABSENT = -1;

/**
 * Puts up to eight series on one percent axis.
 *
 * @returns null where no session is shared by all, or none is left from `from` on
 * @throws RangeError for more than eight
 */
export function compareBars(
  series: readonly BarColumns[],
  { interval, from }: CompareOptions,
): Comparison | null {
  if (series.length > MOST_COMPARED) {
    throw new RangeError(`${series.length} series are compared, ${MOST_COMPARED} at most can be`);
  }
  const axis = alignBars(series, interval);
  const first = firstRow(axis, interval, from);
  if (first < 0) return null;
  const start = axis.time[first] as number;
  // Nobody traded at the time asked for: what counts is the close before.
  const lastBase = from !== null && start > from ? first - 1 : first;
  const bases = Float64Array.from(series, (bars, place) => {
    const indices = axis.indices[place] as Int32Array;
    let row = lastBase;
    while (row >= 0 && indices[row] === ABSENT) row--;
    return bars.close[indices[row] ?? ABSENT] ?? NaN;
  });
  return {
    time: axis.time.slice(first),
    percent: series.map(({ close }, place) =>
      percentColumn(
        close,
        (axis.indices[place] as Int32Array).subarray(first),
        bases[place] as number,
      ),
    ),
    bases,
  };
}

/** Where changes of series that a chart draws together are 0 %. */
export interface ChartedBase {
  /** The closes that count as 0 %, as in {@link Comparison}: of the charted series, then of the others. */
  readonly bases: Float64Array;
  /** Index of the charted bar that is 0 %; -1 where the charted series has none. */
  readonly index: number;
}

/**
 * Closes of another series at the bars of the charted one; NaN where it has none, so that a session that
 * one exchange did not trade carries no invented bar. One pass over both.
 */
export function closesOnBars(
  charted: BarColumns,
  other: BarColumns,
  interval: ChartInterval,
): Float64Array {
  const closes = new Float64Array(charted.length).fill(NaN);
  let next = 0;
  for (let index = 0; index < charted.length; index++) {
    const time = charted.time[index] as number;
    while (next < other.length && endOfPeriod(timeAt(other, next), interval) <= time) next++;
    if (next < other.length && isSamePeriod(time, timeAt(other, next), interval)) {
      closes[index] = other.close[next] as number;
    }
  }
  return closes;
}

/** The earliest charted bar at which all have a close; null where none is. */
export function sharedBase(
  charted: BarColumns,
  closes: readonly Float64Array[],
): ChartedBase | null {
  const index = firstShared(charted.length, closes);
  if (index < 0) return null;
  const bases = [charted.close, ...closes].map((column) => column[index] as number);
  return { bases: Float64Array.from(bases), index };
}

/** The bases from a time on, as {@link compareBars} has them; null where no bar is left. */
export function baseFrom(
  charted: BarColumns,
  others: readonly BarColumns[],
  { interval, from }: { readonly interval: ChartInterval; readonly from: number },
): ChartedBase | null {
  const all = [charted, ...others];
  const starts = all.map((bars) => timeAt(bars, firstEndingAfter(bars, from, interval)));
  const start = Math.min(...starts);
  if (start === Infinity) return null;
  // Nobody traded at the time asked for: what counts is the close before.
  const before = start > from ? start : endOfPeriod(start, interval);
  const indices = all.map((bars) => lowerBound(bars, before) - 1);
  const bases = all.map(({ close }, at) => close[indices[at] as number] ?? NaN);
  return { bases: Float64Array.from(bases), index: indices[0] as number };
}

/** True where bars of two exchanges stand at the same place of the axis. */
export function isSamePeriod(one: number, other: number, interval: ChartInterval): boolean {
  return endOfPeriod(Math.min(one, other), interval) > Math.max(one, other);
}

function firstShared(length: number, columns: readonly Float64Array[]): number {
  for (let index = 0; index < length; index++) {
    if (columns.every((column) => !Number.isNaN(column[index]))) return index;
  }
  return -1;
}

/** Index of the first bar whose period reaches beyond a time. */
function firstEndingAfter(bars: BarColumns, time: number, interval: ChartInterval): number {
  let index = Math.max(0, lowerBound(bars, time) - 1);
  while (index < bars.length && endOfPeriod(timeAt(bars, index), interval) <= time) index++;
  return index;
}

function percentColumn(close: Float64Array, indices: Int32Array, base: number): Float64Array {
  const percent = new Float64Array(indices.length);
  for (let row = 0; row < indices.length; row++) {
    percent[row] = ((close[indices[row] as number] ?? NaN) / base - 1) * 100;
  }
  return percent;
}

/** The row to start with; -1 where there is none. */
function firstRow({ time, indices }: Axis, interval: ChartInterval, from: number | null): number {
  return from === null
    ? time.findIndex((_, row) => indices.every((column) => column[row] !== ABSENT))
    : time.findIndex((start) => endOfPeriod(start, interval) > from);
}

function alignBars(series: readonly BarColumns[], interval: ChartInterval): Axis {
  const most = series.reduce((sum, { length }) => sum + length, 0);
  const time = new Float64Array(most);
  const indices = series.map(() => new Int32Array(most).fill(ABSENT));
  const next = new Int32Array(series.length);
  let rows = 0;
  for (;;) {
    const earliest = Math.min(...series.map((bars, place) => timeAt(bars, next[place] as number)));
    if (earliest === Infinity) break;
    const end = endOfPeriod(earliest, interval);
    for (const [place, bars] of series.entries()) {
      const index = next[place] as number;
      if (timeAt(bars, index) >= end) continue;
      (indices[place] as Int32Array)[rows] = index;
      next[place] = index + 1;
    }
    time[rows++] = earliest;
  }
  return {
    time: time.subarray(0, rows),
    indices: indices.map((column) => column.subarray(0, rows)),
  };
}

function timeAt(bars: BarColumns, index: number): number {
  return index < bars.length ? (bars.time[index] as number) : Infinity;
}

/** UTC seconds before which a bar stands at the same place of the axis. */
function endOfPeriod(time: number, interval: ChartInterval): number {
  if (interval === 'W') return weekPeriod(time).end;
  return interval === 'M' ? monthPeriod(time).end : time + 1;
}
