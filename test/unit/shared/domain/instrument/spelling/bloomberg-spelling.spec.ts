import { describe, expect, it } from 'vitest';
import { readBloomberg } from '../../../../../../src/shared/domain/instrument/spelling/bloomberg-spelling';
import { readBy } from '../symbol-context';

describe('readBloomberg', () => {
  it.each([
    ['2513 HK', 'XHKG:02513'],
    ['2513 HK Equity', 'XHKG:02513'],
    ['688256 CH', 'XSHG:688256'],
    ['000001 CH', 'XSHE:000001'],
    ['688256 C1', 'XSHG:688256'],
    ['300308 CS', 'XSHE:300308'],
    ['2330 TT', 'XTAI:2330 ROCO:2330'],
    ['000660 KS', 'XKRX:000660 XKOS:000660'],
    ['247540 KQ', 'XKOS:247540'],
    ['6702 JP', 'XTKS:6702'],
    ['NVDA US', 'XNAS:NVDA XNYS:NVDA ARCX:NVDA'],
    ['NVDA UW', 'XNAS:NVDA'],
    ['TSM UN Equity', 'XNYS:TSM'],
    ['BRK/B US', 'XNAS:BRK.B XNYS:BRK.B ARCX:BRK.B'],
    ['SOI FP', 'XPAR:SOI'],
    ['OCDO LN', 'XLON:OCDO'],
    ['VOW3 GY', 'XETR:VOW3'],
    ['ASML NA', 'XAMS:ASML'],
    ['NESN SW', 'XSWX:NESN'],
    ['NXT AU', 'XASX:NXT'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readBloomberg, text)).toBe(ids);
  });

  it.each([
    '2513',
    '2513 XX',
    'BRK B',
    'SPX Index',
    '2513 HK Index',
    'NVDA  US',
    '2513  HK',
    'two words HK',
  ])('leaves %j to others', (text) => {
    expect(readBy(readBloomberg, text)).toBe('');
  });
});
