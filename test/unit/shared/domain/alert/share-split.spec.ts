import { describe, expect, it } from 'vitest';
import { joinSplits, splitFactor } from '../../../../../src/shared/domain/alert/share-split';

describe('several splits', () => {
  it('are one', () => {
    const joined = joinSplits([
      { numerator: 4, denominator: 1 },
      { numerator: 10, denominator: 1 },
      { numerator: 1, denominator: 2 },
    ]);
    expect(joined).toEqual({ numerator: 40, denominator: 2 });
    expect(splitFactor(joined)).toBe(0.05);
  });

  it('of which there is none change nothing', () => {
    expect(splitFactor(joinSplits([]))).toBe(1);
  });
});
