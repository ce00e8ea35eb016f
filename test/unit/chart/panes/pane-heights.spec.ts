import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dragSeparator, layHeights } from '../../../../src/chart/panes/pane-heights';

const sum = (heights: readonly number[]): number => heights.reduce((all, one) => all + one, 0);

describe('layHeights', () => {
  it('gives each pane its share and the rest to the plot', () => {
    expect(layHeights(500, [0.2, 0.3])).toEqual([250, 100, 150]);
    expect(layHeights(500, [])).toEqual([500]);
  });

  it('keeps the plot from being crowded out, and every pixel given away', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 2_000 }),
        fc.array(share, { maxLength: 4 }),
        (total, shares) => {
          const heights = layHeights(total, shares);
          expect(sum(heights)).toBe(total);
          expect(heights[0]).toBeGreaterThanOrEqual(96);
          for (const height of heights) expect(height).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('dragSeparator', () => {
  it('moves height between its neighbours alone', () => {
    expect(dragSeparator([300, 100, 100], 0, -50)).toEqual([250, 150, 100]);
    expect(dragSeparator([300, 100, 100], 1, 20)).toEqual([300, 120, 80]);
  });

  it('stops at the least height of either', () => {
    expect(dragSeparator([300, 100], 0, -500)).toEqual([96, 304]);
    expect(dragSeparator([300, 100], 0, 500)).toEqual([360, 40]);
  });
});
