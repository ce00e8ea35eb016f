import { describe, expect, it } from 'vitest';
import { readBareDigits } from '../../../../../../src/shared/domain/instrument/spelling/bare-digits';
import { readBy } from '../symbol-context';

describe('readBareDigits', () => {
  it.each([
    ['02513', 'XHKG:02513'],
    ['00700', 'XHKG:00700'],
    ['688256', 'XSHG:688256'],
    ['600519', 'XSHG:600519'],
    ['300308', 'XSHE:300308'],
    ['300750', 'XSHE:300750'],
    ['159915', 'XSHE:159915'],
    ['510300', 'XSHG:510300'],
    ['2513', 'XHKG:02513 XTKS:2513 XTAI:2513 ROCO:2513 ?'],
    ['2330', 'XHKG:02330 XTKS:2330 XTAI:2330 ?'],
    ['0700', 'XHKG:00700 XTAI:0700 ROCO:0700 ?'],
    ['700', 'XHKG:00700 ?'],
    ['5', 'XHKG:00005 ?'],
    ['80700', 'XHKG:80700 ?'],
    ['000660', 'XSHE:000660 XKRX:000660 ?'],
    ['000001', 'XSHE:000001 XSHG:000001 ?'],
    ['005930', 'XKRX:005930 ?'],
    ['035720', 'XKRX:035720 XKOS:035720 ?'],
    ['285A', 'XTKS:285A ?'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readBareDigits, text)).toBe(ids);
  });

  it.each(['0', '00000', '430047', '712345', '1600519', 'NVDA', '12.5', '-700', ''])(
    'leaves %j to others',
    (text) => {
      expect(readBy(readBareDigits, text)).toBe('');
    },
  );
});
