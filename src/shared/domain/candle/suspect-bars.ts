import type { BarColumns } from './bar-columns';

const NEIGHBOURS = 5;
/** A unit error is a factor of 100; prices do not move by a fifth of that and back. */
const UNIT_FACTOR = 20;
/** Ratios at which companies split, and their inverses for reverse splits. */
const SPLIT_RATIOS = [2, 3, 4, 5, 10, 20].flatMap((ratio) => [ratio, 1 / ratio]);
const SPLIT_TOLERANCE = 0.08;
/** Sessions by which a reported split may lie beside its jump. */
const SPLIT_WINDOW_SECONDS = 4 * 86_400;

/** Indices of bars that differ from the median of their neighbours as if in another unit (pence for pounds). */
export function unitErrors(bars: BarColumns): readonly number[] {
  const suspects: number[] = [];
  for (let index = 0; index < bars.length; index++) {
    const ratio = (bars.close[index] as number) / medianAround(bars.close, index);
    if (ratio > UNIT_FACTOR || ratio < 1 / UNIT_FACTOR) suspects.push(index);
  }
  return suspects;
}

/**
 * Indices of bars whose close stands to the one before like a split that nobody reported.
 *
 * @param splitTimes - UTC seconds of the reported splits; prices before them should be adjusted already
 */
export function unexplainedSplits(
  bars: BarColumns,
  splitTimes: readonly number[],
): readonly number[] {
  const suspects: number[] = [];
  for (let index = 1; index < bars.length; index++) {
    const ratio = (bars.close[index] as number) / (bars.close[index - 1] as number);
    const isLikeSplit = SPLIT_RATIOS.some((split) => Math.abs(ratio / split - 1) < SPLIT_TOLERANCE);
    const time = bars.time[index] as number;
    const isReported = splitTimes.some((split) => Math.abs(split - time) <= SPLIT_WINDOW_SECONDS);
    if (isLikeSplit && !isReported) suspects.push(index);
  }
  return suspects;
}

function medianAround(column: Float64Array, index: number): number {
  const from = Math.max(0, index - NEIGHBOURS);
  const around = [...column.subarray(from, index + NEIGHBOURS + 1)].sort(
    (one, other) => one - other,
  );
  return around[Math.floor(around.length / 2)] as number;
}
