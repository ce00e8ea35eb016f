import { describe, expect, it } from 'vitest';
import { readPrefix } from '../../../../../../src/shared/domain/instrument/spelling/prefix-spelling';
import { readBy } from '../symbol-context';

describe('readPrefix', () => {
  it.each([
    ['XHKG:02513', 'XHKG:02513'],
    ['HKEX:2513', 'XHKG:02513'],
    ['HKEX:0700', 'XHKG:00700'],
    ['SEHK:2513', 'XHKG:02513'],
    ['hkex:2513', 'XHKG:02513'],
    ['SSE:688256', 'XSHG:688256'],
    ['SZSE:000001', 'XSHE:000001'],
    ['TWSE:2330', 'XTAI:2330'],
    ['TPEX:8299', 'ROCO:8299'],
    ['NASDAQ:NVDA', 'XNAS:NVDA'],
    ['XNGS:NVDA', 'XNAS:NVDA'],
    ['NYSE:BRK.B', 'XNYS:BRK.B'],
    ['NYSE:BRK-B', 'XNYS:BRK.B'],
    ['AMEX:SPY', 'ARCX:SPY'],
    ['NYSEARCA:SPY', 'ARCX:SPY'],
    ['XJPX:285A', 'XTKS:285A'],
    ['LSE:OCDO', 'XLON:OCDO'],
    ['LSE:BP.', 'XLON:BP'],
    ['TSX:HPS.A', 'XTSE:HPS.A'],
    ['SGX:AJBU', 'XSES:AJBU'],
    ['KRX:247540', 'XKRX:247540 XKOS:247540'],
    ['EURONEXT:ASM', 'XAMS:ASM XPAR:ASM'],
    ['TSE:285A', 'XTKS:285A'],
    ['TSE:6502', 'XTKS:6502 ?'],
    ['TSE:2330', 'XTKS:2330 XTAI:2330 ?'],
    ['TSE:SHOP', 'XTSE:SHOP'],
    ['CBOE:VIX', 'ARCX:VIX ?'],
    ['CBOE:SPY', 'ARCX:SPY'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readPrefix, text)).toBe(ids);
  });

  it.each([
    'XNAS:NOSUCH',
    'NOPE:1',
    'HKEX:',
    ':2513',
    'HKEX:2513:1',
    'SP:SPX',
    'BINANCE:BTCUSDT',
    'NASDAQ:SMH/AMEX:SPY',
  ])('leaves %j to others', (text) => {
    expect(readBy(readPrefix, text)).toBe('');
  });
});
