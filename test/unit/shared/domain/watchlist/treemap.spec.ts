import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squarify, type Tile } from '../../../../../src/shared/domain/watchlist/treemap';

const areaOf = (tile: Tile | null): number => (tile ? tile.width * tile.height : 0);

function overlap(one: Tile, other: Tile): number {
  const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const high = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return wide > 1e-6 && high > 1e-6 ? wide * high : 0;
}

describe('squarify', () => {
  it('lays out the example of its authors as they draw it', () => {
    // Bruls, Huizing and van Wijk, figure 4: areas 6, 6, 4, 3, 2, 2, 1 in a room of 6 by 4.
    const tiles = squarify([6, 6, 4, 3, 2, 2, 1], 6, 4);
    const rounded = tiles.map(
      (tile) => tile && [tile.x, tile.y, tile.width, tile.height].map((each) => +each.toFixed(3)),
    );
    expect(rounded.slice(0, 4)).toEqual([
      [0, 0, 3, 2],
      [0, 2, 3, 2],
      [3, 0, 1.714, 2.333],
      [4.714, 0, 1.286, 2.333],
    ]);
  });

  it('fills the room with tiles as large as their weights that do not overlap', () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    });
    const side = fc.integer({ min: 10, max: 2000 });
    fc.assert(
      fc.property(weights, side, side, (all, width, height) => {
        const tiles = squarify(all, width, height) as readonly Tile[];
        const total = all.reduce((sum, weight) => sum + weight, 0);
        tiles.forEach((tile, index) => {
          expect(areaOf(tile) / (width * height)).toBeCloseTo((all[index] as number) / total, 6);
          expect(tile.x).toBeGreaterThanOrEqual(0);
          expect(tile.x + tile.width).toBeLessThanOrEqual(width + 1e-6);
          expect(tile.y + tile.height).toBeLessThanOrEqual(height + 1e-6);
          for (const other of tiles.slice(index + 1)) {
            expect(overlap(tile, other)).toBeLessThan(1e-3);
          }
        });
      }),
    );
  });

  it('makes tiles of equal weights nearly square', () => {
    const tiles = squarify(
      Array.from({ length: 24 }, () => 1),
      900,
      600,
    );
    for (const tile of tiles) {
      const ratio = tile ? tile.width / tile.height : 0;
      expect(Math.max(ratio, 1 / ratio)).toBeLessThan(2);
    }
  });

  it('gives no tile to what has no weight, and none without room', () => {
    expect(squarify([2, 0, NaN, -1], 10, 10).map((tile) => tile !== null)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(squarify([1, 1], 0, 10)).toEqual([null, null]);
    expect(squarify([], 10, 10)).toEqual([]);
  });
});
