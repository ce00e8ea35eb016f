import type { BarColumns } from './bar-columns';
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
