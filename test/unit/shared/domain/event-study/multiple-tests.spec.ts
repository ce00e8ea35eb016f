import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  benjaminiHochberg,
  holm,
} from '../../../../../src/shared/domain/event-study/multiple-tests';

const P = Float64Array.of(0.04, 0.01, 0.03, NaN, 0.005);

function expectClose(found: Float64Array, right: readonly number[]): void {
  expect(found).toHaveLength(right.length);
  right.forEach((value, at) => {
    if (Number.isNaN(value)) expect(found[at]).toBeNaN();
    else expect(found[at]).toBeCloseTo(value, 14);
  });
}

describe('holm', () => {
  it('multiplies by the tests that are left, and never falls', () => {
    // Of four: 0.005 * 4, 0.01 * 3, 0.03 * 2, then 0.04 * 1 which may not be below 0.06.
    expectClose(holm(P), [0.06, 0.03, 0.06, NaN, 0.02]);
    expectClose(holm(Float64Array.of(0.9, 0.8)), [1, 1]);
    expect(holm(new Float64Array(0))).toHaveLength(0);
  });
});

describe('benjaminiHochberg', () => {
  it('multiplies by tests over rank, from the largest down', () => {
    // 0.04 * 4/4; 0.03 * 4/3 = 0.04; 0.01 * 4/2 = 0.02; 0.005 * 4 = 0.02.
    expectClose(benjaminiHochberg(P), [0.04, 0.02, 0.04, NaN, 0.02]);
  });
});

describe('both', () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });

  it('keep the order, raise each value, and Holm never less than Benjamini and Hochberg', () => {
    fc.assert(
      fc.property(values, (raw) => {
        const [strict, mild] = [
          holm(Float64Array.from(raw)),
          benjaminiHochberg(Float64Array.from(raw)),
        ];
        raw.forEach((value, at) => {
          expect(mild[at]).toBeGreaterThanOrEqual(value);
          expect(strict[at]).toBeGreaterThanOrEqual((mild[at] as number) * (1 - 1e-12));
          expect(strict[at]).toBeLessThanOrEqual(1);
        });
        const order = raw
          .map((_, at) => at)
          .sort((a, b) => (raw[a] as number) - (raw[b] as number));
        order.slice(1).forEach((at, rank) => {
          expect(strict[at]).toBeGreaterThanOrEqual(strict[order[rank] as number] as number);
          expect(mild[at]).toBeGreaterThanOrEqual(mild[order[rank] as number] as number);
        });
      }),
    );
  });
});
