import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logicalRange, MAX_HELD, MIN_SPACING_PX, planWindow } from '../../../src/chart/lod-window';

const MILLION = 1_000_000;

describe('planWindow', () => {
  it('holds the view and one screen on each side', () => {
    expect(planWindow({ left: 5_000, right: 5_500 }, MILLION, 1_000, null)).toEqual({
      level: 0,
      from: 4_500,
      to: 6_000,
    });
  });

  it('holds 300 bars on each side of a narrow view, as far as there are any', () => {
    expect(planWindow({ left: 5_000, right: 5_010 }, MILLION, 1_000, null)).toEqual({
      level: 0,
      from: 4_700,
      to: 5_310,
    });
    expect(planWindow({ left: -20, right: 90 }, 120, 1_000, null)).toEqual({
      level: 0,
      from: 0,
      to: 120,
    });
  });

  it('takes the level at which candles have room', () => {
    const levelOf = (span: number, width: number): number =>
      planWindow({ left: 0, right: span }, MILLION, width, null).level;
    // 800 candles of 1.25 px fill 1,000 px; each level has room for four times the sessions.
    expect(levelOf(800, 1_000)).toBe(0);
    expect(levelOf(801, 1_000)).toBe(1);
    expect(levelOf(3_200, 1_000)).toBe(1);
    expect(levelOf(3_201, 1_000)).toBe(2);
    expect(levelOf(MILLION, 1_000)).toBe(6);
    // On a very wide plot the number of candles is the limit.
    expect(levelOf(1_480, 4_000)).toBe(0);
    expect(levelOf(1_481, 4_000)).toBe(1);
  });

  it('keeps a window while a fifth of a screen is left on both sides', () => {
    const held = planWindow({ left: 5_000, right: 5_500 }, MILLION, 1_000, null);
    expect(planWindow({ left: 5_399, right: 5_899 }, MILLION, 1_000, held)).toBe(held);
    const moved = planWindow({ left: 5_401, right: 5_901 }, MILLION, 1_000, held);
    expect(moved).toEqual({ level: 0, from: 4_901, to: 6_401 });
    expect(planWindow({ left: 4_601, right: 5_101 }, MILLION, 1_000, held)).toBe(held);
    expect(planWindow({ left: 4_599, right: 5_099 }, MILLION, 1_000, held)).not.toBe(held);
  });

  it('needs nothing beyond the ends of the series', () => {
    const held = planWindow({ left: 700, right: 1_100 }, 1_000, 1_000, null);
    expect(held).toEqual({ level: 0, from: 300, to: 1_000 });
    expect(planWindow({ left: 900, right: 1_300 }, 1_000, 1_000, held)).toBe(held);
  });

  it('moves on when the series has grown past it and the view needs the new end', () => {
    const held = planWindow({ left: 700, right: 1_000 }, 1_000, 1_000, null);
    expect(planWindow({ left: 701, right: 1_001 }, 1_001, 1_000, held)).toEqual({
      level: 0,
      from: 401,
      to: 1_001,
    });
  });

  it('does not flicker between two levels at their border', () => {
    const coarse = planWindow({ left: 0, right: 801 }, MILLION, 1_000, null);
    expect(coarse.level).toBe(1);
    // Back to single sessions only when they fit with a fifth to spare.
    expect(planWindow({ left: 0, right: 780 }, MILLION, 1_000, coarse).level).toBe(1);
    expect(planWindow({ left: 0, right: 640 }, MILLION, 1_000, coarse).level).toBe(0);
  });

  it('never holds more than it may, always holds the view, whatever the way there', () => {
    const step = fc.record({
      left: fc.double({ min: -2_000, max: MILLION, noNaN: true }),
      span: fc.double({ min: 8, max: 1_250_000, noNaN: true }),
      width: fc.integer({ min: 200, max: 8_000 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MILLION }),
        fc.array(step, { minLength: 1, maxLength: 20 }),
        (length, steps) => {
          let held: ReturnType<typeof planWindow> | null = null;
          for (const { left, span, width } of steps) {
            const view = { left, right: left + span };
            held = planWindow(view, length, width, held);
            const stride = 4 ** held.level;
            const count = Math.ceil(length / stride);
            expect(held.to - held.from).toBeLessThanOrEqual(MAX_HELD);
            expect(held.from).toBeGreaterThanOrEqual(0);
            expect(held.to).toBeLessThanOrEqual(count);
            expect(held.to).toBeGreaterThan(held.from);
            const first = Math.min(count - 1, Math.max(0, Math.floor(view.left / stride)));
            const last = Math.min(count - 1, Math.max(0, Math.ceil(view.right / stride) - 1));
            expect(held.from).toBeLessThanOrEqual(first);
            expect(held.to).toBeGreaterThan(last);
            expect((width / span) * stride).toBeGreaterThanOrEqual(MIN_SPACING_PX * 0.999);
          }
        },
      ),
    );
  });
});

describe('logicalRange', () => {
  it('names the centres of the first and last whole bar, counted from the window', () => {
    expect(logicalRange({ left: 100, right: 200 }, { level: 0, from: 40, to: 260 })).toEqual({
      from: 60,
      to: 159,
    });
    expect(logicalRange({ left: 64, right: 128 }, { level: 2, from: 3, to: 20 })).toEqual({
      from: 1,
      to: 4,
    });
  });
});
