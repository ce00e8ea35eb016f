/**
 * The distribution functions that event studies need. They come from outside, because the domain
 * imports no library; right to about 1e-10 of their value, in the far tails too.
 */
export interface Distributions {
  /** P(T <= x) of Student's t. @param degrees - of freedom, positive */
  studentCdf(x: number, degrees: number): number;
  /** The x with P(T <= x) = `probability`. */
  studentQuantile(probability: number, degrees: number): number;
  /** P(Z <= x) of the standard normal. */
  normalCdf(x: number): number;
}

/** Two-sided p value of Student's t. */
export function studentP(distributions: Distributions, t: number, degrees: number): number {
  return Math.min(1, 2 * distributions.studentCdf(-Math.abs(t), degrees));
}

/** Two-sided p value of a standard normal statistic. */
export function normalP(distributions: Distributions, z: number): number {
  return Math.min(1, 2 * distributions.normalCdf(-Math.abs(z)));
}
