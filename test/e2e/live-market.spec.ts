import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { NETWORK_PROFILES } from '../../electron/market/registry/network-profiles';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import { type LaunchedDesk, launchDesk, quitDesk } from '../helpers/desk-app';
import { ReplayServer } from '../helpers/replay/replay-server';
import { replayPrices } from '../helpers/replay/replay-market';
import { tencentRoute } from '../helpers/replay/tencent-replay';
import { binanceRoute } from '../helpers/replay/venue-replay';
import { yahooRoute } from '../helpers/replay/yahoo-replay';
import { chartPane } from './chart-pane';
import { eventually } from './eventually';

/** Hong Kong and Shanghai are open, New York is closed, coins trade always. */
const MOMENT = '2026-05-28T02:30:00Z';
const HONG_KONG = 'XHKG:02513';
const SHANGHAI = 'XSHG:688256';
const NEW_YORK = 'XNAS:NVDA';
const COIN = 'BINANCE:BTCUSDT';
const COIN_PRICE = 4321.5;
/** Two turns of the charted instrument, and room for a slow machine. */
const STALE_WITHIN_MS = 60_000;

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

let server: ReplayServer;
let desk: LaunchedDesk;
let startedAt = 0;
const now = (): number => Date.parse(MOMENT) + Date.now() - startedAt;

beforeAll(async () => {
  startedAt = Date.now();
  const all: readonly InstrumentId[] = [HONG_KONG, SHANGHAI, NEW_YORK];
  server = new ReplayServer([
    tencentRoute([HONG_KONG, SHANGHAI], now),
    yahooRoute(all, now),
    binanceRoute(COIN_PRICE, now),
  ]);
  const address = await server.start();
  desk = await launchDesk({
    clock: MOMENT,
    network: true,
    args: ['--locale', 'en', '--symbol', HONG_KONG],
  });
  await useReplay(desk.page, address);
}, 120_000);

afterAll(async () => {
  await quitDesk(desk);
  await server.dispose();
});

/** As a user would: every source's address is set in the settings, and the coin is put on the list. */
async function useReplay(page: Page, address: string): Promise<void> {
  const settings = NETWORK_PROFILES.flatMap(({ id, addresses }) =>
    Object.entries(addresses).map(([name, standard]) => ({
      id,
      address: { name, own: standard.startsWith('ws') ? address.replace('http', 'ws') : address },
    })),
  );
  await page.evaluate(async (updates) => {
    for (const update of updates) {
      const answer = await window.api.providers.update(update);
      if (!answer.ok || !answer.value.ok) throw new Error(`refused: ${JSON.stringify(update)}`);
    }
  }, settings as never[]);
  await page.evaluate(async (symbol) => {
    const snapshot = await window.api.app.getSnapshot();
    const [section] = snapshot.ok ? snapshot.value.watchlist.sections : [];
    const sectionId = section?.id ?? 0;
    await window.api.watchlist.addItem({ sectionId, symbol, position: 0 });
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
    await eventually(() => row('BTCUSDT').textContent(), 60_000).toContain(written(COIN_PRICE));
    const help = (code: string) => row(code).locator('.last').getAttribute('title');
    expect(await help('688256')).toMatch(/CNY · Shanghai\n.* live · Tencent/);
    expect(await help('NVDA')).toMatch(/USD · Nasdaq\n27 May 2026, 16:00 · close · Yahoo Finance/);
    expect(await help('BTCUSDT')).toMatch(/USDT · Binance\n.* live · Binance/);
  });

  it('keeps them dated and stale once the sources are gone', async () => {
    const before = await row('02513').locator('.last').textContent();
    await server.dispose();
    const pane = chartPane(desk.page);
    await eventually(() => pane.textContent(), STALE_WITHIN_MS).toMatch(
      /28 May 2026, 10:3\d · stale · Tencent/,
    );
    expect(await row('02513').locator('.last').textContent()).toBe(before);
    expect(await row('NVDA').locator('.last').getAttribute('title')).toContain('close');
    await eventually(() => desk.page.getByRole('banner').textContent(), STALE_WITHIN_MS).toContain(
      'No source answers',
    );
    expect(desk.complaints).toEqual([]);
  });
});
