import { describe, expect, it } from 'vitest';
import { exchangeId, exchangeIds } from '../../../../../src/shared/domain/instrument/exchange-code';
import { CONTEXT } from './symbol-context';

const { book } = CONTEXT;

describe('exchangeId', () => {
  it.each([
    ['XHKG', '5', 'XHKG:00005'],
    ['XHKG', '02513', 'XHKG:02513'],
    ['XNYS', 'BRK-B', 'XNYS:BRK.B'],
    ['XNYS', 'BRK/B', 'XNYS:BRK.B'],
    ['XASE', 'SPY', 'ARCX:SPY'],
    ['XTSE', 'HPS-A', 'XTSE:HPS.A'],
    ['XLON', 'BP.', 'XLON:BP'],
    ['XLON', 'BT.A', 'XLON:BT.A'],
    ['XNSE', 'BAJAJ-AUTO', 'XNSE:BAJAJ-AUTO'],
  ])('writes %s %s as %s', (mic, code, id) => {
    expect(exchangeId(book, mic, code)).toBe(id);
  });

  it.each([
    ['XHKG', '123456'],
    ['XHKG', '00000'],
    ['XHKG', 'NVDA'],
    ['XHKG', ''],
    ['XSHG', '68825'],
    ['XNAS', 'NOSUCH'],
    ['XTSE', 'M&M'],
    ['XTSE', ' '],
    ['NOPE', 'NVDA'],
  ])('has no %s %j', (mic, code) => {
    expect(exchangeId(book, mic, code)).toBeNull();
  });
});

describe('exchangeIds', () => {
  it('leaves out exchanges that cannot have the code', () => {
    expect(exchangeIds(book, ['XHKG', 'XTKS', 'XSHG'], '2513')).toEqual([
      'XHKG:02513',
      'XTKS:2513',
    ]);
  });
});
