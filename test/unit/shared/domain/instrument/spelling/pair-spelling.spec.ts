import { describe, expect, it } from 'vitest';
import { readPair } from '../../../../../../src/shared/domain/instrument/spelling/pair-spelling';
import { readBy } from '../symbol-context';

describe('readPair', () => {
  it.each([
    ['BTC-USD', 'CRYPTO:BTC-USD'],
    ['BTC/USD', 'CRYPTO:BTC-USD'],
    ['BTCUSD', 'CRYPTO:BTC-USD'],
    ['CRYPTO:BTCUSD', 'CRYPTO:BTC-USD'],
    ['CRYPTO:BTC-USD', 'CRYPTO:BTC-USD'],
    ['SHIB-EUR', 'CRYPTO:SHIB-EUR'],
    ['BTCUSDT', 'BINANCE:BTCUSDT'],
    ['btcusdt', 'BINANCE:BTCUSDT'],
    ['BTC/USDT', 'BINANCE:BTCUSDT'],
    ['ETH-USDC', 'BINANCE:ETHUSDC'],
    ['BINANCE:BTCUSDT', 'BINANCE:BTCUSDT'],
    ['BITGET:BTC/USDT', 'BITGET:BTCUSDT'],
    ['BITGET:AAPLUSDT', 'BITGET:AAPLUSDT'],
    ['BINANCE:ZHIPUUSDT.P', 'BINANCE:ZHIPUUSDT'],
    ['ZHIPUUSDT.P', 'BINANCE:ZHIPUUSDT BITGET:ZHIPUUSDT.P ?'],
    ['AAPLUSDT', 'BINANCE:AAPLUSDT BITGET:AAPLUSDT ?'],
    ['AAPL/USDT.P', 'BINANCE:AAPLUSDT.P BITGET:AAPLUSDT.P ?'],
    ['BTCUSDT.P', 'BINANCE:BTCUSDT.P'],
    ['BINANCE:BTCUSDT.P', 'BINANCE:BTCUSDT.P'],
    ['EURUSD=X', 'FOREX:EURUSD'],
    ['JPY=X', 'FOREX:USDJPY'],
    ['FX:EURUSD', 'FOREX:EURUSD'],
    ['FX_IDC:EURUSD', 'FOREX:EURUSD'],
    ['FOREX:EURUSD', 'FOREX:EURUSD'],
    ['EUR/USD', 'FOREX:EURUSD'],
    ['EURUSD', 'FOREX:EURUSD'],
    ['USDHKD', 'FOREX:USDHKD'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readPair, text)).toBe(ids);
  });

  it.each([
    'NVDA',
    'BRK-B',
    'USD=X',
    'USDUSD',
    'ABCDEF',
    'FX:NVDA',
    'FX:EURUSD.P',
    'COINBASE:BTCUSD',
    'NASDAQ:NVDA',
    'PEPEUSD',
    'BTC-XYZ',
    'USDT',
  ])('leaves %j to others', (text) => {
    expect(readBy(readPair, text)).toBe('');
  });
});
