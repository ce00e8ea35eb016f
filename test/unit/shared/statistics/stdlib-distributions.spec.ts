import { describe, expect, it } from 'vitest';
import { normalP, studentP } from '../../../../src/shared/domain/event-study/distributions';
import { STDLIB_DISTRIBUTIONS as distributions } from '../../../../src/shared/statistics/stdlib-distributions';

/** |found / right - 1|. */
const error = (found: number, right: number): number => Math.abs(found / right - 1);

describe('studentCdf', () => {
  // Closed forms: with one degree of freedom 1/2 + atan(t)/pi, with two 1/(r (r - t)) where
  // r = sqrt(2 + t^2), both written so that the lower tail does not cancel.
  it.each([-0.001, -0.5, -2, -5, -20, -100])('is that of its closed forms at %d', (t) => {
    const r = Math.sqrt(2 + t * t);
    expect(error(distributions.studentCdf(t, 1), Math.atan2(1, -t) / Math.PI)).toBeLessThan(1e-12);
    expect(error(distributions.studentCdf(t, 2), 1 / (r * (r - t)))).toBeLessThan(1e-12);
  });

  // Four degrees: 1/2 + (3/8) (t/q) (1 - t^2/(12 q^2)) with q = sqrt(1 + t^2/4).
  it.each([-3, -1, 0, 0.7, 2.5])('is that of four degrees of freedom at %d', (t) => {
    const q = Math.sqrt(1 + (t * t) / 4);
    const right = 0.5 + (3 / 8) * (t / q) * (1 - (t * t) / (12 * q * q));
    expect(error(distributions.studentCdf(t, 4), right)).toBeLessThan(1e-12);
  });
});

describe('studentQuantile', () => {
  // Two-sided 5 % points of printed tables (NIST/SEMATECH e-Handbook, 1.3.6.7.2).
  it.each([
    [1, 12.706],
    [4, 2.776],
    [10, 2.228],
    [30, 2.042],
    [100, 1.984],
  ])('has the table value of %d degrees of freedom', (degrees, value) => {
    expect(distributions.studentQuantile(0.975, degrees)).toBeCloseTo(value, 3);
  });

  it('undoes the distribution', () => {
    for (const degrees of [3, 18, 248, 1000]) {
      const x = distributions.studentQuantile(0.975, degrees);
      expect(error(distributions.studentCdf(-x, degrees), 0.025)).toBeLessThan(1e-10);
    }
  });
});

describe('normalCdf', () => {
  // M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, tables 26.1 and 26.2.
  it.each([
    [0, 0.5],
    [-1, 0.158655253931457],
    [-2, 0.0227501319481792],
    [-5, 2.866515719e-7],
    [-10, 7.61985302416e-24],
  ])('has the table value at %d', (x, value) => {
    expect(error(distributions.normalCdf(x), value)).toBeLessThan(1e-9);
  });
});

describe('two-sided p values', () => {
  it('count both tails and never exceed 1', () => {
    expect(studentP(distributions, 0, 248)).toBe(1);
    expect(normalP(distributions, 0)).toBe(1);
    expect(studentP(distributions, 2, 248)).toBe(studentP(distributions, -2, 248));
    expect(normalP(distributions, 1.959963984540054)).toBeCloseTo(0.05, 12);
  });
});
