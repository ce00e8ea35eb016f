import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
  packBars,
  viewPackedBars,
} from './bar-columns';

/** All bars of both, in order of time; where both have one, that of `upper` holds. */
export function overlayBars(lower: BarColumns, upper: BarColumns): BarColumns {
  const joined = allocateBars(lower.length + upper.length);
  let length = 0;
  let below = 0;
  let above = 0;
  while (below < lower.length || above < upper.length) {
    const lowerTime = below < lower.length ? (lower.time[below] as number) : Infinity;
    const upperTime = above < upper.length ? (upper.time[above] as number) : Infinity;
    const [from, index] = upperTime <= lowerTime ? [upper, above] : [lower, below];
    for (const name of BAR_COLUMN_NAMES) joined[name][length] = from[name][index] as number;
    length++;
    if (upperTime <= lowerTime) above++;
    if (lowerTime <= upperTime) below++;
  }
  return viewPackedBars(packBars(joined, 0, length));
}

/** How many times both have, and whether their closes there differ by at most a fraction. */
export function compareBars(
  one: BarColumns,
  other: BarColumns,
  tolerance: number,
): { readonly shared: number; readonly agrees: boolean } {
  let shared = 0;
  let agrees = true;
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    const [earlier, later] = [one.time[left] as number, other.time[right] as number];
    if (earlier === later) {
      shared++;
      const ratio = (one.close[left] as number) / (other.close[right] as number);
      if (Math.abs(ratio - 1) > tolerance) agrees = false;
    }
    if (earlier <= later) left++;
    if (later <= earlier) right++;
  }
  return { shared, agrees };
}
