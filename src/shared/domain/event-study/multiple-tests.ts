/**
 * p values of several tests corrected for their number, in the order of the given ones. A missing
 * value (NaN) is no test: it stays NaN and is not counted.
 */

/** S. Holm, Scandinavian Journal of Statistics 6, 1979: holds the chance of any false finding. */
export function holm(values: Float64Array): Float64Array {
  const order = ascending(values);
  const corrected = new Float64Array(values.length).fill(NaN);
  let largest = 0;
  order.forEach((place, rank) => {
    largest = Math.max(largest, Math.min(1, (order.length - rank) * (values[place] as number)));
    corrected[place] = largest;
  });
  return corrected;
}

/**
 * Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57, 1995: holds the
 * expected part of false findings among all findings.
 */
export function benjaminiHochberg(values: Float64Array): Float64Array {
  const order = ascending(values);
  const corrected = new Float64Array(values.length).fill(NaN);
  let smallest = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const place = order[rank] as number;
    smallest = Math.min(smallest, (order.length / (rank + 1)) * (values[place] as number));
    corrected[place] = smallest;
  }
  return corrected;
}

function ascending(values: Float64Array): readonly number[] {
  return Array.from(values.keys())
    .filter((place) => !Number.isNaN(values[place]))
    .sort((one, other) => (values[one] as number) - (values[other] as number));
}
