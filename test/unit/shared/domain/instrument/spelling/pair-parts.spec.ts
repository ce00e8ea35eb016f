import { describe, expect, it } from 'vitest';
import {
  isCoin,
  isCurrency,
  splitPair,
} from '../../../../../../src/shared/domain/instrument/spelling/pair-parts';

describe('the parts of a pair', () => {
  it('tell currencies from coins', () => {
    expect(['USD', 'CNH', 'KRW'].every(isCurrency)).toBe(true);
    expect(['BTC', 'USDT', 'usd', ''].some(isCurrency)).toBe(false);
    expect(['BTC', 'ETH', 'USDT'].every(isCoin)).toBe(true);
    expect(['EUR', 'NVDA', ''].some(isCoin)).toBe(false);
  });

  it.each([
    ['BTCUSDT', 'BTC', 'USDT'],
    ['ETHBTC', 'ETH', 'BTC'],
    ['BTCFDUSD', 'BTC', 'FDUSD'],
    ['AAPLUSDT', 'AAPL', 'USDT'],
    ['BTCUSD', 'BTC', 'USD'],
  ])('split %s into %s and %s', (pair, base, quote) => {
    expect(splitPair(pair)).toEqual({ base, quote });
  });

  it.each(['USDT', 'BTCXYZ', ''])('do not split %j', (pair) => {
    expect(splitPair(pair)).toBeNull();
  });
});
