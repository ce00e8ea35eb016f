/**
 * @typedef {object} Spread
 * @property {number} median
 * @property {number} min
 * @property {number} max
 */

/**
 * @param {readonly number[]} values at least one
 * @returns {Spread}
 */
export function spreadOf(values) {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ index) => /** @type {number} */ (sorted[index]);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}

/**
 * @typedef {object} Pair two values of one round
 * @property {number} value
 * @property {number} floor
 */

/**
 * The spread of value / floor, taken round by round: what made one round slow made both slow.
 * @param {readonly Pair[]} pairs
 */
export function spreadOfRatios(pairs) {
  return spreadOf(pairs.map(({ value, floor }) => value / floor));
}

/**
 * @param {readonly Pair[]} pairs
 */
export function spreadOfDifferences(pairs) {
  return spreadOf(pairs.map(({ value, floor }) => value - floor));
}
