import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRanks, RANK_SPACING, type RowKey } from '../../../../../electron/store/watchlist/ranks';

/** The positions after the changes. */
function applied(order: readonly RowKey[], known: ReadonlyMap<RowKey, number>): readonly number[] {
  const changed = newRanks(order, known);
  return order.map((key) => changed.get(key) ?? known.get(key) ?? NaN);
}

const isRising = (ranks: readonly number[]): boolean =>
  ranks.every(
    (rank, index) => Number.isSafeInteger(rank) && rank > (ranks[index - 1] ?? -Infinity),
  );

describe('newRanks', () => {
  it('spaces what has none yet', () => {
    expect([...newRanks(['a', 'b', 'c'], new Map())]).toEqual([
      ...[
        ['a', 0],
        ['b', RANK_SPACING],
        ['c', 2 * RANK_SPACING],
      ],
    ]);
  });

  it('puts one between two, before the first and behind the last without moving them', () => {
    const known = new Map<RowKey, number>([
      [1, 0],
      [2, 100],
    ]);
    expect([...newRanks([1, 3, 2], known)]).toEqual([[3, 50]]);
    expect([...newRanks([3, 1, 2], known)]).toEqual([[3, -RANK_SPACING]]);
    expect([...newRanks([1, 2, 3], known)]).toEqual([[3, 100 + RANK_SPACING]]);
    expect([...newRanks([2, 1], known)]).toHaveLength(1);
    expect([...newRanks([1, 2], known)]).toEqual([]);
  });

  it('spaces all anew where two neighbours have no room, or the end of the numbers is near', () => {
    const tight = new Map<RowKey, number>([
      [1, 5],
      [2, 6],
    ]);
    expect(applied([1, 3, 2], tight)).toEqual([0, RANK_SPACING, 2 * RANK_SPACING]);
    const far = new Map<RowKey, number>([[1, 2 ** 50 - 1]]);
    expect(applied([1, 2], far)).toEqual([0, RANK_SPACING]);
  });

  it('keeps any order, and moves as few as can be', () => {
    const ranks = fc.uniqueArray(fc.integer({ min: -1_000, max: 1_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(ranks, fc.array(fc.nat({ max: 40 }), { maxLength: 30 }), (values, picks) => {
        const known = new Map<RowKey, number>(values.map((value, index) => [index, value]));
        const order = [...new Set(picks)];
        expect(isRising(applied(order, known))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: 19 }), fc.nat({ max: 19 }), (from, to) => {
        const keys = Array.from({ length: 20 }, (_, index) => index);
        const known = new Map<RowKey, number>(keys.map((key) => [key, key * RANK_SPACING]));
        const order = keys.toSpliced(from, 1).toSpliced(to, 0, from);
        expect(newRanks(order, known).size).toBe(from === to ? 0 : 1);
        expect(isRising(applied(order, known))).toBe(true);
      }),
    );
  });
});
