import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import catalogue from '../../assets/instruments/catalogue.json';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import { closeDesk, freshFolder, type LaunchedDesk, launchDesk } from '../helpers/desk-app';
import { ReplayServer } from '../helpers/replay/replay-server';
import { replayPrices } from '../helpers/replay/replay-market';
import { tencentRoute } from '../helpers/replay/tencent-replay';
import { useReplay } from '../helpers/replay/use-replay';
import { binanceListsRoute } from '../helpers/replay/venue-lists-replay';
import { binanceRoute } from '../helpers/replay/venue-replay';
import { VenueSocketReplay } from '../helpers/replay/venue-socket-replay';
import { yahooRoute } from '../helpers/replay/yahoo-replay';
import { chartPane } from './chart-pane';
import { eventually } from './eventually';

/** Hong Kong and Shanghai are open, New York is closed, coins trade always. */
const MOMENT = '2026-05-28T02:30:00Z';
const HONG_KONG = 'XHKG:02513';
const SHANGHAI = 'XSHG:688256';
const NEW_YORK = 'XNAS:NVDA';
const COIN = 'BINANCE:BTCUSDT';
/** What a trade over the stream costs, as a part of what the last one costs to whoever asks. */
const STREAMED = 1.25;
/** Two turns of whatever is on the list, and room for a slow machine. */
const STALE_WITHIN_MS = 120_000;

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

let server: ReplayServer;
let venue: VenueSocketReplay;
let desk: LaunchedDesk;
let startedAt = 0;
const now = (): number => Date.parse(MOMENT) + Date.now() - startedAt;

beforeAll(async () => {
  startedAt = Date.now();
  // As Yahoo does: a source that knows nothing of a list is taken for broken, and left alone.
  const all = catalogue.instruments.map(({ id }) => id as InstrumentId);
  venue = new VenueSocketReplay([COIN], now);
  const routes = [tencentRoute([HONG_KONG, SHANGHAI], now), yahooRoute(all, now)];
  server = new ReplayServer([...routes, binanceRoute([COIN], now), binanceListsRoute], venue);
  const userData = await freshFolder();
  // Before the desk wakes any source: no real host is ever asked.
  useReplay(userData, await server.start());
  desk = await launchDesk({
    clock: MOMENT,
    network: true,
    userData,
    args: ['--locale', 'en', '--symbol', HONG_KONG],
  });
  await watchCoin(desk.page);
}, 120_000);

afterAll(async () => {
  await closeDesk(desk);
  await server.dispose();
});

/** Puts the coin on the list. */
async function watchCoin(page: Page): Promise<void> {
  await page.evaluate(async (symbol) => {
    const snapshot = await window.api.app.getSnapshot();
    const [list] = snapshot.ok ? snapshot.value.watchlist.watchlists.lists : [];
    const sectionId = list?.sections[0]?.id ?? 0;
    await window.api.watchlist.addItems({ sectionId, symbols: [symbol], position: 0 });
  }, COIN);
}

const row = (code: string) => desk.page.getByRole('row', { name: new RegExp(`^${code}\\b`) });
const written = (price: number): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(price);
const priceOf = (id: InstrumentId): string => written(replayPrices(id, now())?.price ?? NaN);

describe('the desk on answers of its sources', () => {
  it('leaves the simulated market as soon as real bars come', async () => {
    await eventually(() => desk.page.getByRole('contentinfo').textContent(), 60_000).toContain(
      'Simulated prices: none',
    );
  });

  it('shows Hong Kong prompt, with venue, currency, source and time', async () => {
    await eventually(() => row('02513').textContent(), 60_000).toContain(priceOf(HONG_KONG));
    const pane = chartPane(desk.page);
    await eventually(() => pane.textContent(), 30_000).toMatch(/Hong Kong · HKD · share/);
    await eventually(() => pane.textContent()).toMatch(/28 May 2026, 10:3\d · live · Tencent/);
  });

  it('shows mainland, American and crypto prices, each worth what it is', async () => {
    await eventually(() => row('688256').textContent(), 60_000).toContain(priceOf(SHANGHAI));
    await eventually(() => row('NVDA').textContent(), 90_000).toContain(priceOf(NEW_YORK));
    await eventually(() => row('BTCUSDT').textContent(), 60_000).toContain(priceOf(COIN));
    const help = (code: string) => row(code).locator('.last').getAttribute('title');
    expect(await help('688256')).toMatch(/CNY · Shanghai\n.* live · Tencent/);
    expect(await help('NVDA')).toMatch(/USD · Nasdaq\n27 May 2026, 16:00 · close · Yahoo Finance/);
    expect(await help('BTCUSDT')).toMatch(/USDT · Binance\n.* live · Binance/);
  });

  it('hears each trade over the stream of the venue', async () => {
    const price = replayPrices(COIN, now())?.price ?? NaN;
    await eventually(() => {
      venue.tick(STREAMED);
      return row('BTCUSDT').textContent();
    }, 30_000).toContain(written(Number((price * STREAMED).toFixed(2))));
    expect(await row('BTCUSDT').locator('.last').getAttribute('title')).toContain('live · Binance');
    expect(new Set(venue.paths)).toEqual(new Set(['/ws']));
  });

  it('offers a contract that only the venue itself knows of', async () => {
    const found = await desk.page.evaluate(() => window.api.instruments.search({ text: 'TSLA' }));
    const hits = found.ok ? found.value.instruments : [];
    expect(hits.find(({ id }) => id === 'BINANCE:TSLAUSDT.P')).toMatchObject({
      ...{ kind: 'derivative', currency: 'USDT' },
    });
  });

  it('keeps them dated and stale once the sources are gone', async () => {
    const codes = ['02513', '688256', 'NVDA', 'BTCUSDT'];
    const prices = () => Promise.all(codes.map((code) => row(code).locator('.last').textContent()));
    const help = (code: string) => row(code).locator('.last').getAttribute('title');
    const before = await prices();
    await server.dispose();
    const pane = chartPane(desk.page);
    await eventually(() => pane.textContent(), STALE_WITHIN_MS).toMatch(
      /28 May 2026, 10:3\d · stale · Tencent/,
    );
    await eventually(() => help('02513'), STALE_WITHIN_MS).toMatch(/28 May 2026, 10:3\d · stale/);
    await eventually(() => help('688256'), STALE_WITHIN_MS).toMatch(/28 May 2026, 10:3\d · stale/);
    await eventually(() => help('BTCUSDT'), STALE_WITHIN_MS).toMatch(/28 May 2026, .* · stale/);
    // New York was closed when it was asked: its close stays the close, with its day.
    expect(await help('NVDA')).toMatch(/27 May 2026, 16:00 · close/);
    expect(await prices()).toEqual(before);
    await eventually(() => desk.page.getByRole('banner').textContent(), STALE_WITHIN_MS).toContain(
      'No source answers',
    );
    expect(desk.complaints).toEqual([]);
  }, 200_000);
});
