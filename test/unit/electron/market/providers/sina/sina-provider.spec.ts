import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  readSinaQuote,
  splitSinaLines,
} from '../../../../../../electron/market/providers/sina/sina-quote';
import { ZoneClocks } from '../../../../../../electron/market/providers/zone-clocks';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import {
  ASIA_OPEN,
  NEW_YORK_OPEN,
  ReplayedSource,
} from '../../../../../helpers/replay/replayed-source';
import { sinaRoute } from '../../../../../helpers/replay/sina-replay';

const HONG_KONG: InstrumentId = 'XHKG:02513';
const SHANGHAI: InstrumentId = 'XSHG:688256';
const NEW_YORK: InstrumentId = 'XNAS:NVDA';
const RENMINBI: InstrumentId = 'XHKG:80700';
const ALL = [HONG_KONG, SHANGHAI, NEW_YORK, RENMINBI];
const clocks = new ZoneClocks();

let source: ReplayedSource;
afterEach(() => source.dispose());

async function latestOf(nowMs: number, ids: readonly InstrumentId[], untraded?: InstrumentId) {
  source = new ReplayedSource(nowMs);
  const before = new Set(untraded === undefined ? [] : [untraded]);
  await source.start('sina', sinaRoute(ALL, source.time.now, before));
  return source.market.latest({ instruments: ids, nowMs });
}

describe('Sina', () => {
  it('gives Hong Kong and the mainland in one question, with the header that it demands', async () => {
    const { quotes, failed } = await latestOf(ASIA_OPEN, [HONG_KONG, SHANGHAI, RENMINBI]);
    expect(failed.size).toBe(0);
    const currencies = ['HKD', 'CNY', 'CNY'];
    for (const [index, id] of [HONG_KONG, SHANGHAI, RENMINBI].entries()) {
      const prices = replayPrices(id, ASIA_OPEN);
      expect(quotes[index]).toMatchObject({
        source: 'sina',
        quote: {
          ...{ instrument: id, price: prices?.price, previousClose: prices?.previousClose },
          ...{ session: '2026-05-28', asOf: ASIA_OPEN - 1000, delayMinutes: 0 },
          currency: currencies[index],
          openBar: { close: prices?.price, volume: 1200 },
        },
      });
    }
    expect(source.requests.map(({ path, headers }) => [path, headers.referer])).toEqual([
      ['/list=rt_hk02513,sh688256,rt_hk80700', 'https://finance.sina.com.cn'],
    ]);
  });

  it('gives American shares, stamped with the minute of their last regular trade', async () => {
    const { quotes } = await latestOf(NEW_YORK_OPEN, [NEW_YORK]);
    const prices = replayPrices(NEW_YORK, NEW_YORK_OPEN);
    expect(quotes[0]?.quote).toMatchObject({
      ...{ price: prices?.price, previousClose: prices?.previousClose, currency: 'USD' },
      ...{ session: '2026-05-28', asOf: NEW_YORK_OPEN - 60_000 },
    });
    expect(source.requests[0]?.path).toBe('/list=gb_nvda');
  });

  it('says that it knows no such instrument, or none that was traded yet, or has no such market', async () => {
    const { quotes, failed } = await latestOf(
      ASIA_OPEN,
      ['XHKG:09999', SHANGHAI, 'XNYS:BRK.B', 'XLON:VOD'],
      SHANGHAI,
    );
    expect(quotes).toEqual([]);
    expect([...failed].map(([id, { reason }]) => [id, reason])).toEqual([
      ['XHKG:09999', 'unknown-instrument'],
      [SHANGHAI, 'not-traded'],
      ['XNYS:BRK.B', 'not-offered'],
      ['XLON:VOD', 'not-offered'],
    ]);
  });
});

describe('the stamp of an American line of Sina', () => {
  const asOf = (trade: string, beijing: string): string | null => {
    const fields = Array.from({ length: 34 }, () => '10');
    [fields[25], fields[3]] = [trade, beijing];
    const quote = readSinaQuote(NEW_YORK, 'gb_nvda', fields, clocks);
    return quote && new Date(quote.asOf).toISOString();
  };

  it.each([
    ['Aug 17 04:00PM EDT', '2026-08-18 09:30:10', '2026-08-17T20:00:00.000Z'],
    ['Aug 17 12:05PM EDT', '2026-08-18 00:05:10', '2026-08-17T16:05:00.000Z'],
    ['Jan 5 09:31AM EST', '2026-01-05 22:31:00', '2026-01-05T14:31:00.000Z'],
    ['Dec 31 04:00PM EST', '2027-01-01 06:00:00', '2026-12-31T21:00:00.000Z'],
    ['Dec 31 04:00PM EST', '2026-12-31 23:00:00', '2026-12-31T21:00:00.000Z'],
  ])('%s, heard at %s in Beijing, is %s', (trade, beijing, expected) => {
    source = new ReplayedSource(0);
    expect(asOf(trade, beijing)).toBe(expected);
  });

  it.each([
    ['', '2026-08-18 09:30:10'],
    ['Foo 17 04:00PM EDT', '2026-08-18 09:30:10'],
    ['Aug 17 04:00PM EDT', ''],
  ])('%j at %j is none', (trade, beijing) => {
    source = new ReplayedSource(0);
    expect(asOf(trade, beijing)).toBeNull();
  });
});

/** Recorded answers. They lie beside the project, or nowhere. */
const FIXTURES = resolve(import.meta.dirname, '../../../../../../../shared/fixtures/cn-quotes');

describe.skipIf(!existsSync(FIXTURES))('recorded lines of Sina (skipped without them)', () => {
  const bytes = (): Uint8Array => readFileSync(join(FIXTURES, 'quotebar/sina-quotes.gbk.bin'));
  const lines = () => splitSinaLines(new TextDecoder('gb18030').decode(bytes()));

  it.each([
    ['rt_hk00700', 'XHKG:00700', 438.6, 446.4, 'HKD', '2026-08-18T03:21:30Z', 11_274_362],
    ['gb_aapl', 'XNAS:AAPL', 305.59, 305.93, 'USD', '2026-08-17T20:00:00Z', 38_169_263],
    ['gb_spy', 'ARCX:SPY', 772.67, 776.34, 'USD', '2026-08-17T20:00:00Z', 34_356_548],
  ] as const)('%s', (symbol, id, price, previousClose, currency, at, volume) => {
    source = new ReplayedSource(0);
    const quote = readSinaQuote(id, symbol, lines()?.get(symbol) ?? [], clocks);
    expect(quote).toMatchObject({
      ...{ price, previousClose, currency, asOf: Date.parse(at) },
      openBar: { close: price, volume },
    });
  });
});
