import { describe, expect, it } from 'vitest';
import { readVendor } from '../../../../../../src/shared/domain/instrument/spelling/vendor-spelling';
import { readBy } from '../symbol-context';

describe('readVendor', () => {
  it.each([
    ['hk02513', 'XHKG:02513'],
    ['HK02513', 'XHKG:02513'],
    ['r_hk00700', 'XHKG:00700'],
    ['rt_hk00700', 'XHKG:00700'],
    ['hk700', 'XHKG:00700'],
    ['sh688256', 'XSHG:688256'],
    ['SH688256', 'XSHG:688256'],
    ['sz000001', 'XSHE:000001'],
    ['sh000001', 'XSHG:000001'],
    ['usNVDA', 'XNAS:NVDA XNYS:NVDA ARCX:NVDA'],
    ['usNVDA.OQ', 'XNAS:NVDA'],
    ['usSPY.AM', 'ARCX:SPY'],
    ['usTSM.N', 'XNYS:TSM'],
    ['usB', 'XNAS:B XNYS:B ARCX:B'],
    ['usnvda', 'XNAS:NVDA XNYS:NVDA ARCX:NVDA'],
    ['usBRK.B', 'XNAS:BRK.B XNYS:BRK.B ARCX:BRK.B'],
    ['gb_nvda', 'XNAS:NVDA XNYS:NVDA ARCX:NVDA'],
    ['usr_aapl', 'XNAS:AAPL XNYS:AAPL ARCX:AAPL'],
    ['gb_brk$b', 'XNAS:BRK.B XNYS:BRK.B ARCX:BRK.B'],
    ['tse_2330.tw', 'XTAI:2330'],
    ['otc_8299.tw', 'ROCO:8299'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readVendor, text)).toBe(ids);
  });

  it.each([
    'USB',
    'usb',
    'USO',
    'SHOP',
    'HKEX:700',
    'hk',
    'hkHSI',
    'sh60051',
    'sz6',
    'tse_2330',
    'tse_t00.tw',
    'bj430047',
  ])('leaves %j to others', (text) => {
    expect(readBy(readVendor, text)).toBe('');
  });
});
