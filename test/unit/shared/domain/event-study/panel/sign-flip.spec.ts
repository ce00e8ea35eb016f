import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_EXACT_EVENTS,
  SIGN_FLIP_DRAWS,
  signFlip,
} from '../../../../../../src/shared/domain/event-study/panel/sign-flip';
import { naiveSignFlip } from '../../../../../helpers/naive-panel';
import { normals } from '../../../../../helpers/study-returns';

const pOf = (...values: readonly number[]): number => signFlip(Float64Array.from(values))?.p ?? NaN;

describe('signFlip', () => {
  it('counts signs by hand', () => {
    // Of 1, 2, 3 the eight sums are +-6, +-4, +-2, 0, 0: two are as far out as 6.
    expect(pOf(1, 2, 3)).toBe(2 / 8);
    // -1, 2, 3 make 4: four are at least as far out.
    expect(pOf(-1, 2, 3)).toBe(4 / 8);
    expect(pOf(1, 1, -2)).toBe(1);
    expect(pOf(5)).toBe(1);
    expect(signFlip(new Float64Array(0))).toBeNull();
  });

  it('cannot get below 2 / 2^N: 0.0625 of five events, 0.0156 of seven', () => {
    expect(signFlip(Float64Array.of(5, 6, 7, 8, 9))).toEqual({
      ...{ p: 0.0625, method: 'exact', draws: 32, smallest: 0.0625 },
    });
    expect(pOf(5, 6, 7, 8, 9, 10, 11)).toBe(0.015625);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 10 }),
        (values) => {
          const found = signFlip(Float64Array.from(values));
          expect(found?.p).toBeGreaterThanOrEqual(found?.smallest ?? 1);
          expect(found?.p).toBeLessThanOrEqual(1);
          expect(found?.p).toBe(naiveSignFlip(values));
        },
      ),
    );
  });

  it('takes sums that are equal but for rounding as equal', () => {
    // 0.1 + 0.2 - 0.3 is not 0 in binary, and neither is 0.3 - 0.2 - 0.1.
    expect(pOf(0.1, 0.2, -0.3)).toBe(1);
  });

  it('does not depend on order and turns with the sign', () => {
    const values = Array.from({ length: 9 }, normals(7));
    expect(pOf(...values.toReversed())).toBe(pOf(...values));
    expect(pOf(...values.map((value) => -value))).toBe(pOf(...values));
  });

  it('says when signs are drawn, and draws the same ones each time', () => {
    const many = Float64Array.from({ length: MOST_EXACT_EVENTS + 1 }, normals(3));
    const found = signFlip(many);
    expect(found).toMatchObject({ method: 'sampled', draws: SIGN_FLIP_DRAWS });
    expect(signFlip(many)).toEqual(found);
    expect(signFlip(many.slice(1))).toMatchObject({ method: 'exact', draws: 2 ** 20 });
  });

  it('draws what enumeration counts, within its own error', () => {
    // Forty values: the sum of signs is near to normal, and p with it.
    const values = Float64Array.from({ length: 40 }, (_, index) => (index < 26 ? 1 : -1));
    // |Sum| >= 12 of 40 fair signs: 2 P(heads >= 26), exactly from binomial coefficients.
    let [coefficient, tail] = [1, 0];
    for (let heads = 0; heads <= 40; heads++) {
      if (heads >= 26) tail += coefficient;
      coefficient = (coefficient * (40 - heads)) / (heads + 1);
    }
    const exact = (2 * tail) / 2 ** 40;
    const error = Math.sqrt((exact * (1 - exact)) / SIGN_FLIP_DRAWS);
    expect(Math.abs((signFlip(values)?.p ?? 1) - exact)).toBeLessThan(4 * error);
  });
});
