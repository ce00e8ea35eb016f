import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';
import {
  currencyRate,
  pairsInto,
  type QuoteLookup,
} from '../../../../../src/shared/domain/watchlist/currency-rate';

type Said = Pick<Quote, 'price' | 'session' | 'state'>;

const QUOTES: Readonly<Record<string, Said>> = {
  'FOREX:EURUSD': { price: 1.25, session: '2026-05-27', state: 'live' },
  'FOREX:USDHKD': { price: 8, session: '2026-05-28', state: 'closed' },
  'FOREX:GBPUSD': { price: 1.5, session: '2026-05-28', state: 'stale' },
  'FOREX:USDKRW': { price: 1000, session: '2026-05-28', state: 'error' },
  'FOREX:USDJPY': { price: 0, session: '2026-05-28', state: 'live' },
};
const quoteOf: QuoteLookup = (pair) => QUOTES[pair];
const rate = (from: string, to: string) => currencyRate(from, to, quoteOf);

describe('currencyRate', () => {
  it('takes a pair as it is quoted, and turned round', () => {
    expect(rate('EUR', 'USD')).toEqual({
      factor: 1.25,
      date: '2026-05-27',
      states: ['live'],
      pairs: ['FOREX:EURUSD'],
    });
    expect(rate('HKD', 'USD')).toMatchObject({ factor: 0.125, date: '2026-05-28' });
  });

  it('goes over the dollar with the date of the older quote', () => {
    expect(rate('EUR', 'HKD')).toEqual({
      factor: 10,
      date: '2026-05-27',
      states: ['live', 'closed'],
      pairs: ['FOREX:EURUSD', 'FOREX:USDHKD'],
    });
  });

  it('needs no quote within a currency and its hundredths', () => {
    expect(rate('USD', 'USD')).toEqual({ factor: 1, date: null, states: [], pairs: [] });
    expect(rate('GBp', 'GBP')?.factor).toBe(0.01);
    expect(rate('GBp', 'USD')?.factor).toBeCloseTo(0.015);
    expect(rate('USD', 'GBp')?.factor).toBeCloseTo(100 / 1.5);
  });

  it('is none where the quotes do not reach or cannot be prices', () => {
    expect(rate('CNY', 'USD')).toBeNull();
    expect(rate('KRW', 'USD')).toBeNull();
    expect(rate('JPY', 'USD')).toBeNull();
    expect(rate('EUR', 'CNY')).toBeNull();
  });
});

describe('pairsInto', () => {
  it('names what leads every currency into one', () => {
    expect(pairsInto('EUR', ['USD', 'HKD', 'GBp', 'EUR'])).toEqual([
      'FOREX:USDHKD',
      'FOREX:USDGBP',
      'FOREX:USDEUR',
    ]);
    expect(pairsInto('USD', ['USD'])).toEqual([]);
    expect(pairsInto('EUR', ['USD'])).toEqual(['FOREX:USDEUR']);
    expect(pairsInto('EUR', ['EUR'])).toEqual([]);
  });
});
