import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { NETWORK_PROFILES } from '../../electron/market/registry/network-profiles';
import type { Interval } from '../../src/shared/domain/candle/interval';
import { closeDesk, type LaunchedDesk, launchDesk } from '../helpers/desk-app';
import { replayIntraday } from '../helpers/replay/replay-intraday';
import { ReplayServer } from '../helpers/replay/replay-server';
import { yahooRoute } from '../helpers/replay/yahoo-replay';
import { chartPane, chooseInterval } from './chart-pane';
import { eventually } from './eventually';

/** 10:32 in Hong Kong, in the middle of a bar. */
const MOMENT = '2026-05-28T02:32:10Z';
const ZHIPU = 'XHKG:02513';
/** The daily bars come first, and one host is asked once a second at most. */
const PATIENCE_MS = 60_000;

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

let server: ReplayServer;
let desk: LaunchedDesk;
let page: Page;
let startedAt = 0;
const now = (): number => Date.parse(MOMENT) + Date.now() - startedAt;

beforeAll(async () => {
  startedAt = Date.now();
  server = new ReplayServer([yahooRoute([ZHIPU], now)]);
  const address = await server.start();
  desk = await launchDesk({
    clock: MOMENT,
    network: true,
    args: ['--locale', 'en', '--symbol', ZHIPU, '--interval', '5m'],
  });
  page = desk.page;
  const updates = NETWORK_PROFILES.flatMap(({ id, addresses }) =>
    Object.entries(addresses).map(([name, standard]) => ({
      id,
      address: { name, own: standard.startsWith('ws') ? address.replace('http', 'ws') : address },
    })),
  );
  await page.evaluate(async (all) => {
    for (const update of all) await window.api.providers.update(update);
  }, updates as never[]);
}, 120_000);

afterAll(async () => {
  await closeDesk(desk);
  await server.dispose();
});

const asked = (interval: string): number =>
  server.requests.filter(({ path }) => path.includes(`interval=${interval}&`)).length;
const label = (): Promise<string | null> =>
  page.getByRole('application').getAttribute('aria-label');
const countOf = (interval: Interval): number => replayIntraday(ZHIPU, interval, now())?.length ?? 0;
const choose = (name: string): Promise<void> => chooseInterval(page, name);

describe('intraday bars of the network', () => {
  it('are fetched for the chart, with the one under way as its last', async () => {
    await eventually(label, PATIENCE_MS).toMatch(/bars of 5 minutes$/);
    const [, count] = /, (\d+) bars/.exec((await label()) ?? '') ?? [];
    // A bar may have begun since the answer.
    expect(countOf('5m') - Number(count)).toBeLessThanOrEqual(1);
    await page.mouse.move(5, 5);
    const legend = chartPane(page).locator('.legend');
    await eventually(() => legend.textContent()).toMatch(/^28 May 2026, 10:3[05]/);
    await eventually(() => chartPane(page).textContent()).toContain('Bars: Yahoo Finance');
  });

  it('are made of stored hours where no source has four of them', async () => {
    await choose('4 hours');
    await eventually(label, PATIENCE_MS).toMatch(/bars of 4 hours$/);
    expect(asked('1h')).toBe(1);
    expect(asked('4h')).toBe(0);
    await choose('1 hour');
    await eventually(label).toMatch(/bars of 1 hour$/);
    expect(asked('1h')).toBe(1);
  });

  it('need no second question where they are stored', async () => {
    const before = asked('5m');
    await choose('15 minutes');
    await eventually(label).toMatch(/bars of 15 minutes$/);
    await choose('5 minutes');
    await eventually(label).toMatch(/bars of 5 minutes$/);
    expect(asked('5m')).toBe(before);
  });

  it('leave weeks to the days', async () => {
    const before = server.requests.length;
    await choose('1 week');
    await eventually(label, PATIENCE_MS).toMatch(/bars of 1 week$/);
    const since = server.requests.slice(before).map(({ path }) => path);
    expect(since.filter((path) => path.includes('1wk'))).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });
});
