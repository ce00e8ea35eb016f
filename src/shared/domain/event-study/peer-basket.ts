import type { DatedColumn } from './paired-returns';

/**
 * Several instruments as one: the level of a portfolio that holds equal parts of those that traded,
 * put together anew at each session. It begins at 100.
 *
 * A session counts a member with its price of that session over its last one before; a session on
 * which no member has both is none of the basket's.
 *
 * @param members - prices of each, see {@link DatedColumn}
 */
export function peerBasket(members: readonly DatedColumn[]): DatedColumn {
  const returns = new Map<number, { sum: number; count: number }>();
  for (const { keys, values } of members) {
    let last = NaN;
    for (let index = 0; index < keys.length; index++) {
      const price = values[index] as number;
      if (!(price > 0)) continue;
      if (last > 0) addReturn(returns, keys[index] as number, price / last - 1);
      last = price;
    }
  }
  const keys = Float64Array.from(returns.keys()).sort();
  let level = 100;
  const values = keys.map((key) => {
    const { sum, count } = returns.get(key) as { sum: number; count: number };
    level *= 1 + sum / count;
    return level;
  });
  return { keys, values };
}

function addReturn(
  returns: Map<number, { sum: number; count: number }>,
  key: number,
  value: number,
): void {
  const at = returns.get(key);
  if (at) {
    at.sum += value;
    at.count += 1;
  } else returns.set(key, { sum: value, count: 1 });
}
