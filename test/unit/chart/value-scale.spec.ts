import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf, PRICES } from '../../../src/chart/value-scale';

describe('percentOf', () => {
  it('counts the change against the base', () => {
    const scale = percentOf(80);
    expect([80, 100, 40].map((price) => scale.toValue(price))).toEqual([0, 25, -50]);
  });

  it('is undone by its inverse', () => {
    const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (base, price) => {
        const scale = percentOf(base);
        expect(scale.toPrice(scale.toValue(price)) / price).toBeCloseTo(1, 6);
      }),
    );
  });

  it('knows no percentage of nothing', () => {
    expect(percentOf(0).toValue(5)).toBeNaN();
    expect(percentOf(Number.NaN).toValue(5)).toBeNaN();
  });
});

describe('PRICES', () => {
  it('are their own values', () => {
    expect(PRICES.toValue(7)).toBe(7);
    expect(PRICES.toPrice(7)).toBe(7);
  });
});
