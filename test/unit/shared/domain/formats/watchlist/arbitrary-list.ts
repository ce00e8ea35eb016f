import fc from 'fast-check';
import {
  cleanLine,
  cleanText,
} from '../../../../../../src/shared/domain/announcement/curation/clean-text';
import { cutText } from '../../../../../../src/shared/domain/formats/watchlist/cut-text';
import {
  type DocumentItem,
  FLAGS,
  type Lot,
  type WatchlistDocument,
} from '../../../../../../src/shared/domain/watchlist/watchlist-document';
import { catalogue, resolver } from './list-context';

/** Instruments that the catalogue does not have, of exchanges that share their codes and of others. */
const UNLISTED = [
  ...[
    'XNAS:PLTR',
    'XNYS:ABC',
    'ARCX:SMH',
    'XHKG:03690',
    'XSHG:603986',
    'XSHE:300750',
    'XKOS:247540',
  ],
  ...['XTKS:6502', 'XTAI:3008', 'ROCO:8299', 'XLON:ARM', 'XTSE:SHOP', 'XNSE:INFY', 'XSWX:NESN'],
  ...['BINANCE:ETHUSDT', 'CRYPTO:ETH-USD', 'FOREX:USDHKD', 'INDEX:^RUT', 'XNYS:BRK.A', 'XAMS:ASML'],
];
/** What lists hold that is no instrument here. */
const ODD = [
  ...[
    'NASDAQ:SMH/AMEX:SPY',
    'SP:SPX/AMEX:RSP',
    'CME_MINI:ES1!',
    'FRED:M2SL',
    '2430047',
    '29#A1801',
  ],
  ...['CON, 265598, SMART', 'DES, ES, FUT, CME, 202612', 'constructor', '__proto__', 'toString'],
  ...[
    '=1+1',
    '-NYSE:A',
    '+cmd|calc',
    '@sum',
    '＝1',
    "'quoted",
    '="000001x"',
    'a"b',
    'x;y|z',
    'A, B',
  ],
  ...['###no section', '$$CASH_TX', 'NO: yes', '- item', '# comment', '[x', '{y}', '未知', 'null'],
];

const line = (longest: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: longest }),
      fc.string({ maxLength: longest }),
      fc.constantFrom(
        '=1+1',
        '-5',
        '+1',
        '@x',
        '＋1',
        "'=1",
        "''",
        '"',
        'a,b;c|d',
        '智谱 清言',
        '###x',
      ),
    )
    .map((text) => cutText(cleanLine(text), longest));

const text = (longest: number) =>
  fc
    .oneof(
      line(longest),
      fc.array(line(20), { maxLength: 4 }).map((lines) => lines.join('\n')),
    )
    .map((written) => cutText(cleanText(written), longest));

/** A text that nothing resolves; symbols keep it as it is. */
const unknown = fc
  .oneof(fc.constantFrom(...ODD), line(30))
  .filter((written) => written !== '' && resolver.resolve(written).candidates.length === 0);

const symbol = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...catalogue.map(({ id }) => id as string)) },
  { weight: 3, arbitrary: fc.constantFrom(...UNLISTED) },
  { weight: 2, arbitrary: unknown },
);

const amount = fc.oneof(
  fc.integer({ min: 1, max: 1e9 }),
  fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
);

const lot: fc.Arbitrary<Lot> = fc.record({
  quantity: fc.oneof(
    amount,
    amount.map((quantity) => -quantity),
  ),
  price: fc.option(fc.oneof(amount, fc.constant(0)), { nil: null }),
  currency: fc.option(fc.constantFrom('USD', 'HKD', 'CNY', 'GBp'), { nil: null }),
  date: fc.option(fc.constantFrom('2026-01-08', '2024-02-29', '1999-12-31'), { nil: null }),
  commission: fc.option(amount, { nil: null }),
  comment: text(40),
});

/** Most items carry nothing but their symbol. */
const details = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ note: '', flags: [], targets: [], lots: [] }) },
  {
    weight: 1,
    arbitrary: fc.record({
      note: text(60),
      flags: fc.subarray([...FLAGS]),
      targets: fc.array(fc.record({ price: amount, label: line(20) }), { maxLength: 3 }),
      lots: fc.array(lot, { maxLength: 3 }),
    }),
  },
);

const SPELLED = ['written', 'usual', 'none'] as const;

const item: fc.Arbitrary<DocumentItem> = fc
  .tuple(symbol, details, fc.constantFrom(...SPELLED), fc.nat())
  .map(([id, rest, kind, index]) => ({
    symbol: id,
    written: writtenFor(id, kind, index),
    ...rest,
  }));

function writtenFor(id: string, kind: (typeof SPELLED)[number], index: number): string | null {
  if (kind === 'none') return null;
  const aliases = catalogue.find((known) => known.id === id)?.aliases ?? [];
  return kind === 'usual' ? id : (aliases[index % Math.max(1, aliases.length)] ?? id);
}

const section = fc.record({
  name: fc.option(
    line(30).filter((name) => name !== ''),
    { nil: null },
  ),
  items: fc.uniqueArray(item, { maxLength: 6, selector: (each) => each.symbol }),
});

/** A list as the app can hold it: in a section an instrument stands once. */
export const anyList: fc.Arbitrary<WatchlistDocument> = fc.record({
  name: line(30).map((name) => name || 'List'),
  sections: fc.array(section, { minLength: 1, maxLength: 4 }),
});
