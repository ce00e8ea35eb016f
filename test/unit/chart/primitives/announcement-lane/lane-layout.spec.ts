import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterPositions } from '../../../../../src/chart/primitives/announcement-lane/lane-layout';

describe('clusterPositions', () => {
  it('leaves items alone that have room', () => {
    expect(clusterPositions([1, 5, 9], 4)).toEqual([
      { from: 0, to: 1, centre: 1 },
      { from: 1, to: 2, centre: 5 },
      { from: 2, to: 3, centre: 9 },
    ]);
  });

  it('joins neighbours at their mean', () => {
    expect(clusterPositions([1, 3, 20], 4)).toEqual([
      { from: 0, to: 2, centre: 2 },
      { from: 2, to: 3, centre: 20 },
    ]);
    expect(clusterPositions([1, 1, 4], 3)).toEqual([
      { from: 0, to: 2, centre: 1 },
      { from: 2, to: 3, centre: 4 },
    ]);
  });

  it('joins again when a joined glyph comes too close to the one before', () => {
    // 7.5 and 8.5 meet at 8, which has room after 3; with 3.2 as the distance of 8 and 4.8 it has not.
    expect(clusterPositions([3, 7.5, 8.5], 4.9)).toEqual([{ from: 0, to: 3, centre: 19 / 3 }]);
  });

  it('has nothing to do without items', () => {
    expect(clusterPositions([], 4)).toEqual([]);
  });

  it('puts every item into one cluster at its mean, and no two clusters overlap', () => {
    const positions = fc
      .array(fc.double({ min: 0, max: 500, noNaN: true }), { maxLength: 80 })
      .map((list) => [...list].sort((a, b) => a - b));
    fc.assert(
      fc.property(positions, fc.double({ min: 0.1, max: 60, noNaN: true }), (items, distance) => {
        const clusters = clusterPositions(items, distance);
        expect(clusters.flatMap(({ from, to }) => items.slice(from, to))).toEqual(items);
        clusters.forEach(({ from, to, centre }, i) => {
          const members = items.slice(from, to);
          const mean = members.reduce((sum, x) => sum + x, 0) / members.length;
          expect(centre).toBeCloseTo(mean, 6);
          const next = clusters[i + 1];
          if (next !== undefined) expect(next.centre - centre).toBeGreaterThanOrEqual(distance);
        });
      }),
    );
  });
});
