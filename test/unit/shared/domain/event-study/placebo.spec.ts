import { describe, expect, it } from 'vitest';
import {
  placeboDayP,
  placeboSums,
  placeboWindowP,
} from '../../../../../src/shared/domain/event-study/placebo';

const RESIDUALS = Float64Array.of(1, -2, 3, -4);

describe('placeboDayP', () => {
  it('counts the event among the placebo days', () => {
    expect(placeboDayP(RESIDUALS, 5)).toBe(1 / 5);
    expect(placeboDayP(RESIDUALS, -3)).toBe(3 / 5);
    expect(placeboDayP(RESIDUALS, 0)).toBe(1);
  });

  it('takes values that are equal but for rounding as equal', () => {
    expect(placeboDayP(Float64Array.of(0.03 - 0.02), 0.02 - 0.01)).toBe(1);
  });
});

describe('placeboWindowP', () => {
  it('compares with all runs of as many days', () => {
    expect([...placeboSums(RESIDUALS, 2)]).toEqual([-1, 1, -1]);
    expect(placeboWindowP(RESIDUALS, 2, 2)).toBe(1 / 4);
    expect(placeboWindowP(RESIDUALS, 2, 1)).toBe(1);
    expect(placeboWindowP(RESIDUALS, 4, -2)).toBe(1);
  });

  it('is not there for a window longer than the estimation', () => {
    expect(placeboWindowP(RESIDUALS, 5, 1)).toBeNull();
  });
});
