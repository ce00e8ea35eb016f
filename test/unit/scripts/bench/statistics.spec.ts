import { describe, expect, it } from 'vitest';
import {
  spreadOf,
  spreadOfDifferences,
  spreadOfRatios,
} from '../../../../scripts/bench/statistics.mjs';

describe('the spread of values', () => {
  it('has the middle one as its median', () => {
    expect(spreadOf([30, 10, 20])).toEqual({ median: 20, min: 10, max: 30 });
  });

  it('has the mean of the two in the middle where there is no middle one', () => {
    expect(spreadOf([40, 10, 30, 20])).toEqual({ median: 25, min: 10, max: 40 });
  });

  it('does not reorder what it is given', () => {
    const values = [3, 1, 2];
    spreadOf(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('does not exist for nothing', () => {
    expect(() => spreadOf([])).toThrow('nothing was measured');
  });
});

describe('pairs', () => {
  // One slow round (the second): its ratio is as good as that of the others.
  const pairs = [
    { value: 110, floor: 100 },
    { value: 240, floor: 200 },
    { value: 130, floor: 100 },
  ];

  it('are compared round by round as ratios', () => {
    expect(spreadOfRatios(pairs)).toEqual({ median: 1.2, min: 1.1, max: 1.3 });
  });

  it('are compared round by round as differences', () => {
    expect(spreadOfDifferences(pairs)).toEqual({ median: 30, min: 10, max: 40 });
  });
});
