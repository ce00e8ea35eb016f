/** Bins of a histogram around 0, all of one width; the middle one holds 0. */
export interface PlaceboBins {
  readonly counts: readonly number[];
  /** Lower end of the first bin; a fraction. */
  readonly from: number;
  readonly width: number;
  readonly most: number;
  /** The bin that holds the event. */
  readonly eventBin: number;
}

/** An odd number, so that 0 lies in the middle of a bin. */
const BINS = 31;

/** Puts the placebo days into bins, wide enough for the farthest of them and the event. */
export function placeboBins(residuals: Float64Array, event: number): PlaceboBins {
  let reach = Math.abs(event);
  for (let index = 0; index < residuals.length; index++) {
    reach = Math.max(reach, Math.abs(residuals[index] as number));
  }
  const width = reach > 0 ? (2 * reach) / (BINS - 1) : 0.01;
  const from = (-BINS / 2) * width;
  const binOf = (value: number): number =>
    Math.max(0, Math.min(BINS - 1, Math.floor((value - from) / width)));
  const counts = new Array<number>(BINS).fill(0);
  for (let index = 0; index < residuals.length; index++) {
    const bin = binOf(residuals[index] as number);
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { counts, from, width, most: Math.max(1, ...counts), eventBin: binOf(event) };
}
