import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activityUntil,
  KNOT_ACTIVITY,
} from '../../../../../src/shared/domain/simulation/intraday-activity';

describe('activityUntil', () => {
  it('runs from 0 to exactly 1, with half of it before midday', () => {
    expect(activityUntil(0)).toBe(0);
    expect(activityUntil(0.5)).toBe(0.5);
    expect(activityUntil(1)).toBe(1);
  });

  it('is what the integral of its density says', () => {
    // Density (1 + 1.5 (2u - 1)^2) / 1.5, summed over ten thousand strips by the midpoint rule.
    let sum = 0;
    for (let strip = 0; strip < 10_000; strip += 1) {
      const middle = (strip + 0.5) / 10_000;
      sum += (1 + 1.5 * (2 * middle - 1) ** 2) / 1.5 / 10_000;
      if (strip === 999) expect(activityUntil(0.1)).toBeCloseTo(sum, 6);
      if (strip === 7499) expect(activityUntil(0.75)).toBeCloseTo(sum, 6);
    }
    expect(sum).toBeCloseTo(1, 6);
  });

  it('never runs backwards and is the same from both ends', () => {
    const fractions = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fractions, fractions, (one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(activityUntil(early)).toBeLessThanOrEqual(activityUntil(late) + 1e-15);
        expect(activityUntil(early) + activityUntil(1 - early)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is livelier in the first hour than at midday', () => {
    const [open, second] = [KNOT_ACTIVITY[0] ?? NaN, KNOT_ACTIVITY[1] ?? NaN];
    const [midday, afterMidday] = [KNOT_ACTIVITY[24] ?? NaN, KNOT_ACTIVITY[25] ?? NaN];
    // The density is 2.5 at the ends and 1 in the middle, before scaling.
    expect((second - open) / (afterMidday - midday)).toBeCloseTo(2.5, 0);
    expect(KNOT_ACTIVITY).toHaveLength(49);
  });
});
