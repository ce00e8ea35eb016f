import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitToDisplays,
  type Rectangle,
  readWindowBounds,
  type WindowBounds,
} from '../../../../electron/window/window-bounds';

const LAPTOP: Rectangle = { x: 0, y: 25, width: 1366, height: 743 };
const WIDE: Rectangle = { x: 1366, y: 0, width: 2560, height: 1400 };
const BOUNDS: WindowBounds = { x: 1500, y: 100, width: 1600, height: 1000, maximized: false };

describe('fitToDisplays', () => {
  it('lets the system place a first window of 1440 x 900', () => {
    expect(fitToDisplays(null, [WIDE])).toEqual({ width: 1440, height: 900, maximized: false });
  });

  it('makes a first window no larger than the primary display', () => {
    expect(fitToDisplays(null, [LAPTOP, WIDE])).toEqual({
      width: 1366,
      height: 743,
      maximized: false,
    });
  });

  it('puts a window back where it stood', () => {
    expect(fitToDisplays(BOUNDS, [LAPTOP, WIDE])).toEqual(BOUNDS);
    const maximized = { ...BOUNDS, maximized: true };
    expect(fitToDisplays(maximized, [LAPTOP, WIDE])).toEqual(maximized);
  });

  it('moves a window wholly into the display that it overlaps most', () => {
    const hanging = { ...BOUNDS, x: 3000, y: -50 };
    expect(fitToDisplays(hanging, [LAPTOP, WIDE])).toMatchObject({ x: 3926 - 1600, y: 0 });
    const between = { ...BOUNDS, x: 1000, y: 100, width: 700, height: 500 };
    expect(fitToDisplays(between, [LAPTOP, WIDE])).toMatchObject({ x: 1366 - 700, y: 100 });
  });

  it('shrinks a window to its display', () => {
    const large = { ...BOUNDS, x: 0, y: 0, width: 1300, height: 2000 };
    expect(fitToDisplays(large, [LAPTOP])).toEqual({
      x: 0,
      y: 25,
      width: 1300,
      height: 743,
      maximized: false,
    });
  });

  it('places a window anew, in its size, when its display is gone', () => {
    expect(fitToDisplays(BOUNDS, [LAPTOP])).toEqual({ width: 1366, height: 743, maximized: false });
    const small = { ...BOUNDS, width: 800, height: 600 };
    expect(fitToDisplays(small, [LAPTOP])).toEqual({ width: 800, height: 600, maximized: false });
  });

  it('keeps the smallest size on a display that is smaller', () => {
    const tiny = { x: 0, y: 0, width: 500, height: 400 };
    expect(fitToDisplays(null, [tiny])).toMatchObject({ width: 640, height: 480 });
  });

  it('keeps every window inside one display that can hold it', () => {
    const coordinate = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 1, max: 6000 });
    const bounds = fc.record({
      ...{ x: coordinate, y: coordinate, width: size, height: size },
      maximized: fc.boolean(),
    });
    fc.assert(
      fc.property(bounds, (remembered) => {
        const { x, y, width, height } = fitToDisplays(remembered, [LAPTOP, WIDE]);
        if (x === undefined || y === undefined) return;
        const isInside = [LAPTOP, WIDE].some(
          (area) =>
            x >= area.x &&
            y >= area.y &&
            x + width <= area.x + area.width &&
            y + height <= area.y + area.height,
        );
        expect(isInside).toBe(true);
      }),
    );
  });
});

describe('readWindowBounds', () => {
  it('reads what was written', () => {
    expect(readWindowBounds(JSON.stringify(BOUNDS))).toEqual(BOUNDS);
    expect(readWindowBounds(JSON.stringify({ ...BOUNDS, x: -20, more: 1 }))).toEqual({
      ...BOUNDS,
      x: -20,
    });
  });

  it.each([
    '',
    '{',
    'null',
    '7',
    '[]',
    '{}',
    JSON.stringify({ ...BOUNDS, x: 1.5 }),
    JSON.stringify({ ...BOUNDS, x: '1' }),
    JSON.stringify({ ...BOUNDS, x: 1e9 }),
    JSON.stringify({ ...BOUNDS, width: 0 }),
    JSON.stringify({ ...BOUNDS, height: -5 }),
    JSON.stringify({ ...BOUNDS, maximized: 1 }),
    '{"x":1e999,"y":0,"width":800,"height":600,"maximized":false}',
  ])('refuses %j', (json) => {
    expect(readWindowBounds(json)).toBeNull();
  });
});
