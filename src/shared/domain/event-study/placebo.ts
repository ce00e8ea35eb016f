/** Differences of decimal numbers that are equal can differ in their last digits. */
const ROUNDING = 1e-12;

/**
 * Part of the placebo days that are at least as far from 0 as the event, the event counted among them:
 * (1 + #{|e| >= |value|}) / (L + 1). It takes no distribution for granted.
 */
export function placeboDayP(residuals: Float64Array, value: number): number {
  const size = Math.abs(value) * (1 - ROUNDING);
  let count = 0;
  for (let index = 0; index < residuals.length; index++) {
    if (Math.abs(residuals[index] as number) >= size) count++;
  }
  return (1 + count) / (residuals.length + 1);
}

/**
 * The same of a window: the event's sum among the sums of all runs of as many residuals on end. The
 * L - K + 1 runs overlap, so that p is coarser than their number says.
 *
 * @returns null where the window is longer than the residuals
 */
export function placeboWindowP(
  residuals: Float64Array,
  days: number,
  value: number,
): number | null {
  const sums = placeboSums(residuals, days);
  return sums.length === 0 ? null : placeboDayP(sums, value);
}

/** Sums of all runs of `days` residuals on end, in their order. */
export function placeboSums(residuals: Float64Array, days: number): Float64Array {
  const sums = new Float64Array(Math.max(0, residuals.length - days + 1));
  for (let run = 0; run < sums.length; run++) {
    let sum = 0;
    for (let day = 0; day < days; day++) sum += residuals[run + day] as number;
    sums[run] = sum;
  }
  return sums;
}
