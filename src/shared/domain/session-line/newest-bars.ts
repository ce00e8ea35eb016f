import {
  allocateBars,
  type Bar,
  BAR_COLUMN_NAMES,
  type BarColumns,
  subBars,
} from '../candle/bar-columns';

/** More than the minutes of a day around the clock. */
const MOST_A_SESSION = 1440;

/**
 * The newest bars, as many as so many sessions and the one before them can have, with the one under way
 * in the place of the last one or behind it. Costs the same whatever the length.
 */
export function newestBars(bars: BarColumns, sessions: number, running: Bar | null): BarColumns {
  const from = Math.max(0, bars.length - (sessions + 1) * MOST_A_SESSION);
  const newest = subBars(bars, from, bars.length);
  const lastTime = newest.time[newest.length - 1] ?? -Infinity;
  if (running === null || running.time < lastTime) return newest;
  const kept = running.time === lastTime ? newest.length - 1 : newest.length;
  const joined = allocateBars(kept + 1);
  for (const name of BAR_COLUMN_NAMES) {
    joined[name].set(newest[name].subarray(0, kept));
    joined[name][kept] = name === 'adjustedClose' ? NaN : running[name];
  }
  return joined;
}
