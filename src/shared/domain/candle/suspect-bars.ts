import type { BarColumns } from './bar-columns';

/** Bars on each side that a price is compared with. */
export const NEIGHBOURS = 5;
/** A unit error is a factor of 100; prices do not move by a fifth of that and back. */
const UNIT_FACTOR = 20;
/** Steps that are all smaller than this lead nobody out of the factor within the neighbours. */
const CALM_STEP = UNIT_FACTOR ** (1 / NEIGHBOURS);
/** Ratios at which companies split, and their inverses for reverse splits. */
const SPLIT_RATIOS = [2, 3, 4, 5, 10, 20].flatMap((ratio) => [ratio, 1 / ratio]);
const SPLIT_TOLERANCE = 0.08;
/** Steps between these are like no split. */
const NO_SPLIT = [0.6, 1.7] as const;
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
  const ratio = stepAt(close, index);
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
    const ratio = stepAt(bars.close, index);
    if (ratio > NO_SPLIT[0] && ratio < NO_SPLIT[1]) continue;
    const isLikeSplit = SPLIT_RATIOS.some((split) => Math.abs(ratio / split - 1) < SPLIT_TOLERANCE);
    if (isLikeSplit && !isReported(bars.time[index] as number, splitTimes)) suspects.push(index);
  }
  return suspects;
}

/**
 * Indices of bars from which on the unit is another one (pounds, then pence): no neighbour stands out,
 * since those behind the step have the new unit too.
 */
function unitSteps(bars: BarColumns): readonly number[] {
  const steps: number[] = [];
  for (let index = 1; index < bars.length; index++) {
    const ratio = stepAt(bars.close, index);
    if (ratio > UNIT_FACTOR || ratio < 1 / UNIT_FACTOR) steps.push(index);
  }
  return steps;
}

/**
 * Why a bar is in doubt. `unit`: as if in another unit than the bars around or before it; `split`: it
 * stands to the bar before like a split that is not in the prices; `basis`: the bars before it are older
 * than what the source still has, and were adjusted otherwise.
 */
export type SuspectKind = 'unit' | 'split' | 'basis';

/** A bar that is stored as it came, and may be wrong. */
export interface SuspectBar {
  /** As in `BarColumns.time`. */
  readonly time: number;
  readonly kind: SuspectKind;
  readonly close: number;
  /** What the close was compared with: the middle of the neighbours, or the close before; for `basis` the older one. */
  readonly reference: number;
}

/**
 * The bars in doubt, oldest first, each once. Sources adjust the bars before a split that they report:
 * a jump is no less doubtful for being reported, since then it should not be there.
 */
export function suspectBars(bars: BarColumns): readonly SuspectBar[] {
  const found = new Map<number, SuspectBar>();
  const note = (index: number, kind: SuspectKind, reference: number): void => {
    const [time, close] = [bars.time[index] as number, bars.close[index] as number];
    if (!found.has(index)) found.set(index, { time, kind, close, reference });
  };
  const errors = new Set(unitErrors(bars));
  for (const index of errors) note(index, 'unit', medianAround(bars.close, index));
  // The bar behind one in another unit jumps back, and is none the worse for it.
  const isBehind = (index: number): boolean => errors.has(index - 1);
  for (const index of unexplainedSplits(bars, [])) {
    if (!isBehind(index)) note(index, 'split', bars.close[index - 1] as number);
  }
  for (const index of unitSteps(bars)) {
    if (!isBehind(index)) note(index, 'unit', bars.close[index - 1] as number);
  }
  return [...found.values()].sort((one, other) => one.time - other.time);
}

function stepAt(close: Float64Array, index: number): number {
  return (close[index] as number) / (close[index - 1] as number);
}

function isReported(time: number, splitTimes: readonly number[]): boolean {
  return splitTimes.some((split) => Math.abs(split - time) <= SPLIT_WINDOW_SECONDS);
}

function medianAround(column: Float64Array, index: number): number {
  const from = Math.max(0, index - NEIGHBOURS);
  const around = [...column.subarray(from, index + NEIGHBOURS + 1)].sort(
    (one, other) => one - other,
  );
  return around[Math.floor(around.length / 2)] as number;
}
