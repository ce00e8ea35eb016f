import { describe, expect, it } from 'vitest';
import { unitFactor } from '../../../../../src/shared/domain/instrument/currency-unit';

describe('unitFactor', () => {
  it.each([
    ['GBp', 'GBP', 0.01],
    ['GBX', 'GBP', 0.01],
    ['GBP', 'GBX', 100],
    ['GBp', 'GBX', 1],
    ['ZAc', 'ZAR', 0.01],
    ['ILS', 'ILA', 100],
    ['USD', 'USD', 1],
    ['USD', null, 1],
    [null, 'USD', 1],
    ['USD', 'HKD', null],
    ['GBp', 'ZAR', null],
    ['GBp', 'ZAc', null],
  ])('of %s in %s is %s', (from, to, factor) => {
    expect(unitFactor(from, to)).toBe(factor);
  });
});
