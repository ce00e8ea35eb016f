import { allocateBars, BAR_COLUMN_NAMES, type BarColumns, subBars } from './bar-columns';
import { overlayBars } from './overlay-bars';
import type { SuspectBar } from './suspect-bars';

/** Closes of two answers for one session differ by rounding only. */
export const SAME_CLOSE = 0.005;
/** Common bars at the old end of which the middle one tells how both stand to each other. */
const SEAM_BARS = 5;
/** Dividends and rounding beside a split. */
const SPLIT_TOLERANCE = 0.08;

/** New shares for old ones. */
export interface SplitRatio {
  readonly numerator: number;
  readonly denominator: number;
}

export interface WholeSeries {
  readonly bars: BarColumns;
  /** Where bars that were adjusted otherwise meet; null where none do. */
  readonly seam: SuspectBar | null;
}

/** True where both have a bar of one time, and agree on all of those. */
export function meets(one: BarColumns, other: BarColumns): boolean {
  const ratios = commonBars(one, other).map(({ ratio }) => ratio);
  return ratios.length > 0 && ratios.every(isSame);
}

/**
 * All that a source has of a series, over what is stored of it. Where both have a bar the source's
 * holds, also one with less volume: it is a correction.
 *
 * What the source no longer serves is kept, because it cannot be had again; where it does not meet the
 * source's bars it is neither rescaled nor dropped, since what was adjusted for is not known, but the
 * seam is told. Only a split that the source reports, and that explains the difference, makes it void.
 *
 * @param newSplits - those that were not known when the stored bars came
 */
export function joinWhole(
  fresh: BarColumns,
  stored: BarColumns,
  newSplits: readonly SplitRatio[],
): WholeSeries {
  const common = commonBars(stored, fresh);
  const ratio = middleOf(common.slice(0, SEAM_BARS).map((bar) => bar.ratio));
  if (isVoid(ratio, newSplits)) return { bars: fresh, seam: null };
  const kept = keptBars(fresh, stored);
  const firstTime = fresh.time[0] ?? Infinity;
  const hasOlder = (kept.time[0] ?? Infinity) < firstTime;
  const [first] = common;
  const isFlagged = hasOlder && first !== undefined && ratio !== null && !isSame(ratio);
  const seam: SuspectBar | null = isFlagged
    ? { time: firstTime, kind: 'basis', close: first.close, reference: first.close / first.ratio }
    : null;
  return { bars: overlayBars(kept, fresh), seam };
}

/** @param ratio - of new closes to stored ones; null where they have no bar in common */
function isVoid(ratio: number | null, newSplits: readonly SplitRatio[]): boolean {
  if (newSplits.length === 0) return false;
  if (ratio === null) return true;
  if (isSame(ratio)) return false;
  const factor = newSplits.reduce((all, each) => (all * each.numerator) / each.denominator, 1);
  return Math.abs(ratio * factor - 1) < SPLIT_TOLERANCE;
}

/** Stored bars that the source does not have: all older ones, and others where the common one before agrees. */
function keptBars(fresh: BarColumns, stored: BarColumns): BarColumns {
  const kept = allocateBars(stored.length);
  let length = 0;
  let agrees = true;
  let right = 0;
  for (let left = 0; left < stored.length; left++) {
    const time = stored.time[left] as number;
    while (right < fresh.length && (fresh.time[right] as number) < time) right++;
    if (right < fresh.length && fresh.time[right] === time) {
      agrees = isSame((fresh.close[right] as number) / (stored.close[left] as number));
    } else if (agrees) {
      for (const name of BAR_COLUMN_NAMES) kept[name][length] = stored[name][left] as number;
      length++;
    }
  }
  return subBars(kept, 0, length);
}

function commonBars(
  stored: BarColumns,
  fresh: BarColumns,
): readonly { readonly close: number; readonly ratio: number }[] {
  const common: { close: number; ratio: number }[] = [];
  for (let left = 0, right = 0; left < stored.length && right < fresh.length;) {
    const [earlier, later] = [stored.time[left] as number, fresh.time[right] as number];
    if (earlier === later) {
      const close = fresh.close[right] as number;
      common.push({ close, ratio: close / (stored.close[left] as number) });
    }
    if (earlier <= later) left++;
    if (later <= earlier) right++;
  }
  return common;
}

function middleOf(ratios: readonly number[]): number | null {
  const ordered = ratios.toSorted((one, other) => one - other);
  return ordered[Math.floor(ordered.length / 2)] ?? null;
}

function isSame(ratio: number): boolean {
  return Math.abs(ratio - 1) <= SAME_CLOSE;
}
