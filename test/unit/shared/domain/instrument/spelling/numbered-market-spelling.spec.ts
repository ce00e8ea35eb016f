import { describe, expect, it } from 'vitest';
import {
  readChineseWord,
  readEastmoney,
  readTongdaxin,
} from '../../../../../../src/shared/domain/instrument/spelling/numbered-market-spelling';
import { readBy } from '../symbol-context';

const NVIDIA = 'XNAS:NVDA XNYS:NVDA ARCX:NVDA';

describe('readEastmoney', () => {
  it.each([
    ['116.02513', 'XHKG:02513'],
    ['1.688256', 'XSHG:688256'],
    ['0.000001', 'XSHE:000001'],
    ['1.000001', 'XSHG:000001'],
    ['105.NVDA', 'XNAS:NVDA'],
    ['106.TSM', 'XNYS:TSM'],
    ['106.BRK_B', 'XNYS:BRK.B'],
    ['107.spy', 'ARCX:SPY'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readEastmoney, text)).toBe(ids);
  });

  it.each(['116.5', '1.5', '0.000', '116.2513', '100.SPX', '0.430047', '999.AAPL', '105.'])(
    'takes %s for no symbol: a price, Beijing, or a market that is not known',
    (text) => {
      expect(readBy(readEastmoney, text)).toBe('');
    },
  );
});

describe('readTongdaxin', () => {
  it.each([
    ['1600519', 'XSHG:600519'],
    ['0000001', 'XSHE:000001'],
    ['0300308', 'XSHE:300308'],
    ['31#02513', 'XHKG:02513'],
    ['74#NVDA', NVIDIA],
    ['12#SPX', 'INDEX:^GSPC'],
    ['12#NDX', 'INDEX:^NDX'],
    ['12#NOSUCH', 'INDEX:^NOSUCH ?'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readTongdaxin, text)).toBe(ids);
  });

  it.each(['600519', '2430047', '0430047', '3600519', '27#HSI', '12#', '31#', '31#NVDA'])(
    'leaves %s to others',
    (text) => {
      expect(readBy(readTongdaxin, text)).toBe('');
    },
  );
});

describe('readChineseWord', () => {
  it.each([
    ['港股02513', 'XHKG:02513'],
    ['港股:2513', 'XHKG:02513'],
    ['美股NVDA', NVIDIA],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readChineseWord, text)).toBe(ids);
  });

  it.each(['港股', '02513', '港股NVDA', '美股02513', '日股6702'])('leaves %s to others', (text) => {
    expect(readBy(readChineseWord, text)).toBe('');
  });
});
