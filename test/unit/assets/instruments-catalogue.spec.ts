import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import {
  INSTRUMENT_KINDS,
  isInstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import { announcements, catalogue, compileSchema, readAsset } from '../../helpers/announcement-set';

const SCHEMA = 'instruments/schema/catalogue.schema.json';
const validate = compileSchema(SCHEMA);

interface ExchangeLine {
  readonly mic: string;
  readonly currency: string;
  readonly minorUnit: { readonly code: string } | null;
  readonly priceDecimals: number | null;
}
const exchanges = new Map(
  (readAsset('exchanges/exchanges.json') as { exchanges: ExchangeLine[] }).exchanges.map((line) => [
    line.mic,
    line,
  ]),
);

const FIRST_WATCHLIST = `
  XNAS:GOOGL XNAS:AMZN XNAS:AAPL XNAS:MSFT XNAS:META XNAS:TSLA XHKG:09988 XHKG:09888 XHKG:00700
  XHKG:01810 XHKG:02513 XHKG:00100 XNAS:NVDA XNAS:AMD XNAS:INTC XNAS:ARM XNAS:QCOM XSHG:688256
  XNYS:TSM XHKG:00981 XKRX:005930 XKRX:000660 XNAS:MU XNAS:ASML XNAS:AVGO XNAS:MRVL`;
/** Lines that trade in another currency than their exchange. */
const OTHER_CURRENCIES: Readonly<Record<string, string>> = { 'XHKG:80700': 'CNY' };
const KINDS_WITHOUT_MIC: Readonly<Record<string, readonly string[]>> = {
  BINANCE: ['crypto', 'derivative'],
  BITGET: ['crypto', 'derivative'],
  CRYPTO: ['crypto'],
  FOREX: ['fx'],
  INDEX: ['index'],
};
const hasNoMic = (id: string): boolean =>
  id.split(':', 1).some((first) => first in KINDS_WITHOUT_MIC);
const OTHER_LINES = ['XNAS:GOOG', 'XNYS:BABA', 'XNAS:BIDU', 'XTAI:2330'];

/** Spellings that name no single instrument: `2513` (four markets), `000660` (Korea or Shenzhen). */
const AMBIGUOUS = /^(\d{1,4}|[1-9]\d{4}|[0-35]\d{5}|TSE:.*)$/i;

const idsByAlias = new Map(
  catalogue.flatMap((line) =>
    [line.id, ...line.aliases].map((alias) => [alias.toLowerCase(), line.id] as const),
  ),
);

describe('the instrument catalogue', () => {
  it('matches its schema', () => {
    validate(readAsset('instruments/catalogue.json'));
    expect(validate.errors).toBeNull();
  });

  it.each<[string, (line: Record<string, unknown>) => void]>([
    ['an unknown kind', (line) => (line['kind'] = 'stock')],
    ['an unknown field', (line) => (line['sector'] = 'chips')],
    ['a missing field', (line) => delete line['issuer']],
    ['an id without its exchange', (line) => (line['id'] = 'GOOGL')],
    ['half a decimal', (line) => (line['priceDecimals'] = 0.5)],
    ['no alias', (line) => (line['aliases'] = [])],
    ['a currency in words', (line) => (line['currency'] = 'dollar')],
    ['a calendar that is no MIC', (line) => (line['calendar'] = 'New York')],
  ])('has a schema that refuses %s', (_, breakIt) => {
    const file = structuredClone(readAsset('instruments/catalogue.json')) as {
      instruments: Record<string, unknown>[];
    };
    expect(validate(file)).toBe(true);
    breakIt(file.instruments[0] ?? {});
    expect(validate(file)).toBe(false);
  });

  it('lists the kinds of the domain', () => {
    const schema = readAsset(SCHEMA) as {
      definitions: { instrument: { properties: { kind: { enum: unknown } } } };
    };
    // What ships is known; only what a user adds by its code alone may not be.
    const shipped = INSTRUMENT_KINDS.filter((kind) => kind !== 'unknown');
    expect(schema.definitions.instrument.properties.kind.enum).toEqual(shipped);
  });

  it('has well-formed ids, each once, in order', () => {
    const ids = catalogue.map((line) => line.id);
    expect(ids.filter((id) => !isInstrumentId(id))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('holds the first watchlist and the other lines of its issuers', () => {
    const ids = catalogue.map((line) => line.id);
    expect(ids).toEqual(
      expect.arrayContaining([...FIRST_WATCHLIST.trim().split(/\s+/), ...OTHER_LINES]),
    );
  });

  it('uses known exchanges, their currency, and their decimals where they fix them', () => {
    for (const line of catalogue.filter(({ id }) => !hasNoMic(id))) {
      const exchange = exchanges.get(splitInstrumentId(line.id).mic);
      const quotedIn = exchange?.minorUnit?.code ?? exchange?.currency;
      expect(OTHER_CURRENCIES[line.id] ?? quotedIn, line.id).toBe(line.currency);
      expect(exchange?.priceDecimals ?? line.priceDecimals, line.id).toBe(line.priceDecimals);
    }
  });

  it('has what no exchange lists under its venue or its kind', () => {
    const others = catalogue.filter(({ id }) => hasNoMic(id));
    expect(others.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['BINANCE:ZHIPUUSDT', 'BITGET:BTCUSDT', 'CRYPTO:BTC-USD']),
    );
    for (const { id, kind, currency } of others) {
      const { mic, code } = splitInstrumentId(id);
      expect(KINDS_WITHOUT_MIC[mic], id).toContain(kind);
      if (kind !== 'index') expect(code.endsWith(currency), id).toBe(true);
    }
  });

  it('says of an index, and of nothing else, whose sessions it has', () => {
    const indices = catalogue.filter(({ id }) => id.startsWith('INDEX:'));
    expect(indices.map(({ id }) => id)).toContain('INDEX:^GSPC');
    for (const { id, calendar, currency } of indices) {
      expect(exchanges.get(calendar ?? '')?.currency, id).toBe(currency);
    }
    expect(catalogue.filter((line) => line.calendar).length).toBe(indices.length);
  });

  it('keeps the perpetual on Zhipu apart from the share', () => {
    const lineOf = (id: string) => catalogue.find((line) => line.id === id);
    expect(lineOf('BINANCE:ZHIPUUSDT')).toMatchObject({ kind: 'derivative', currency: 'USDT' });
    // Announcements match by issuer, and the company did not issue the contract.
    expect(lineOf('BINANCE:ZHIPUUSDT')?.issuer).not.toBe(lineOf('XHKG:02513')?.issuer);
    expect(lineOf('BINANCE:ZHIPUUSDT')?.name.en).toMatch(/perpetual/i);
  });

  it('writes Hong Kong codes with five digits', () => {
    const codes = catalogue.filter((line) => line.id.startsWith('XHKG:')).map((line) => line.id);
    expect(codes.filter((id) => !/^XHKG:\d{5}$/.test(id))).toEqual([]);
  });

  it('gives one alias to one line, without regard to case', () => {
    const spellings = catalogue.flatMap((line) => [line.id, ...line.aliases]);
    expect(idsByAlias.size).toBe(spellings.length);
  });

  it('has no ambiguous alias', () => {
    const aliases = catalogue.flatMap((line) => line.aliases);
    expect(aliases.filter((alias) => AMBIGUOUS.test(alias))).toEqual([]);
    expect(
      ['2513', '700', '000660', '80700', 'TSE:6702'].every((text) => AMBIGUOUS.test(text)),
    ).toBe(true);
    expect(['02513', '688256'].some((text) => AMBIGUOUS.test(text))).toBe(false);
  });

  it.each([
    ['XHKG:02513', '2513.HK 02513.HK HKEX:2513 hk02513 116.02513 31#02513 2513.hk 港股02513 02513'],
    ['XHKG:00700', '0700.HK 700.HK 00700.HK HKEX:700 HKEX:0700 r_hk00700 116.00700'],
    ['XSHG:688256', '688256.SS 688256.SH SH688256 SSE:688256 1.688256 688256'],
    ['XNAS:NVDA', 'NVDA nvda NASDAQ:NVDA NVDA.US NVDA.OQ usNVDA gb_nvda 105.NVDA 74#NVDA'],
    ['XNYS:TSM', 'TSM NYSE:TSM TSM.N 106.TSM'],
    ['XTAI:2330', '2330.TW TWSE:2330 tse_2330.tw'],
    ['XKRX:000660', '000660.KS KRX:000660'],
  ])('knows %s as %s', (id, spellings) => {
    for (const spelling of spellings.split(' ')) {
      expect(idsByAlias.get(spelling.toLowerCase()), spelling).toBe(id);
    }
  });

  it('calls an issuer alike on all its lines', () => {
    const issuerOf = (id: string) => catalogue.find((line) => line.id === id)?.issuer;
    expect(issuerOf('XNYS:BABA')).toBe(issuerOf('XHKG:09988'));
    expect(issuerOf('XNAS:GOOG')).toBe(issuerOf('XNAS:GOOGL'));
    expect(issuerOf('XTAI:2330')).toBe(issuerOf('XNYS:TSM'));
    expect(issuerOf('XNAS:BIDU')).toBe(issuerOf('XHKG:09888'));
  });

  it('knows a first trading day only where an announcement of the set reports it', () => {
    const known = catalogue.filter((line) => line.listedOn !== null);
    expect(known.map((line) => line.id)).toContain('XHKG:02513');
    for (const { id, listedOn } of known) {
      expect(isCalendarDate(listedOn ?? ''), id).toBe(true);
      const told = announcements.some(
        (entry) =>
          entry.date === listedOn &&
          entry.precision === 'day' &&
          entry.instruments.some((role) => role.instrument === id && role.role === 'owner'),
      );
      expect(told, id).toBe(true);
    }
  });
});
