import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineLayout } from '../../../../src/features/watchlist/line-layout';

const layout = new LineLayout([32, 38, 38, 32, 34]);

describe('the places of lines', () => {
  it('follow from their heights', () => {
    expect([0, 1, 2, 3, 4, 5].map((index) => layout.topOf(index))).toEqual([
      0, 32, 70, 108, 140, 174,
    ]);
    expect(layout.heightOf(2)).toBe(38);
    expect(layout.totalPx).toBe(174);
  });

  it('name the line at a place, the nearest one outside of them', () => {
    expect([-5, 0, 31.9, 32, 107, 108, 173, 500].map((y) => layout.lineAt(y))).toEqual([
      0, 0, 0, 1, 2, 3, 4, 4,
    ]);
    expect(new LineLayout([]).lineAt(0)).toBe(-1);
  });

  it('agree with a search line by line', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 0, max: 4000 }), (all, y) => {
        const many = new LineLayout(all);
        const found = all.findIndex((_, index) => y < many.topOf(index + 1));
        expect(many.lineAt(y)).toBe(found < 0 ? all.length - 1 : found);
      }),
    );
  });
});

describe('the window', () => {
  const long = new LineLayout(Array.from({ length: 5000 }, () => 38));

  it('has what can be seen and some beside it, however long the list is', () => {
    expect(long.window(0, 760, 0)).toEqual([0, 21]);
    expect(long.window(38_000, 760, 380)).toEqual([990, 1031]);
    expect(long.window(long.totalPx - 760, 760, 380)).toEqual([4970, 5000]);
  });

  it('is empty where there are no lines', () => {
    expect(new LineLayout([]).window(0, 760, 380)).toEqual([0, 0]);
  });

  it('moves no farther than a line needs to be seen whole', () => {
    const view = { scrollPx: 380, heightPx: 760 };
    expect(long.scrollTo(12, view)).toBe(380);
    expect(long.scrollTo(5, view)).toBe(190);
    expect(long.scrollTo(40, view)).toBe(41 * 38 - 760);
  });
});
