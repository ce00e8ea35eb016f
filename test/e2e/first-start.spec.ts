import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { chartOf, chartPane } from './chart-pane';
import { eventually } from './eventually';
import { TODAY, writeMadeUpDesk } from './made-up-desk';

let folder = '';
let userData = '';
let desk: LaunchedDesk | null = null;

beforeEach(async () => {
  folder = await freshFolder();
  userData = join(folder, 'user-data');
});
afterEach(async () => {
  await quit();
  await removeFolder(folder);
});

async function quit(): Promise<void> {
  const running = desk;
  desk = null;
  if (running) await quitDesk(running);
}

async function start(...args: string[]): Promise<Page> {
  await quit();
  desk = await launchDesk({ userData, clock: TODAY, args: ['--locale', 'en', ...args] });
  return desk.page;
}

const banner = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: 'Every price on this desk is simulated' });
const row = (page: Page, code: string): Locator =>
  page.getByRole('row', { name: new RegExp(`^${code}\\b`) });

/** Nobody may take what is shown for a market. */
async function expectSimulated(page: Page): Promise<void> {
  await banner(page).waitFor();
  await chartPane(page).getByText('SIMULATED', { exact: true }).waitFor();
  await eventually(() => row(page, 'NVDA').textContent()).toMatch(/SIM.*\d/s);
  const priced = page.getByRole('row', { name: /[+−]\d+\.\d\d/ });
  const marked = page.getByRole('row', { name: / SIM\b/ });
  expect(await marked.count()).toBe(await priced.count());
  expect(await page.getByRole('contentinfo').textContent()).toContain('Simulated prices: all');
}

async function expectNothingSimulated(page: Page): Promise<void> {
  await eventually(() => page.getByRole('contentinfo').textContent()).toContain(
    'Simulated prices: none',
  );
  await eventually(() => banner(page).count()).toBe(0);
  await eventually(() => page.getByText('SIMULATED', { exact: true }).count()).toBe(0);
  await eventually(() => page.getByRole('row', { name: /\bSIM\b/ }).count()).toBe(0);
}

describe('a first start with nothing stored', () => {
  it('runs the simulated market by itself, marked everywhere, and offers a folder', async () => {
    const page = await start();
    await expectSimulated(page);
    const text = await banner(page).textContent();
    expect(text).toContain('No market data is stored yet');
    await banner(page).getByRole('button', { name: 'Use a folder of CSV files' }).waitFor();
    // Nothing real to go back to.
    expect(await banner(page).getByRole('button', { name: 'Show real prices again' }).count()).toBe(
      0,
    );
    expect(readLogs(userData)).toBe('');
  });

  it('does the same at the second start, as long as no real bar was ever stored', async () => {
    await expectSimulated(await start());
    await expectSimulated(await start());
  });
});

describe('once real bars were stored', () => {
  beforeEach(async () => {
    const bars = await writeMadeUpDesk(folder);
    const page = await start('--bars-folder', bars, '--symbol', 'XNAS:GOOGL');
    await chartOf(page, 'Alphabet', 1000).waitFor();
    await expectNothingSimulated(page);
  });

  it('the last real values are shown with their dates, and nothing is simulated', async () => {
    const page = await start();
    await chartOf(page, 'Alphabet', 1000).waitFor();
    await eventually(() => row(page, 'GOOGL').textContent()).toMatch(
      /stale.*USD.*1,099\.00.*31 Oct 17/s,
    );
    await eventually(() => chartPane(page).textContent()).toMatch(/31 Oct 2017.*stale/);
    await eventually(() => row(page, 'AMZN').textContent()).toContain('no bars');
    await expectNothingSimulated(page);
  });

  it('a cache that was thrown away brings no simulation back', async () => {
    await quit();
    const caches = readdirSync(userData).filter((name) => name.startsWith('cache.db'));
    expect(caches).toContain('cache.db');
    for (const name of caches) rmSync(join(userData, name));
    const page = await start();
    await chartPane(page).getByRole('heading', { name: 'No bars of Alphabet' }).waitFor();
    await eventually(() => row(page, 'GOOGL').textContent()).toContain('no bars');
    await expectNothingSimulated(page);
    // It is there for those who ask for it.
    await chartPane(page).getByRole('button', { name: 'Look at simulated prices' }).click();
    await expectSimulated(page);
    await banner(page).getByRole('button', { name: 'Show real prices again' }).click();
    await chartPane(page).getByRole('heading', { name: 'No bars of Alphabet' }).waitFor();
    await expectNothingSimulated(page);
  });

  it('the simulated market runs when it is asked for, and only then', async () => {
    await expectSimulated(await start('--offline'));
    const page = await start();
    await chartOf(page, 'Alphabet', 1000).waitFor();
    await expectNothingSimulated(page);
  });
});
