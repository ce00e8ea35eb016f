import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Instrument,
  type InstrumentId,
  isInstrumentId,
} from '../../../../../src/shared/domain/instrument/instrument';
import {
  createSymbolResolver,
  type SymbolResolver,
} from '../../../../../src/shared/domain/instrument/resolve-symbol';
import { catalogue } from '../../../../helpers/announcement-set';
import { EXCHANGES } from './symbol-context';

const resolver = createSymbolResolver(EXCHANGES, catalogue);

function line(id: InstrumentId, ...aliases: string[]): Instrument {
  return {
    ...{ id, aliases, name: { en: id, zh: id }, kind: 'share', currency: 'USD' },
    ...{ issuer: 'made-up', priceDecimals: 2, listedOn: null },
  };
}

/** Ids in order; a question mark behind them where they are offered and not found. */
function answer(text: string, by: SymbolResolver = resolver): string {
  const { candidates, ambiguous } = by.resolve(text);
  return candidates.map(({ id }) => id).join(' ') + (ambiguous ? ' ?' : '');
}

/** One instrument, and what it may be called. */
const SPELLINGS: Readonly<Record<InstrumentId, string>> = {
  'XHKG:02513':
    'XHKG:02513|2513.HK|02513.HK|2513.hk|HKEX:2513|HKEX:02513|SEHK:2513|2513 HK|2513 HK Equity|' +
    'hk02513|HK02513|r_hk02513|rt_hk02513|116.02513|31#02513|港股02513|02513|２５１３.HK|  2513.HK ',
  'XHKG:09988': '9988.HK|HKEX:9988|hk09988|116.09988|09988|9988 HK Equity',
  'XHKG:80700': '80700.HK|hk80700|HKEX:80700|116.80700',
  'XHKG:00005': '5.HK|0005.HK|HKEX:5|hk00005|00005',
  'XSHG:688256':
    '688256|688256.SS|688256.SH|688256.XSHG|SSE:688256|sh688256|SH688256|1.688256|688256 CH|1688256',
  'XSHG:000001': 'sh000001|000001.SS|1.000001|SSE:000001|1000001',
  'XSHE:000001': 'sz000001|000001.SZ|0.000001|SZSE:000001|0000001',
  'XSHE:300308': '300308|300308.SZ|sz300308|0.300308|SZSE:300308',
  'XTAI:2330': '2330.TW|TWSE:2330|2330 TT|tse_2330.tw',
  'ROCO:8299': '8299.TWO|TPEX:8299|otc_8299.tw',
  'XKRX:000660': '000660.KS|KRX:000660|000660 KS',
  'XKOS:247540': '247540.KQ|247540 KQ|XKOS:247540',
  'XTKS:285A': '285A.T|TSE:285A|285A JP|XJPX:285A',
  'XNAS:NVDA':
    'NVDA|nvda|NASDAQ:NVDA|XNGS:NVDA|NVDA US|NVDA UW Equity|NVDA.US|NVDA.O|NVDA.OQ|usNVDA|usnvda|' +
    'usNVDA.OQ|gb_nvda|usr_nvda|105.NVDA|74#NVDA|美股NVDA',
  'XNYS:BRK.B': 'BRK-B|BRK.B|BRK/B|BRK B|NYSE:BRK.B|BRK/B US|BRKb.N|brk.b|usBRK.B|gb_brk$b',
  'XNYS:F': 'F|f|NYSE:F|F.N|usF|106.F',
  'ARCX:SPY': 'SPY|AMEX:SPY|usSPY|usSPY.AM|107.SPY|SPY.P',
  'XPAR:SOI': 'SOI.PA|SOI FP|XPAR:SOI',
  'XLON:OCDO': 'OCDO.L|LSE:OCDO|OCDO LN',
  'XTSE:HPS.A': 'HPS-A.TO|TSX:HPS.A',
  'XSES:AJBU': 'AJBU.SI|SGX:AJBU|AJBU SP',
  'XETR:VOW3': 'VOW3.DE|XETR:VOW3|VOW3 GR',
  'CRYPTO:BTC-USD': 'BTC-USD|BTC/USD|BTCUSD|CRYPTO:BTCUSD',
  'BINANCE:BTCUSDT': 'BINANCE:BTCUSDT|BTCUSDT|BTC/USDT|btcusdt',
  'BITGET:BTCUSDT': 'BITGET:BTCUSDT|bitget:btcusdt',
  'BINANCE:ZHIPUUSDT': 'BINANCE:ZHIPUUSDT|BINANCE:ZHIPUUSDT.P',
  'FOREX:EURUSD': 'EURUSD=X|FX:EURUSD|EUR/USD|FOREX:EURUSD',
  'FOREX:USDHKD': 'USDHKD|usdhkd|HKD=X|USD/HKD',
  'INDEX:^GSPC': '^GSPC|SP:SPX|^SPX|.SPX|12#SPX|INDEX:^GSPC|100.SPX',
  'INDEX:^SOX': '^SOX|NASDAQ:SOX',
  'INDEX:^HSI': '^HSI|hkHSI|27#HSI|HSI:HSI',
  'INDEX:^NDX': '^NDX|NASDAQ:NDX|usNDX|12#NDX',
};
const ROWS = Object.entries(SPELLINGS).flatMap(([id, texts]) =>
  texts.split('|').map((text) => [text, id] as const),
);

describe('a spelling of one instrument', () => {
  it('has many forms here', () => {
    expect(ROWS.length).toBeGreaterThan(120);
  });

  it.each(ROWS)('%j is %s', (text, id) => {
    expect(answer(text)).toBe(id);
  });
});

describe('a spelling that does not settle it', () => {
  it.each([
    ['2513', 'XHKG:02513 XTKS:2513 XTAI:2513 ROCO:2513 ?'],
    ['700', 'XHKG:00700 ?'],
    ['80700', 'XHKG:80700 ?'],
    ['000001', 'XSHE:000001 XSHG:000001 ?'],
    ['000660', 'XSHE:000660 XKRX:000660 ?'],
    ['005930', 'XKRX:005930 ?'],
    ['KRX:247540', 'XKRX:247540 XKOS:247540 ?'],
    ['EURONEXT:SOI', 'XAMS:SOI XPAR:SOI ?'],
    ['8299 TT', 'XTAI:8299 ROCO:8299 ?'],
    ['TSE:6502', 'XTKS:6502 ?'],
    ['TSE:6702', 'XTKS:6702 ?'],
    ['ZZZZ', 'XNAS:ZZZZ XNYS:ZZZZ ARCX:ZZZZ ?'],
    ['ZZZZ.US', 'XNAS:ZZZZ XNYS:ZZZZ ARCX:ZZZZ ?'],
    ['AAPLUSDT', 'BINANCE:AAPLUSDT BITGET:AAPLUSDT ?'],
    ['TSE:2330', 'XTKS:2330 XTAI:2330 ?'],
    ['12#NOSUCH', 'INDEX:^NOSUCH ?'],
    ['USB', 'XNAS:USB XNYS:USB ARCX:USB ?'],
  ])('%s offers %s', (text, offered) => {
    expect(answer(text)).toBe(offered);
  });
});

describe('a name', () => {
  it.each([
    ['智谱', 'XHKG:02513'],
    ['zhipu', 'XHKG:02513'],
    ['Zhipu', 'XHKG:02513'],
    ['  sk  HYNIX ', 'XKRX:000660'],
    ['ford', 'XNYS:F'],
    ['寒武纪', 'XSHG:688256'],
    ['alibaba', 'XHKG:09988 XNYS:BABA ?'],
    ['台积电', 'XNYS:TSM XTAI:2330 ?'],
    ['bitcoin/usdt', 'BINANCE:BTCUSDT BITGET:BTCUSDT ?'],
  ])('%s is %s', (text, ids) => {
    expect(answer(text)).toBe(ids);
  });

  it('comes before the tickers that a word in capitals may be', () => {
    expect(answer('ZHIPU')).toBe('XHKG:02513 XNAS:ZHIPU XNYS:ZHIPU ARCX:ZHIPU ?');
    expect(answer('SMIC')).toBe('XHKG:00981 XNAS:SMIC XNYS:SMIC ARCX:SMIC ?');
  });

  it('counts less than a spelling', () => {
    expect(answer('nio')).toBe('XNYS:NIO');
    expect(answer('zzzz')).toBe('XNAS:ZZZZ XNYS:ZZZZ ARCX:ZZZZ ?');
  });
});

describe('what is no spelling', () => {
  it.each([
    '',
    '   ',
    'NOSUCH',
    'XNAS:NOSUCH',
    'NOPE:1',
    '116.5',
    '3.14',
    '00000',
    '430047',
    'hello world',
    'CME_MINI:ES1!',
    'FRED:M2SL',
    'SP:NOSUCH/AMEX:RSP',
    '2513.HK,NVDA',
    'XNAS:A\nB',
    '2513\tHK',
    '<script>',
    'A'.repeat(65),
  ])('%j resolves to nothing', (text) => {
    expect(resolver.resolve(text)).toEqual({ candidates: [], ambiguous: false });
  });
});

describe('a candidate', () => {
  it('has name, currency and kind of the catalogue', () => {
    expect(resolver.resolve('OCDO.L').candidates).toEqual([
      { id: 'XLON:OCDO', name: { en: 'Ocado', zh: 'Ocado' }, currency: 'GBp', kind: 'share' },
    ]);
    expect(resolver.resolve('80700.HK').candidates[0]).toMatchObject({ currency: 'CNY' });
  });

  it('that the catalogue does not have has what its id says', () => {
    expect(resolver.resolve('0005.HK').candidates).toEqual([
      { id: 'XHKG:00005', name: null, currency: 'HKD', kind: 'share' },
    ]);
    expect(resolver.resolve('NASDAQ:ZZZZ').candidates).toEqual([
      { id: 'XNAS:ZZZZ', name: null, currency: 'USD', kind: null },
    ]);
  });
});

describe('the perpetual on Zhipu', () => {
  it('is a derivative in USDT', () => {
    expect(resolver.resolve('BINANCE:ZHIPUUSDT.P').candidates).toMatchObject([
      { id: 'BINANCE:ZHIPUUSDT', currency: 'USDT', kind: 'derivative' },
    ]);
  });

  it('is never offered for a spelling of the share', () => {
    for (const text of [...(SPELLINGS['XHKG:02513'] ?? '').split('|'), '2513', '2513.T', 'ZHIPU']) {
      expect(answer(text), text).not.toContain('BINANCE');
    }
  });

  it('is another instrument than a pair of the same name', () => {
    expect(answer('BINANCE:BTCUSDT.P')).toBe('BINANCE:BTCUSDT.P');
    expect(answer('BINANCE:BTCUSDT')).toBe('BINANCE:BTCUSDT');
  });
});

describe('the catalogue', () => {
  const learned = createSymbolResolver(EXCHANGES, [
    line('XPAR:ZQ', 'ZQ', 'Q1'),
    line('XTKS:2513'),
    line('XTAI:00878'),
    line('XKOS:688256'),
    line('XNAS:SAME', 'made up'),
    line('XNYS:TWIN', 'made up'),
  ]);

  it('settles which board a shared code means', () => {
    const known = createSymbolResolver(EXCHANGES, [line('XKOS:247540'), line('ROCO:8299')]);
    expect(answer('KRX:247540', known)).toBe('XKOS:247540');
    expect(answer('8299 TT', known)).toBe('ROCO:8299');
  });

  it('never settles a bare number that several markets use', () => {
    expect(answer('2513', learned)).toBe('XHKG:02513 XTKS:2513 XTAI:2513 ROCO:2513 ?');
  });

  it('makes a rule about bare numbers ask where it knows an exception', () => {
    expect(answer('00878', learned)).toBe('XHKG:00878 XTAI:00878 ?');
    expect(answer('688256', learned)).toBe('XSHG:688256 XKOS:688256 ?');
  });

  it('does not let the alias of a foreign share take a ticker', () => {
    expect(answer('ZQ', learned)).toBe('XPAR:ZQ XNAS:ZQ XNYS:ZQ ARCX:ZQ ?');
    expect(answer('q1', learned)).toBe('XPAR:ZQ');
  });

  it('asks where an alias stands at two instruments', () => {
    expect(answer('Made  Up', learned)).toBe('XNAS:SAME XNYS:TWIN ?');
  });

  it('may be empty', () => {
    const empty = createSymbolResolver(EXCHANGES, []);
    expect(answer('2513.HK', empty)).toBe('XHKG:02513');
    expect(answer('NVDA', empty)).toBe('XNAS:NVDA XNYS:NVDA ARCX:NVDA ?');
  });

  it('may have another venue for pairs', () => {
    const bitget = createSymbolResolver(EXCHANGES, catalogue, { cryptoVenue: 'BITGET' });
    expect(answer('BTCUSDT', bitget)).toBe('BITGET:BTCUSDT');
    expect(answer('BINANCE:BTCUSDT', bitget)).toBe('BINANCE:BTCUSDT');
  });
});

describe('for anything', () => {
  it('every id of the catalogue is itself', () => {
    for (const { id, name, currency, kind } of catalogue) {
      expect(resolver.resolve(id)).toEqual({
        candidates: [{ id, name, currency, kind }],
        ambiguous: false,
      });
      expect(answer(id.toLowerCase())).toBe(id);
    }
  });

  it('every alias of the catalogue leads to its instrument alone', () => {
    for (const { id, aliases } of catalogue) {
      for (const alias of aliases) expect(answer(alias), alias).toBe(id);
    }
  });

  const part = fc.constantFrom(
    ...['2513', '02513', '688256', 'NVDA', 'BRK', 'b', 'BTC', 'USDT', '285A', '港股', '700'],
    ...['.HK', '.SS', '.O', ' HK', ' Equity', ':', 'HKEX', 'XHKG', 'TSE', 'us', 'hk', 'r_', '116.'],
    ...['^', '=X', '-', '/', '#', '.P', 'tse_', '.tw', ' ', '$'],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ maxLength: 12 }),
    fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
  );

  it('answers with well-formed ids, each once, and asks where there are several', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { candidates, ambiguous } = resolver.resolve(text);
        const ids = candidates.map(({ id }) => id);
        expect(ids.filter((id) => !isInstrumentId(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
        if (ids.length > 1) expect(ambiguous).toBe(true);
        if (ids.length === 0) expect(ambiguous).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });

  it('an id that it gave is that instrument again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { id } of resolver.resolve(text).candidates) {
          expect(resolver.resolve(id).candidates[0]?.id).toBe(id);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads the catalogue once, however often it is asked', () => {
    let reads = 0;
    const watched = new Proxy(catalogue, {
      get: (target, key, receiver) => {
        reads += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    const built = createSymbolResolver(EXCHANGES, watched);
    const readsToBuild = reads;
    for (let count = 0; count < 1_000; count += 1) built.resolve(`hk${10_000 + count}`);
    expect(reads).toBe(readsToBuild);
  });
});
