/** Log returns of a column of prices. */
export function logReturns(prices: Float64Array): number[] {
  return Array.from(prices.subarray(1), (price, index) => Math.log(price / (prices[index] ?? NaN)));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean of the products of two series, each taken from its own mean. */
export function covariance(left: readonly number[], right: readonly number[]): number {
  const [leftMean, rightMean] = [mean(left), mean(right)];
  return mean(left.map((value, index) => (value - leftMean) * ((right[index] ?? NaN) - rightMean)));
}

export function correlation(left: readonly number[], right: readonly number[]): number {
  return covariance(left, right) / Math.sqrt(covariance(left, left) * covariance(right, right));
}

/** Fourth central moment over the squared second one, less the 3 of a normal distribution. */
export function excessKurtosis(values: readonly number[]): number {
  const centre = mean(values);
  const variance = covariance(values, values);
  return mean(values.map((value) => (value - centre) ** 4)) / variance ** 2 - 3;
}

/** Correlation of the sizes of neighbouring values. */
export function clustering(values: readonly number[]): number {
  const sizes = values.map(Math.abs);
  return correlation(sizes.slice(1), sizes.slice(0, -1));
}

/** The same values in another order (Fisher and Yates). */
export function shuffled(values: readonly number[], random: () => number): number[] {
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other] as number, copy[last] as number];
  }
  return copy;
}
