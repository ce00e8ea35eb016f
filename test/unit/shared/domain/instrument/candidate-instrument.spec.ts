import { describe, expect, it } from 'vitest';
import { candidateInstrument } from '../../../../../src/shared/domain/instrument/candidate-instrument';
import { createSymbolResolver } from '../../../../../src/shared/domain/instrument/resolve-symbol';
import { EXCHANGES } from './symbol-context';

const resolver = createSymbolResolver(EXCHANGES, []);

/** What the catalogue would keep of the first candidate, in the parts that follow from the code. */
function kept(text: string): string {
  const [candidate] = resolver.resolve(text).candidates;
  const line = candidate && candidateInstrument(candidate);
  return line ? `${line.id} ${line.currency} ${line.kind} ${line.priceDecimals}` : 'nothing';
}

describe('candidateInstrument', () => {
  it.each([
    ['hk00005', 'XHKG:00005 HKD share 2'],
    ['89988.HK', 'XHKG:89988 CNY share 2'],
    ['900901.SS', 'XSHG:900901 USD share 2'],
    ['200002.SZ', 'XSHE:200002 HKD share 2'],
    ['2330.TW', 'XTAI:2330 TWD share 2'],
    ['7203.T', 'XTKS:7203 JPY share 0'],
    ['NESN.SW', 'XSWX:NESN CHF unknown 2'],
    ['NASDAQ:ZZZZ', 'XNAS:ZZZZ USD unknown 2'],
    ['BITGET:BTCUSDT.P', 'BITGET:BTCUSDT.P USDT derivative 2'],
    ['USDHKD', 'FOREX:USDHKD HKD fx 5'],
    ['^NOSUCH', 'nothing'],
  ])('keeps of %s %s', (text, line) => {
    expect(kept(text)).toBe(line);
  });

  it('names it by its code where no name is known', () => {
    const [candidate] = resolver.resolve('hk00005').candidates;
    expect(candidate && candidateInstrument(candidate)).toMatchObject({
      ...{ name: { en: '00005', zh: '00005' }, issuer: 'xhkg:00005' },
      ...{ aliases: [], listedOn: null },
    });
  });
});
