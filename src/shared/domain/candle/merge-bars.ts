import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
  packBars,
  viewPackedBars,
} from './bar-columns';

/** Compared in this order where two bars claim one time: who saw more of the session holds. */
const RANK = ['volume', 'high', 'close', 'open', 'adjustedClose'] as const;

/**
 * All bars of both, in order of time. Where both have one, the one with the greater volume holds (it
 * saw more of its session), then the higher high, the lower low, and so on down to a total order: so
 * the outcome does not depend on which came first, and merging the same bars again changes nothing.
 */
export function mergeBars(
  one: BarColumns,
  other: BarColumns,
): BarColumns & { readonly buffer: ArrayBuffer } {
  const merged = allocateBars(one.length + other.length);
  let length = 0;
  let left = 0;
  let right = 0;
  while (left < one.length || right < other.length) {
    const leftTime = left < one.length ? (one.time[left] as number) : Infinity;
    const rightTime = right < other.length ? (other.time[right] as number) : Infinity;
    const takesLeft =
      leftTime < rightTime || (leftTime === rightTime && !isLess(one, left, other, right));
    const [from, index] = takesLeft ? [one, left] : [other, right];
    for (const name of BAR_COLUMN_NAMES) merged[name][length] = from[name][index] as number;
    length++;
    if (leftTime <= rightTime) left++;
    if (rightTime <= leftTime) right++;
  }
  const buffer = packBars(merged, 0, length);
  return { ...viewPackedBars(buffer), buffer };
}

function isLess(one: BarColumns, left: number, other: BarColumns, right: number): boolean {
  const low = compare(other.low[right] as number, one.low[left] as number);
  const [volume, high, ...rest] = RANK.map((name) =>
    compare(one[name][left] as number, other[name][right] as number),
  );
  const first = [volume, high, low, ...rest].find((order) => order !== 0);
  return first !== undefined && first < 0;
}

/** NaN is less than every number. */
function compare(one: number, other: number): number {
  if (Number.isNaN(one) || Number.isNaN(other))
    return Number(Number.isNaN(other)) - Number(Number.isNaN(one));
  return one - other;
}
