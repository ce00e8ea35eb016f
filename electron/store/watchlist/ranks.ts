/** Room between two neighbours: what is put between them moves nobody else. */
export const RANK_SPACING = 1_048_576;
const FARTHEST = 2 ** 50;

/** A list, a section or an item by its identity, a star by its symbol. */
export type RowKey = number | string;

/**
 * Positions for rows in a wanted order, where as few as possible get another one than they have.
 *
 * @param order - the keys in their order, each once
 * @param known - positions as they are; of keys that are not in `order` too
 * @returns the positions that change, those of new rows included
 */
export function newRanks(
  order: readonly RowKey[],
  known: ReadonlyMap<RowKey, number>,
): ReadonlyMap<RowKey, number> {
  const kept = longestRise(order.map((key) => known.get(key) ?? null));
  const ranks = between(order, known, kept) ?? order.map((_, index) => index * RANK_SPACING);
  return new Map(
    order
      .map((key, index): [RowKey, number] => [key, ranks[index] ?? 0])
      .filter(([key, rank]) => known.get(key) !== rank),
  );
}

/** Null where there is no room any more. */
function between(
  order: readonly RowKey[],
  known: ReadonlyMap<RowKey, number>,
  kept: ReadonlySet<number>,
): readonly number[] | null {
  const ranks: number[] = [];
  for (let start = 0; start < order.length;) {
    if (kept.has(start)) {
      ranks.push(known.get(order[start] ?? '') ?? 0);
      start += 1;
      continue;
    }
    let end = start;
    while (end < order.length && !kept.has(end)) end += 1;
    const above = end < order.length ? known.get(order[end] ?? '') : undefined;
    const filled = fillGap(ranks.at(-1), above, end - start);
    if (filled === null) return null;
    ranks.push(...filled);
    start = end;
  }
  return ranks;
}

function fillGap(
  below: number | undefined,
  above: number | undefined,
  count: number,
): readonly number[] | null {
  let step = RANK_SPACING;
  if (below !== undefined && above !== undefined) step = Math.floor((above - below) / (count + 1));
  if (step < 1) return null;
  const first = below !== undefined ? below + step : (above ?? step * count) - step * count;
  const ranks = Array.from({ length: count }, (_, index) => first + index * step);
  return ranks.every((rank) => Math.abs(rank) < FARTHEST) ? ranks : null;
}

/** Indices of the longest strictly rising part of a sequence; null stands for no value. */
function longestRise(values: readonly (number | null)[]): ReadonlySet<number> {
  // tails[k]: index of the lowest value that ends a rising part of length k + 1.
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  values.forEach((value, index) => {
    if (value === null) return;
    const length = countBelow(tails, values, value);
    before.set(index, tails[length - 1]);
    tails[length] = index;
  });
  const rise = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = before.get(at)) rise.add(at);
  return rise;
}

function countBelow(
  tails: readonly number[],
  values: readonly (number | null)[],
  value: number,
): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
