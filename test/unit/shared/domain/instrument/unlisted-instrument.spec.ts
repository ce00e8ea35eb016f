import { describe, expect, it } from 'vitest';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { factsOfId } from '../../../../../src/shared/domain/instrument/unlisted-instrument';
import { CONTEXT } from './symbol-context';

describe('factsOfId', () => {
  it.each<[InstrumentId, string | null, string | null]>([
    ['XHKG:00005', 'share', 'HKD'],
    ['XHKG:02800', null, 'HKD'],
    ['XHKG:89988', 'share', 'CNY'],
    ['XHKG:82800', null, 'CNY'],
    ['XHKG:12345', null, null],
    ['XSHG:688981', 'share', 'CNY'],
    ['XSHG:900901', 'share', 'USD'],
    ['XSHG:204001', null, 'CNY'],
    ['XSHE:159915', 'etf', 'CNY'],
    ['XTAI:2317', 'share', 'TWD'],
    ['XTAI:00631L', 'etf', 'TWD'],
    ['ROCO:710123', null, 'TWD'],
    ['XKOS:247540', 'share', 'KRW'],
    ['XTKS:8035', 'share', 'JPY'],
    ['XLON:IQE', 'share', 'GBp'],
    ['XPAR:SOI', 'share', 'EUR'],
    ['XSES:AJBU', null, 'SGD'],
    ['XNAS:ZZZZ', null, 'USD'],
    ['NOPE:1', null, null],
    ['INDEX:^VXAPL', 'index', null],
    ['FOREX:USDJPY', 'fx', 'JPY'],
    ['CRYPTO:SHIB-EUR', 'crypto', 'EUR'],
    ['BINANCE:ETHBTC', 'crypto', 'BTC'],
    ['BINANCE:BTCUSDT.P', 'derivative', 'USDT'],
    ['BITGET:AAPLUSDT', null, 'USDT'],
    ['BITGET:WHAT', null, null],
  ])('takes %s for %s in %s', (id, kind, currency) => {
    expect(factsOfId(CONTEXT.book, id)).toEqual({ kind, currency });
  });
});
