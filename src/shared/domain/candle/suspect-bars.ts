import type { BarColumns } from './bar-columns';

const NEIGHBOURS = 5;
/** A unit error is a factor of 100; prices do not move by a fifth of that and back. */
const UNIT_FACTOR = 20;
/** Steps that are all smaller than this lead nobody out of the factor within the neighbours. */
const CALM_STEP = UNIT_FACTOR ** (1 / NEIGHBOURS);
/** Ratios at which companies split, and their inverses for reverse splits. */
const SPLIT_RATIOS = [2, 3, 4, 5, 10, 20].flatMap((ratio) => [ratio, 1 / ratio]);
const SPLIT_TOLERANCE = 0.08;
/** Sessions by which a reported split may lie beside its jump. */
const SPLIT_WINDOW_SECONDS = 4 * 86_400;

/** Indices of bars that differ from the median of their neighbours as if in another unit (pence for pounds). */
export function unitErrors(bars: BarColumns): readonly number[] {
  const suspects: number[] = [];
  let next = 0;
  for (let step = 1; step < bars.length; step++) {
    if (isCalm(bars.close, step)) continue;
    // Only bars near a jump can differ so much: a million calm ones cost one comparison each.
    const end = Math.min(bars.length, step + NEIGHBOURS);
    for (next = Math.max(next, step - NEIGHBOURS); next < end; next++) {
      const ratio = (bars.close[next] as number) / medianAround(bars.close, next);
      if (ratio > UNIT_FACTOR || ratio < 1 / UNIT_FACTOR) suspects.push(next);
    }
  }
  return suspects;
}

/** False also where a close is no number. */
function isCalm(close: Float64Array, index: number): boolean {
  const ratio = (close[index] as number) / (close[index - 1] as number);
  return ratio < CALM_STEP && ratio > 1 / CALM_STEP;
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
