import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NETWORK_PROFILES } from '../../electron/market/registry/network-profiles';
import type { Interval } from '../../src/shared/domain/candle/interval';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  removeFolder,
} from '../helpers/desk-app';
import { extendedRows } from '../helpers/replay/extended-rows';
import { replayIntraday } from '../helpers/replay/replay-intraday';
import { ReplayServer } from '../helpers/replay/replay-server';
import { yahooRoute } from '../helpers/replay/yahoo-replay';
import { HEADER, weekdays, writeBarsFolder } from './bars-folder';
import { chartPane, chooseInterval } from './chart-pane';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

/** Saturday: nothing is under way. */
const WEEKEND = '2026-05-30T15:00:00Z';
const NVIDIA = 'XNAS:NVDA';
/** The daily bars come first, and one host is asked once a second at most. */
const PATIENCE_MS = 60_000;

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

const choosePrices = async (page: Page, name: string): Promise<void> => {
  await chartPane(page)
    .getByRole('button', { name: /^Bars and price axis/ })
    .click();
  await page.getByRole('menuitem', { name, exact: true }).click();
};
const said = async (page: Page): Promise<string | null> =>
  chartPane(page).locator('.basis').textContent();
const legend = async (page: Page): Promise<string> =>
  ((await chartPane(page).locator('.legend').textContent()) ?? '').replace(/\s+/g, ' ');

describe('extended hours', () => {
  let server: ReplayServer;
  let desk: LaunchedDesk;
  let page: Page;
  const now = (): number => Date.parse(WEEKEND);

  beforeAll(async () => {
    server = new ReplayServer([yahooRoute([NVIDIA], now)]);
    const address = await server.start();
    desk = await launchDesk({
      clock: WEEKEND,
      network: true,
      args: ['--locale', 'en', '--symbol', NVIDIA, '--interval', '30m'],
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

  const counted = async (): Promise<number> => {
    const label = (await page.getByRole('application').getAttribute('aria-label')) ?? '';
    return Number(/ ([\d,]+) bars/.exec(label)?.[1]?.replace(',', ''));
  };
  const regular = (interval: Interval): number =>
    replayIntraday(NVIDIA, interval, now())?.length ?? 0;
  const outside = (interval: Interval): number =>
    extendedRows(NVIDIA, interval, replayIntraday(NVIDIA, interval, now()) ?? [], now()).length;

  it('are there and hidden until they are wished for', async () => {
    await eventually(counted, PATIENCE_MS).toBe(regular('30m'));
    expect(await said(page)).toContain('Extended hours hidden');
  });

  it('stand among the others on a ground of their own, and the legend says which they are', async () => {
    const before = await chartPane(page).locator('.plot').screenshot();
    await choosePrices(page, 'Extended hours');
    await eventually(counted).toBe(regular('30m') + outside('30m'));
    expect(await said(page)).toContain('With extended hours');
    await page.mouse.move(5, 5);
    await eventually(() => legend(page)).toMatch(/29 May 2026, 19:30.*after hours/);
    const after = await chartPane(page).locator('.plot').screenshot();
    expect(after.equals(before)).toBe(false);
  });

  it('are hours of their own where bars are hours', async () => {
    await chooseInterval(page, '1 hour');
    await eventually(counted, PATIENCE_MS).toBe(regular('1h') + outside('1h'));
    await choosePrices(page, 'Extended hours');
    await eventually(counted).toBe(regular('1h'));
    await page.mouse.move(5, 5);
    await eventually(() => legend(page)).toContain('29 May 2026, 15:30');
  });

  it('are in no day and no week', async () => {
    await choosePrices(page, 'Extended hours');
    await chooseInterval(page, '1 day');
    await eventually(() => said(page)).not.toContain('xtended');
    expect(desk.complaints).toEqual([]);
  });
});

describe('adjusted and raw prices', () => {
  let desk: LaunchedDesk;
  let folder: string;

  beforeEach(async () => {
    folder = await freshFolder();
    const days = weekdays('2017-01-02', 40);
    // A dividend of a tenth after the twentieth session.
    const rows = days.map((date, index) =>
      [date, 100, 101, 99, 100, index < 20 ? 90 : 100, 1000].join(','),
    );
    const bars = await writeBarsFolder(join(folder, 'bars'), {
      'GOOGL.csv': `${[HEADER, ...rows].join('\n')}\n`,
    });
    desk = await launchDesk({
      clock: TODAY,
      args: ['--bars-folder', bars, '--locale', 'en', '--symbol', 'XNAS:GOOGL'],
    });
  });
  afterEach(async () => {
    await closeDesk(desk);
    await removeFolder(folder);
  });

  it('are chosen on the chart, said on it, and kept', async () => {
    const { page } = desk;
    const first = async (): Promise<string> => {
      await page.getByRole('application').focus();
      for (const key of ['ArrowLeft', 'Home']) await page.keyboard.press(key);
      return legend(page);
    };
    await eventually(() => said(page)).toBe('Raw prices');
    await choosePrices(page, 'Adjusted for dividends');
    await eventually(() => said(page)).toBe('Adjusted for splits and dividends');
    await eventually(first).toMatch(/2 Jan 2017.*C 90\.00/);
    await choosePrices(page, 'Adjusted for dividends');
    await eventually(() => said(page)).toBe('Raw prices');
    await eventually(first).toMatch(/2 Jan 2017.*C 100\.00/);
    expect(desk.complaints).toEqual([]);
  });
});
