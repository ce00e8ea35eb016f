import { describe, expect, it } from 'vitest';
import { readExchangeCodes } from '../../../../../src/shared/domain/instrument/exchange-codes';
import { readAsset } from '../../../../helpers/announcement-set';

type Line = Record<string, unknown>;
const FILE = 'exchanges/exchanges.json';

function read(mic: string) {
  return readExchangeCodes(readAsset(FILE)).find((line) => line.mic === mic);
}

describe('readExchangeCodes', () => {
  it('reads what Hong Kong is called', () => {
    expect(read('XHKG')).toEqual({
      mic: 'XHKG',
      segmentMics: [],
      currency: 'HKD',
      codePattern: /^\d{1,5}$/,
      yahooSuffix: '.HK',
      tradingViewPrefixes: ['HKEX'],
      tencentPrefixes: ['hk', 'r_hk'],
      tencentSuffix: null,
      sinaPrefix: 'rt_hk',
      eastmoneyMarket: 116,
      mis: null,
    });
  });

  it('takes the unit that prices are quoted in, and what is not known for null', () => {
    expect(read('XLON')?.currency).toBe('GBp');
    expect(read('XNAS')).toMatchObject({ tencentPrefixes: ['us'], tencentSuffix: '.OQ' });
    expect(read('XTAI')).toMatchObject({
      mis: { prefix: 'tse_', suffix: '.tw' },
      sinaPrefix: null,
    });
    expect(read('XSWX')).toMatchObject({ codePattern: null, tencentPrefixes: [] });
  });

  it('knows each exchange once', () => {
    const mics = readExchangeCodes(readAsset(FILE)).map(({ mic }) => mic);
    expect(mics.length).toBeGreaterThanOrEqual(20);
    expect(new Set(mics).size).toBe(mics.length);
  });

  it.each<[string, (line: Line, codes: Line) => void, RegExp]>([
    ['no MIC', (line) => delete line['mic'], /mic is missing/],
    ['a number for a currency', (line) => (line['currency'] = 7), /XNAS: currency/],
    ['no codes', (line) => delete line['codes'], /XNAS: codes/],
    ['no Yahoo suffix', (_, codes) => (codes['yahoo'] = {}), /yahoo suffix/],
    [
      'one prefix instead of a list',
      (_, codes) => (codes['tradingview'] = 'NASDAQ'),
      /tradingview/,
    ],
    ['a prefix that is no text', (_, codes) => (codes['sina'] = { prefix: 1 }), /sina prefix/],
    [
      'a market that is no number',
      (_, codes) => (codes['eastmoney'] = { market: '105' }),
      /market/,
    ],
    ['a pattern left out', (_, codes) => delete codes['codePattern'], /codePattern/],
    ['a list for Tencent', (_, codes) => (codes['tencent'] = []), /tencent/],
  ])('refuses a file with %s', (_what, breakIt, message) => {
    const file = structuredClone(readAsset(FILE)) as { exchanges: Line[] };
    const first = file.exchanges[0] as Line;
    breakIt(first, first['codes'] as Line);
    expect(() => readExchangeCodes(file)).toThrow(message);
  });

  it.each([null, 'text', [], {}, { exchanges: [] }, { exchanges: 'XNAS' }, { exchanges: [null] }])(
    'refuses %j',
    (file) => {
      expect(() => readExchangeCodes(file)).toThrow('exchanges:');
    },
  );
});
