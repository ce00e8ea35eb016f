import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampView,
  coordinateOf,
  panned,
  positionAt,
  spanOf,
  viewOfIndices,
  viewOfNewest,
  visibleIndices,
  zoomed,
} from '../../../src/chart/view-range';

const views = fc
  .record({
    left: fc.double({ min: -500, max: 5_000, noNaN: true }),
    span: fc.double({ min: 8, max: 4_000, noNaN: true }),
  })
  .map(({ left, span }) => ({ left, right: left + span }));
const widths = fc.integer({ min: 100, max: 4_000 });

describe('coordinates', () => {
  it('put the middle of the view in the middle of the plot, one pixel to the left as the library does', () => {
    expect(coordinateOf({ left: 100, right: 200 }, 800, 150)).toBe(399);
    expect(coordinateOf({ left: 100, right: 200 }, 800, 100)).toBe(-1);
    expect(positionAt({ left: 100, right: 200 }, 800, 399)).toBe(150);
  });

  it('are the inverse of positions', () => {
    fc.assert(
      fc.property(
        views,
        widths,
        fc.double({ min: -100, max: 4_100, noNaN: true }),
        (view, width, x) => {
          expect(coordinateOf(view, width, positionAt(view, width, x))).toBeCloseTo(x, 6);
        },
      ),
    );
  });
});

describe('zoomed', () => {
  it('keeps the position under the pointer where it is', () => {
    fc.assert(
      fc.property(
        views,
        widths,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (view, width, share, factor) => {
          const x = share * width;
          const anchor = positionAt(view, width, x);
          // So long that no view comes near an end.
          const inside = panned(view, 500_000);
          const after = zoomed(inside, anchor + 500_000, factor, 1_000_000);
          expect(coordinateOf(after, width, anchor + 500_000)).toBeCloseTo(x, 5);
        },
      ),
    );
  });

  it('halves the span at factor 2', () => {
    expect(zoomed({ left: 0, right: 100 }, 25, 2, 1_000)).toEqual({ left: 12.5, right: 62.5 });
  });

  it('stops at 8 sessions and at one and a quarter of the series', () => {
    expect(spanOf(zoomed({ left: 0, right: 10 }, 5, 100, 1_000))).toBe(8);
    expect(spanOf(zoomed({ left: 0, right: 1_000 }, 5, 0.01, 1_000))).toBe(1_250);
    expect(spanOf(zoomed({ left: 0, right: 40 }, 5, 0.01, 5))).toBe(60);
  });

  it('ends with the whole series in view, wherever the pointer is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 50_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (length, start, share) => {
          let view = viewOfIndices({ from: 0, to: 39 }, length);
          view = clampView(panned(view, start * (length - 40)), length);
          for (let step = 0; step < 80; step++) {
            const anchor = view.left + share * spanOf(view);
            view = clampView(zoomed(view, anchor, 0.8, length), length);
          }
          expect(visibleIndices(view, length)).toEqual({ from: 0, to: length - 1 });
        },
      ),
    );
  });

  it('draws the end of the series nearer, when zooming out beside it', () => {
    // 250 of 800 sessions are beyond the newest bar, of a view that could show most of the series.
    const after = zoomed({ left: 450, right: 1_250 }, 1_200, 0.9, 1_000);
    expect(spanOf(after)).toBeCloseTo(800 / 0.9, 9);
    expect((after.right - 1_000) / spanOf(after)).toBeCloseTo((250 / 800) * 0.9, 9);
  });

  it('zooms in about the pointer also beside an end', () => {
    expect(zoomed({ left: 60, right: 160 }, 150, 2, 100)).toEqual({ left: 105, right: 155 });
  });
});

describe('clampView', () => {
  it('leaves a view alone that shows enough bars', () => {
    expect(clampView({ left: 100, right: 220 }, 1_000)).toEqual({ left: 100, right: 220 });
  });

  it('keeps a tenth of the view filled on either side', () => {
    expect(clampView({ left: 5_000, right: 5_100 }, 1_000)).toEqual({ left: 990, right: 1_090 });
    expect(clampView({ left: -5_000, right: -4_900 }, 1_000)).toEqual({ left: -90, right: 10 });
  });

  it('keeps at least two bars in view, or the only one', () => {
    expect(clampView({ left: 900, right: 910 }, 100)).toEqual({ left: 98, right: 108 });
    expect(clampView({ left: 900, right: 910 }, 1)).toEqual({ left: 0, right: 10 });
  });

  it('keeps the width of what it moves', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 4_000, max: 9_000 }), (view, length) => {
        expect(spanOf(clampView(view, length))).toBeCloseTo(spanOf(view), 6);
      }),
    );
  });
});

describe('visibleIndices', () => {
  it('counts the bars whose centre is in view', () => {
    expect(visibleIndices({ left: 10, right: 20 }, 100)).toEqual({ from: 10, to: 19 });
    expect(visibleIndices({ left: 10.6, right: 20.4 }, 100)).toEqual({ from: 11, to: 19 });
    expect(visibleIndices({ left: -50, right: 500 }, 100)).toEqual({ from: 0, to: 99 });
  });

  it('is null where no bar is', () => {
    expect(visibleIndices({ left: 120, right: 140 }, 100)).toBeNull();
    expect(visibleIndices({ left: -20, right: 0.4 }, 100)).toBeNull();
    expect(visibleIndices({ left: 0, right: 120 }, 0)).toBeNull();
  });
});

describe('views of bars', () => {
  it('show exactly the bars asked for', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.integer({ min: 1, max: 500 }), (from, count) => {
        const range = { from, to: Math.min(999, from + count - 1) };
        expect(visibleIndices(viewOfIndices(range, 1_000), 1_000)).toEqual(range);
      }),
    );
  });

  it('leave room beside the newest bar', () => {
    const view = viewOfNewest(120, 1_000);
    expect(visibleIndices(view, 1_000)).toEqual({ from: 880, to: 999 });
    expect(view.right).toBe(1_003);
  });

  it('move by whole and broken sessions', () => {
    expect(panned({ left: 1, right: 3 }, 0.5)).toEqual({ left: 1.5, right: 3.5 });
  });
});
