import { describe, expect, it } from 'vitest';
import { readSuffix } from '../../../../../../src/shared/domain/instrument/spelling/suffix-spelling';
import { readBy } from '../symbol-context';

describe('readSuffix', () => {
  it.each([
    ['2513.HK', 'XHKG:02513'],
    ['02513.hk', 'XHKG:02513'],
    ['0700.HK', 'XHKG:00700'],
    ['1.HK', 'XHKG:00001'],
    ['688256.SS', 'XSHG:688256'],
    ['688256.SH', 'XSHG:688256'],
    ['688256.XSHG', 'XSHG:688256'],
    ['000001.SZ', 'XSHE:000001'],
    ['000001.XSHE', 'XSHE:000001'],
    ['2330.TW', 'XTAI:2330'],
    ['8299.TWO', 'ROCO:8299'],
    ['000660.KS', 'XKRX:000660'],
    ['247540.KQ', 'XKOS:247540'],
    ['285A.T', 'XTKS:285A'],
    ['9984.JP', 'XTKS:9984'],
    ['NVDA.US', 'XNAS:NVDA XNYS:NVDA ARCX:NVDA'],
    ['NVDA.O', 'XNAS:NVDA'],
    ['NVDA.OQ', 'XNAS:NVDA'],
    ['TSM.N', 'XNYS:TSM'],
    ['SPY.P', 'ARCX:SPY'],
    ['BRKb.N', 'XNYS:BRK.B'],
    ['NVDA.XNGS', 'XNAS:NVDA'],
    ['OCDO.L', 'XLON:OCDO'],
    ['OCDO.UK', 'XLON:OCDO'],
    ['BT-A.L', 'XLON:BT.A'],
    ['BP.L', 'XLON:BP'],
    ['SOI.PA', 'XPAR:SOI'],
    ['ASML.AS', 'XAMS:ASML'],
    ['IFX.DE', 'XETR:IFX'],
    ['NESN.SW', 'XSWX:NESN'],
    ['NESN.S', 'XSWX:NESN'],
    ['HPS-A.TO', 'XTSE:HPS.A'],
    ['NXT.AX', 'XASX:NXT'],
    ['AJBU.SI', 'XSES:AJBU'],
    ['BAJAJ-AUTO.NS', 'XNSE:BAJAJ-AUTO'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readSuffix, text)).toBe(ids);
  });

  it.each([
    'BRK.B',
    'NVDA',
    'AAPL.T',
    'AAPL.HK',
    '123456.HK',
    '0000.HK',
    '68825.SS',
    '2513.XX',
    '.HK',
    '2513.',
    'a b.HK',
    '1.688256',
  ])('leaves %j to others', (text) => {
    expect(readBy(readSuffix, text)).toBe('');
  });
});
