/**
 * Exponential and logarithm from additions, multiplications and divisions alone. IEEE 754 fixes the
 * last digit of these, while `Math.exp`, `Math.log` and `**` differ from one JavaScript engine to
 * the next, and a difference in the last digit would grow into another price history.
 *
 * Argument reduction after W. Cody and W. Waite, Software Manual for the Elementary Functions, 1980.
 */

/** ln 2 in two parts: the high one has so few digits that its multiples are exact. */
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.1219444005469058e-4;
const SQRT_HALF = 0.7071067811865476;
const SQRT_TWO = 1.4142135623730951;
const LARGEST_EXPONENT = 700;

/** 1/n! for n = 0 to 13. */
const EXP_TERMS = seriesOf(14, (term, index) => (index === 0 ? 1 : term / index));
/** 2/(2n + 1) for n = 0 to 9. */
const LOG_TERMS = seriesOf(10, (_, index) => 2 / (2 * index + 1));

/**
 * e to the power `x`, right to about 1e-15 of its value.
 *
 * @param x - between -700 and 700
 * @throws RangeError outside
 */
export function portableExp(x: number): number {
  if (!(Math.abs(x) <= LARGEST_EXPONENT)) throw new RangeError(`no exponential of ${x}`);
  const halvings = Math.round(x / (LN2_HIGH + LN2_LOW));
  const rest = x - halvings * LN2_HIGH - halvings * LN2_LOW;
  let result = horner(EXP_TERMS, rest);
  for (let step = 0; step < halvings; step += 1) result *= 2;
  for (let step = 0; step > halvings; step -= 1) result /= 2;
  return result;
}

/**
 * Natural logarithm, right to about 1e-15, by the series of the inverse hyperbolic tangent.
 *
 * @param x - positive and finite
 * @throws RangeError otherwise
 */
export function portableLog(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`no logarithm of ${x}`);
  let mantissa = x;
  let doublings = 0;
  for (; mantissa > SQRT_TWO; doublings += 1) mantissa /= 2;
  for (; mantissa < SQRT_HALF; doublings -= 1) mantissa *= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  return ratio * horner(LOG_TERMS, ratio * ratio) + doublings * LN2_LOW + doublings * LN2_HIGH;
}

function horner(terms: readonly number[], x: number): number {
  let sum = 0;
  for (let index = terms.length - 1; index >= 0; index -= 1) {
    sum = sum * x + (terms[index] as number);
  }
  return sum;
}

function seriesOf(
  length: number,
  next: (previous: number, index: number) => number,
): readonly number[] {
  const terms: number[] = [];
  for (let index = 0; index < length; index += 1) terms.push(next(terms[index - 1] ?? 1, index));
  return terms;
}
