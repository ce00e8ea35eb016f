import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveGeometry } from '../../../../src/features/evidence/curve-geometry';

const layOut = (values: readonly number[], halfWidths: readonly number[]) =>
  curveGeometry({
    ...{ values: Float64Array.from(values), halfWidths: Float64Array.from(halfWidths) },
    ...{ widthPx: 100, heightPx: 50 },
  });

describe('the curve of a cumulative abnormal return', () => {
  it('has 0 in the middle, and room for curve and band', () => {
    const { line, band, zeroY, ticks, xOf, yOf } = layOut([0, 0.04, -0.02], [0.01, 0.02, 0.03]);
    expect(zeroY).toBe(25);
    expect(line.split(' ')).toHaveLength(3);
    expect(band.split(' ')).toHaveLength(6);
    expect(ticks).toEqual([-0.04, -0.02, 0, 0.02, 0.04]);
    expect([xOf(0), xOf(2), yOf(0.04)]).toEqual([0, 100, 0]);
  });

  it('ends where the data ends', () => {
    expect(layOut([0.01, NaN, NaN], [0.01, NaN, NaN]).line).toBe('0.0,0.0');
    expect(layOut([NaN], [NaN]).line).toBe('');
  });

  it('stands in the middle with one session', () => {
    expect(layOut([0.01], [0.02]).xOf(0)).toBe(50);
  });

  it('never leaves its plot, and has few lines', () => {
    const value = fc.double({ min: -2, max: 2, noNaN: true });
    const width = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, width), { minLength: 1, maxLength: 30 }), (pairs) => {
        const made = layOut(
          pairs.map(([one]) => one),
          pairs.map(([, one]) => one),
        );
        const points = `${made.line} ${made.band}`
          .split(' ')
          .map((each) => each.split(',').map(Number));
        for (const [x = NaN, y = NaN] of points) {
          expect(x >= 0 && x <= 100 && y >= -0.05 && y <= 50.05).toBe(true);
        }
        expect(made.ticks.length).toBeLessThanOrEqual(9);
        expect(made.ticks.length % 2).toBe(1);
      }),
    );
  });
});
