import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProviderQuote } from '../../../../../../electron/core/market/market-data-provider-port';
import type { ProviderRegistry } from '../../../../../../electron/market/registry/provider-registry';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { ManualTime } from '../../../../../helpers/manual-time';
import { marketUnderTest } from '../../../../../helpers/replay/market-under-test';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import { ReplayServer } from '../../../../../helpers/replay/replay-server';
import { binanceRoute, bitgetRoute, dayCandles } from '../../../../../helpers/replay/venue-replay';

const NOON = Date.parse('2026-05-28T12:00:00Z');
const DAY_S = 86_400;
const SATURDAY = Date.parse('2026-05-30T12:00:00Z');
const ALL: readonly InstrumentId[] = [
  'BINANCE:BTCUSDT',
  'BINANCE:BTCUSDT.P',
  'BINANCE:ZHIPUUSDT',
  'BITGET:BTCUSDT',
  'BITGET:AAPLUSDT.P',
];

let time: ManualTime;
/** What the venue's own clock says. */
let venueNow: () => number;
let server: ReplayServer;
let market: ProviderRegistry;
let onTheWire = 0;

beforeEach(async () => {
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) => {
    onTheWire++;
    return fetch(...request).finally(() => onTheWire--);
  });
  time = new ManualTime(NOON);
  venueNow = time.now;
  const now = (): number => venueNow();
  server = new ReplayServer([binanceRoute(ALL, now), bitgetRoute(ALL, now)]);
  market = marketUnderTest(await server.start(), time);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  market.dispose();
  await server.dispose();
});

async function quoteOf(instrument: InstrumentId): Promise<ProviderQuote | undefined> {
  const { quotes } = await market.latest({ instruments: [instrument], nowMs: time.now() });
  return quotes[0]?.quote;
}

async function timesOf(instrument: InstrumentId, since: number | null): Promise<number[]> {
  const asking = market.history({ instrument, interval: 'D', since });
  let isDone = false;
  void asking.finally(() => (isDone = true));
  // Pages wait for the budget of their host, and so for the clock.
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    if (onTheWire === 0) time.move(50);
  }
  const answer = await asking;
  return answer.ok ? [...answer.history.bars.time] : [];
}

describe.each(ALL)('what a venue says of %s', (id) => {
  it('is its last trade, within the day under way, measured from the close before', async () => {
    const { price, previousClose, asOf } = replayPrices(id, NOON) ?? {};
    expect(await quoteOf(id)).toMatchObject({
      ...{ instrument: id, price, previousClose, currency: 'USDT', asOf },
      ...{ session: '2026-05-28', delayMinutes: 0 },
      openBar: { time: Date.parse('2026-05-28') / 1000, open: previousClose, close: price },
    });
  });

  it('is every bar back to the limit, each once, the one under way included', async () => {
    const all = dayCandles(id, NOON);
    expect(all.length).toBeGreaterThan(300);
    // Bitget's pages are small, and nobody looks back further than their number reaches.
    const kept = id.startsWith('BITGET') ? all.slice(-(1000 + 19 * 200)) : all;
    expect(await timesOf(id, null)).toEqual(kept.map((bar) => bar.time));
  });

  it('is no more than was asked for where only the end is missing', async () => {
    const today = Date.parse('2026-05-28') / 1000;
    const times = await timesOf(id, today - 2 * DAY_S);
    expect(times).toEqual(expect.arrayContaining([today - 2 * DAY_S, today - DAY_S, today]));
    expect(times.length).toBeLessThanOrEqual(5);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });
});

describe('the pages of a venue', () => {
  it('begin with the newest, so that a limit leaves out what is oldest', async () => {
    await timesOf('BITGET:BTCUSDT', null);
    const untils = server.requests.map(({ path }) => new URL(path, 'http://x').searchParams);
    expect(untils[0]?.has('endTime')).toBe(false);
    const ends = untils.slice(1).map((query) => Number(query.get('endTime')));
    expect(ends).toEqual([...ends].sort((one, other) => other - one));
  });

  it('ask for the code as the venue writes it, in the market that is meant', async () => {
    await quoteOf('BINANCE:BTCUSDT.P');
    await quoteOf('BITGET:AAPLUSDT.P');
    const paths = server.requests.map(({ path }) => path);
    expect(paths).toEqual([
      '/fapi/v1/klines?symbol=BTCUSDT&interval=1d&limit=2',
      '/fapi/v1/trades?symbol=BTCUSDT&limit=1',
      '/api/v2/mix/market/candles?symbol=AAPLUSDT&productType=USDT-FUTURES&granularity=1Dutc&limit=2',
      '/api/v2/mix/market/fills?symbol=AAPLUSDT&productType=USDT-FUTURES&limit=1',
    ]);
  });
});

describe('the stamp of a price', () => {
  it('is that of the last trade, on a weekend on which the contract stands still too', async () => {
    const friday = Date.parse('2026-05-29T20:00:00Z');
    const routes = bitgetRoute(ALL, () => SATURDAY);
    await server.dispose();
    const fills = JSON.stringify({
      ...{ code: '00000', msg: 'success', requestTime: SATURDAY },
      data: [{ tradeId: '1', price: '206.6', size: '1', side: 'Buy', ts: String(friday) }],
    });
    server = new ReplayServer([
      (url, headers) => (url.pathname.endsWith('/fills') ? fills : routes(url, headers)),
    ]);
    time = new ManualTime(SATURDAY);
    market = marketUnderTest(await server.start(), time);
    expect((await quoteOf('BITGET:AAPLUSDT.P'))?.asOf).toBe(friday);
  });

  it("is the venue's, so that a fast clock of this machine holds no later trade back", async () => {
    venueNow = () => NOON - 10 * 60_000;
    const said = await quoteOf('BINANCE:BTCUSDT');
    expect(said?.asOf).toBe(NOON - 10 * 60_000 - 1000);
  });

  it('is now where the clock of this machine is slow, and stays nonsense where it is that', async () => {
    venueNow = () => NOON + 10 * 60_000;
    expect((await quoteOf('BINANCE:BTCUSDT'))?.asOf).toBe(NOON);
    venueNow = () => NOON + 3 * 86_400_000;
    expect((await quoteOf('BINANCE:BTCUSDT'))?.asOf).toBeGreaterThan(NOON + 2 * 86_400_000);
  });
});
