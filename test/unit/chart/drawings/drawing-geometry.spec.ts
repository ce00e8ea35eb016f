import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawingShape } from '../../../../src/chart/drawing-types';
import { dragDrawing, hasExtent, nudgeDrawing } from '../../../../src/chart/drawings/drawing-edit';
import {
  distanceTo,
  type DrawingPlot,
  endOfRay,
  hitDrawing,
  placeDrawing,
} from '../../../../src/chart/drawings/drawing-geometry';

/** Ten pixels a bar of one second, one pixel a price, which grows upwards from the foot at 200. */
const PLOT: DrawingPlot = {
  widthPx: 500,
  heightPx: 300,
  barPx: 10,
  xOf: (time) => time * 10,
  yOf: (price) => 200 - price,
  pointAt: ({ x, y }) => ({ time: Math.floor(x / 10), price: 200 - y }),
};
const NOTE = { width: 60, height: 20 };
const line: DrawingShape = {
  kind: 'trend-line',
  from: { time: 10, price: 50 },
  to: { time: 20, price: 150 },
};
const place = (shape: DrawingShape) => placeDrawing(shape, PLOT, NOTE);

describe('distanceTo', () => {
  const segment = { from: { x: 0, y: 0 }, to: { x: 10, y: 0 } };

  it('is to the nearest point of the segment, its ends too', () => {
    expect(distanceTo(segment, { x: 5, y: 3 })).toBe(3);
    expect(distanceTo(segment, { x: 13, y: 4 })).toBe(5);
    expect(distanceTo({ from: { x: 1, y: 1 }, to: { x: 1, y: 1 } }, { x: 4, y: 5 })).toBe(5);
  });
});

describe('endOfRay', () => {
  it('lies on the line, at the edge that the ray runs to', () => {
    expect(endOfRay({ x: 0, y: 0 }, { x: 100, y: 50 }, 500)).toEqual({ x: 500, y: 250 });
    expect(endOfRay({ x: 100, y: 0 }, { x: 50, y: 50 }, 500)).toEqual({ x: 0, y: 100 });
  });

  it('goes on upwards where it is upright', () => {
    const end = endOfRay({ x: 10, y: 100 }, { x: 10, y: 99 }, 500);
    expect(end.x).toBe(10);
    expect(end.y).toBeLessThan(-1_000);
  });
});

describe('hitDrawing', () => {
  it('takes a line near it, and nothing beyond its ends', () => {
    const placed = place(line);
    expect(hitDrawing(placed, { x: 150, y: 100 }, false)).toBe('whole');
    expect(hitDrawing(placed, { x: 153, y: 103 }, false)).toBe('whole');
    expect(hitDrawing(placed, { x: 170, y: 100 }, false)).toBeNull();
    expect(hitDrawing(placed, { x: 220, y: 30 }, false)).toBeNull();
  });

  it('takes a ray beyond its second point', () => {
    expect(hitDrawing(place({ ...line, kind: 'ray' }), { x: 220, y: 30 }, false)).toBe('whole');
  });

  it('takes a handle first, where handles are shown', () => {
    const placed = place(line);
    expect(hitDrawing(placed, { x: 100, y: 150 }, true)).toBe(0);
    expect(hitDrawing(placed, { x: 200, y: 50 }, true)).toBe(1);
    expect(hitDrawing(placed, { x: 100, y: 150 }, false)).toBe('whole');
  });

  it('takes all of a rectangle, of a measure, and the box of a note', () => {
    for (const kind of ['rectangle', 'measure'] as const) {
      expect(hitDrawing(place({ ...line, kind }), { x: 120, y: 80 }, false)).toBe('whole');
    }
    const note = place({ kind: 'text-note', at: { time: 10, price: 50 }, text: 'x' });
    expect(hitDrawing(note, { x: 130, y: 140 }, false)).toBe('whole');
    expect(hitDrawing(note, { x: 190, y: 140 }, false)).toBeNull();
  });
});

describe('dragDrawing', () => {
  const start = { x: 150, y: 100 };

  it('moves the whole of it by as much as the pointer', () => {
    const moved = dragDrawing(line, 'whole', start, { x: 170, y: 90 }, PLOT);
    expect(moved).toEqual({
      kind: 'trend-line',
      from: { time: 12, price: 60 },
      to: { time: 22, price: 160 },
    });
  });

  it('moves a handle to the pointer and leaves the other', () => {
    const moved = dragDrawing(line, 1, start, { x: 305, y: 40 }, PLOT);
    expect(moved).toEqual({ ...line, to: { time: 30, price: 160 } });
  });

  it('stretches a rectangle at any corner, the opposite one kept', () => {
    const rectangle: DrawingShape = { ...line, kind: 'rectangle' };
    const corners = place(rectangle).handles;
    const to = { x: 405, y: 10 };
    corners.forEach((corner, handle) => {
      const moved = dragDrawing(rectangle, handle, corner, to, PLOT);
      const placed = place(moved).handles;
      const opposite = corners.find(({ x, y }) => x !== corner.x && y !== corner.y);
      expect(placed).toContainEqual(opposite);
      expect(placed).toContainEqual({ x: 400, y: 10 });
    });
  });

  it('moves a horizontal line by prices alone', () => {
    const level: DrawingShape = { kind: 'horizontal-line', price: 100 };
    expect(dragDrawing(level, 'whole', start, { x: 900, y: 80 }, PLOT)).toEqual({
      kind: 'horizontal-line',
      price: 120,
    });
  });

  it('is undone by the way back, on whole bars', () => {
    const steps = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(steps, steps, (bars, dy) => {
        const to = { x: start.x + bars * 10, y: start.y + dy };
        const there = dragDrawing(line, 'whole', start, to, PLOT);
        expect(dragDrawing(there, 'whole', to, start, PLOT)).toEqual(line);
      }),
    );
  });
});

describe('nudgeDrawing', () => {
  it('moves by bars and by pixels', () => {
    expect(nudgeDrawing(line, -3, 0, PLOT)).toMatchObject({ from: { time: 7, price: 50 } });
    expect(nudgeDrawing(line, 0, 4, PLOT)).toMatchObject({ to: { time: 20, price: 146 } });
  });

  it('goes on until the axis can tell the prices apart', () => {
    const coarse: DrawingPlot = {
      ...PLOT,
      pointAt: ({ x, y }) => ({ time: Math.floor(x / 10), price: Math.round((200 - y) / 50) * 50 }),
    };
    const level: DrawingShape = { kind: 'horizontal-line', price: 100 };
    expect(nudgeDrawing(level, 0, -2, coarse)).toMatchObject({ price: 150 });
    expect(nudgeDrawing(level, 5, 0, coarse)).toEqual(level);
  });
});

describe('hasExtent', () => {
  it('is wanting only where both points are one', () => {
    expect(hasExtent(line)).toBe(true);
    expect(hasExtent({ ...line, to: line.from })).toBe(false);
    expect(hasExtent({ kind: 'horizontal-line', price: 1 })).toBe(true);
  });
});
