import { describe, expect, it } from 'vitest';
import { tencentLot } from '../../../../../../electron/market/providers/tencent/tencent-lot';

describe('the unit of a volume of Tencent', () => {
  it.each([
    ['XSHG:600519', 100],
    ['XSHG:510300', 100],
    ['XSHE:300308', 100],
    ['XSHE:002230', 100],
    ['XSHG:688256', 1],
    ['XSHG:689009', 1],
    ['XHKG:02513', 1],
    ['XNAS:NVDA', 1],
  ] as const)('of %s is %i shares', (instrument, lot) => {
    expect(tencentLot(instrument)).toBe(lot);
  });
});
