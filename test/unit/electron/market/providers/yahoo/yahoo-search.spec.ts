import { describe, expect, it } from 'vitest';
import { readYahooSearch } from '../../../../../../electron/market/providers/yahoo/yahoo-search';

/** A line of the search, in the wire's shape. */
const line = (symbol: string, exchange: string, quoteType = 'EQUITY') => ({
  ...{ symbol, exchange, quoteType, shortname: 'MADE UP', longname: 'Made Up Ltd' },
});

/** Id, currency and kind of the only hit. */
function read(symbol: string, exchange: string, quoteType?: string): string {
  const hits = readYahooSearch({ quotes: [line(symbol, exchange, quoteType)] });
  return (hits ?? []).map(({ id, currency, kind }) => `${id} ${currency} ${kind}`).join();
}

describe('readYahooSearch', () => {
  it.each([
    ['0005.HK', 'HKG', 'EQUITY', 'XHKG:00005 HKD share'],
    ['80700.HK', 'HKG', 'EQUITY', 'XHKG:80700 CNY share'],
    ['13311.HK', 'HKG', 'EQUITY', 'XHKG:13311 HKD share'],
    ['600519.SS', 'SHH', 'EQUITY', 'XSHG:600519 CNY share'],
    ['900901.SS', 'SHH', 'EQUITY', 'XSHG:900901 USD share'],
    ['200002.SZ', 'SHZ', 'EQUITY', 'XSHE:200002 HKD share'],
    ['VOD.L', 'LSE', 'EQUITY', 'XLON:VOD GBp share'],
    ['SPY', 'PCX', 'ETF', 'ARCX:SPY USD etf'],
    ['BTC-USD', 'CCC', 'CRYPTOCURRENCY', 'CRYPTO:BTC-USD USD crypto'],
    ['EURUSD=X', 'CCY', 'CURRENCY', 'FOREX:EURUSD USD fx'],
    ['^NOSUCH', 'SNP', 'INDEX', ''],
    ['WSKT.JK', 'JKT', 'EQUITY', ''],
  ])('takes %s of %s, %s, for %s', (symbol, exchange, quoteType, hit) => {
    expect(read(symbol, exchange, quoteType)).toBe(hit);
  });

  it('takes nothing of an answer of another shape', () => {
    expect(readYahooSearch({ quotes: 'none' })).toBeNull();
    expect(readYahooSearch({ quotes: [{ symbol: 7 }, null] })).toEqual([]);
  });
});
