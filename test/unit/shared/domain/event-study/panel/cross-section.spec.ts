import { describe, expect, it } from 'vitest';
import {
  crossSectionT,
  kolariPynnonen,
  patellZ,
} from '../../../../../../src/shared/domain/event-study/panel/cross-section';
import type { Statistic } from '../../../../../../src/shared/domain/event-study/panel/panel-measure';
import { STDLIB_DISTRIBUTIONS as distributions } from '../../../../../../src/shared/statistics/stdlib-distributions';

const column = (...values: readonly number[]): Float64Array => Float64Array.from(values);

describe('crossSectionT', () => {
  it('is mean over standard error', () => {
    // Of 1, 2, 6: mean 3, squares 4 + 1 + 9 = 14, sd = sqrt 7; t = 3 / sqrt(7 / 3), t^2 = 27 / 7.
    const found = crossSectionT(column(1, 2, 6), distributions);
    const t = Math.sqrt(27 / 7);
    expect(found.value).toBeCloseTo(t, 13);
    // Two degrees of freedom: p = 1 - t / sqrt(2 + t^2).
    expect(found.p).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 13);
    expect(crossSectionT(column(-1, -2, -6), distributions).value).toBeCloseTo(-t, 13);
  });

  it('is not defined without two different values', () => {
    expect(crossSectionT(column(), distributions)).toMatchObject({ reason: 'no-event' });
    expect(crossSectionT(column(3), distributions)).toMatchObject({ reason: 'one-event' });
    expect(crossSectionT(column(3, 3), distributions)).toMatchObject({ reason: 'no-spread' });
    // Tenths leave a spread of rounding.
    expect(crossSectionT(column(0.1 + 0.2, 0.3), distributions)).toMatchObject({
      reason: 'no-spread',
    });
  });
});

describe('patellZ', () => {
  it('divides the sum by the root of the sum of the variances of t', () => {
    // (10 / 8) + (6 / 4) = 2.75.
    const found = patellZ(column(2, 1), column(10, 6), distributions);
    expect(found.value).toBeCloseTo(3 / Math.sqrt(2.75), 13);
  });

  it('has the p value of the normal distribution', () => {
    // One event of very long history: Z is its own standardised return.
    expect(patellZ(column(1.959963984540054), column(1e12), distributions).p).toBeCloseTo(0.05, 10);
  });

  it('is not defined where t has no variance', () => {
    expect(patellZ(column(2, 1), column(10, 2), distributions)).toEqual({
      value: null,
      p: null,
      reason: 'too-few-returns',
    });
  });
});

describe('kolariPynnonen', () => {
  const bmp: Statistic = { value: 3, p: 0.01 };

  it('shrinks BMP by what residuals share', () => {
    // r = 0.2 of 5 events: sqrt(0.8 / 1.8) = 2/3.
    expect(kolariPynnonen(bmp, 0.2, 5, distributions).value).toBeCloseTo(2, 13);
    expect(kolariPynnonen(bmp, 0, 5, distributions).value).toBe(3);
    // Four degrees: 1/2 + (3/8) (t/q) (1 - t^2/(12 q^2)), q^2 = 1 + t^2/4, at t = 2: q = sqrt 2.
    const tail = 0.5 - (3 / 8) * Math.SQRT2 * (1 - 4 / 24);
    expect(kolariPynnonen(bmp, 0.2, 5, distributions).p).toBeCloseTo(2 * tail, 12);
  });

  it('is not defined beyond the correlations that it can correct', () => {
    for (const r of [1, 1.1, -0.25, -0.9]) {
      expect(kolariPynnonen(bmp, r, 5, distributions)).toMatchObject({
        reason: 'correlation-out-of-range',
      });
    }
    const none: Statistic = { value: null, p: null, reason: 'one-event' };
    expect(kolariPynnonen(none, 0, 1, distributions)).toBe(none);
  });
});
