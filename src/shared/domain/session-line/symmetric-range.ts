/** Least half of the range, as a part of the base: a price that stands still is a line in the middle. */
const LEAST_SHARE = 0.002;
/** Room above and below the furthest price. */
const ROOM = 1.06;

/** The range of a price axis with the base in its middle, as far as the furthest price on either side. */
export function symmetricRange(
  base: number,
  columns: readonly Float64Array[],
): { readonly min: number; readonly max: number } {
  let furthest = Math.abs(base) * LEAST_SHARE;
  for (const column of columns) {
    for (const value of column) {
      const distance = Math.abs(value - base);
      if (distance > furthest) furthest = distance;
    }
  }
  return { min: base - furthest * ROOM, max: base + furthest * ROOM };
}
