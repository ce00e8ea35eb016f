import { describe, expect, it } from 'vitest';
import { logCounted, shifted } from '../../../src/chart/scale-drag';

describe('dragging a price axis', () => {
  it('moves a range by a part of its length', () => {
    expect(shifted({ from: 10, to: 30 }, 0.5)).toEqual({ from: 20, to: 40 });
  });

  it('counts powers of ten in ones on a logarithmic axis', () => {
    const { from, to } = logCounted({ from: 10, to: 1_000 }, { from: 10, to: 1_000 });
    expect(to - from).toBeCloseTo(2, 4);
  });

  it('counts a small range more finely, as the library does', () => {
    const range = { from: 0.01, to: 0.02 };
    const fine = logCounted(range, range);
    const coarse = logCounted(range, null);
    expect(fine.to - fine.from).toBeCloseTo(Math.log10(2), 4);
    expect(coarse.to - coarse.from).not.toBeCloseTo(Math.log10(2), 4);
  });
});
