import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRuleText } from '../../../../../src/shared/domain/alert/rule-text';

const read = (text: string): unknown => {
  const found = readRuleText(text);
  if (!found || !('value' in found.condition)) return found;
  const { of, op, value } = found.condition;
  return [found.symbol, of.kind, op, value];
};

describe('a rule in words', () => {
  it.each([
    ['NVDA > 200', ['NVDA', 'price', 'greaterThan', 200]],
    ['NVDA>200', ['NVDA', 'price', 'greaterThan', 200]],
    ['nvda above 1,150.5', ['nvda', 'price', 'greaterThan', 1150.5]],
    ['XNAS:NVDA < .5', ['XNAS:NVDA', 'price', 'lessThan', 0.5]],
    ['NVDA under 200', ['NVDA', 'price', 'lessThan', 200]],
    ['NVDA crosses 200', ['NVDA', 'price', 'crossing', 200]],
    ['NVDA crosses above 200', ['NVDA', 'price', 'crossingUp', 200]],
    ['NVDA crossing down 200', ['NVDA', 'price', 'crossingDown', 200]],
    ['2513.HK 上穿 150', ['2513.HK', 'price', 'crossingUp', 150]],
    ['智谱跌破１００', ['智谱', 'price', 'crossingDown', 100]],
    ['2513.HK 高于150', ['2513.HK', 'price', 'greaterThan', 150]],
    ['NVDA +5%', ['NVDA', 'change', 'greaterThan', 5]],
    ['NVDA －5％', ['NVDA', 'change', 'lessThan', -5]],
    ['NVDA > -2.5%', ['NVDA', 'change', 'greaterThan', -2.5]],
    ['BRK.B < 400', ['BRK.B', 'price', 'lessThan', 400]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '',
    'NVDA',
    '> 200',
    'NVDA >',
    'NVDA > many',
    'NVDA > -5',
    'NVDA +5',
    'NVDA crosses',
    'NVDA 200',
    'over the moon',
    'crosses',
    'NVDA > 1,20',
    'NVDA > 200 or so',
  ])('is not: %s', (text) => {
    expect(readRuleText(text)).toBeNull();
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readRuleText(text)));
  });
});
