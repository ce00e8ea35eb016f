import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  removeFolder,
} from '../helpers/desk-app';
import { decodePng } from '../helpers/png-image';
import { csv, madeUpRows, weekdays, writeBarsFolder } from './bars-folder';
import { chartOf, chartPane, findSession, nextFrames, plotBox } from './chart-pane';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

const SIZE = { width: 1440, height: 900 };
const SESSIONS = 1000;
/** The first session of the replay, before the first TPU announcement of 18 May 2016. */
const START = '2016-05-13';
const TPU = 'Google reveals the Tensor Processing Unit at I/O 2016';
const DATES = weekdays('2014-01-01', SESSIONS);

let folder = '';
let desk: LaunchedDesk;
let page: Page;

/** A desk of one made-up file with so many of its sessions. */
async function launch(sessions: number): Promise<LaunchedDesk> {
  const rows = madeUpRows({ from: '2014-01-01', sessions: SESSIONS, firstClose: 100 });
  const bars = await writeBarsFolder(join(folder, `bars-${sessions}`), {
    'GOOGL.csv': csv(rows.slice(0, sessions)),
  });
  const args = ['--bars-folder', bars, '--symbol', 'XNAS:GOOGL', '--locale', 'en'];
  const launched = await launchDesk({
    args: [...args, '--theme', 'dark', '--range', '2016-03-01..2016-08-01'],
    clock: TODAY,
    size: SIZE,
  });
  await chartOf(launched.page, 'Alphabet', sessions).waitFor();
  return launched;
}

beforeAll(async () => {
  folder = await freshFolder();
  desk = await launch(SESSIONS);
  page = desk.page;
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

const sessionsUntil = (date: string): number => DATES.indexOf(date) + 1;
const bar = (on: Page = page): Locator => on.getByRole('toolbar', { name: 'Replay' });
const press = (name: string, on: Page = page): Promise<void> =>
  bar(on).getByRole('button', { name }).click();
const moment = (): Promise<string | null> => bar().locator('.moment').textContent();
const label = (): Promise<string | null> =>
  page.getByRole('application').getAttribute('aria-label');
const startReplay = (on: Page): Promise<void> =>
  chartPane(on).getByRole('button', { name: 'Replay the past bar by bar' }).click();
async function goToDate(date: string, on: Page): Promise<void> {
  await bar(on).getByLabel('Date that is known last').fill(date);
  await chartOf(on, 'Alphabet', sessionsUntil(date)).waitFor();
  await on.mouse.move(5, 5);
  await nextFrames(on);
}

describe('a replay', () => {
  it('begins with the bar that is clicked', async () => {
    const x = await findSession(page, START);
    await startReplay(page);
    await bar().getByText('Click the bar to begin with').waitFor();
    const { top } = await plotBox(page);
    await page.mouse.move(x, top + 40);
    await nextFrames(page);
    await page.mouse.click(x, top + 40);
    await chartOf(page, 'Alphabet', sessionsUntil(START)).waitFor();
    expect(await moment()).toBe('13 May 2016, 16:00');
  });

  it('shows no price of now, and no announcement of later', async () => {
    const close = 100 + sessionsUntil(START) - 1;
    await page.mouse.move(5, 5);
    await eventually(() => chartPane(page).locator('.last .number').textContent()).toBe(
      `${close}.00`,
    );
    await eventually(() => chartPane(page).locator('.legend .date').textContent()).toBe(
      '13 May 2016',
    );
    expect(await page.getByRole('article', { name: TPU }).count()).toBe(0);
    const row = page.getByRole('row', { name: /^GOOGL\b/ });
    expect(await row.textContent()).toContain('—');
    await page.getByText('REPLAY · as of 13 May 2016').waitFor();
  });

  it('goes on and back, one bar at a time', async () => {
    await press('One bar on');
    await eventually(label).toContain(`${sessionsUntil('2016-05-16')} sessions`);
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(moment).toBe('17 May 2016, 16:00');
    await page.keyboard.press('Shift+ArrowLeft');
    await eventually(moment).toBe('16 May 2016, 16:00');
  });

  it('plays until it is told to pause, and shows announcements once they are public', async () => {
    await bar().getByRole('button', { name: '10 bars a second' }).click();
    await press('Play');
    await page.getByRole('article', { name: TPU }).waitFor();
    await press('Pause');
    const paused = await moment();
    await nextFrames(page);
    expect(await moment()).toBe(paused);
  });

  it('ends with Escape, and everything is there again', async () => {
    await chartPane(page).getByRole('application').focus();
    await page.keyboard.press('Escape');
    await chartOf(page, 'Alphabet', SESSIONS).waitFor();
    expect(await bar().count()).toBe(0);
    expect(desk.complaints).toEqual([]);
  });
});

describe('a replayed chart', () => {
  it('is to the pixel that of a source which ends there', async () => {
    const date = '2016-06-10';
    const cut = await launch(sessionsUntil(date));
    try {
      const seen = [];
      for (const each of [page, cut.page]) {
        await startReplay(each);
        await goToDate(date, each);
        // The same view on both, whatever was looked at before.
        await each.getByRole('application').focus();
        await each.keyboard.press('0');
        await bar(each).getByRole('button', { name: '10 bars a second' }).click();
        await each.mouse.move(5, 5);
        await nextFrames(each);
        const pane = chartPane(each);
        const picture = await pane.locator('.chart').screenshot();
        const { pixels, width, height } = decodePng(picture);
        const timeline = await each.getByRole('article').allTextContents();
        seen.push({ width, height, text: await pane.textContent(), timeline, pixels });
      }
      const [whole, ended] = seen as [(typeof seen)[0], (typeof seen)[0]];
      expect({ ...whole, pixels: null }).toEqual({ ...ended, pixels: null });
      expect(Buffer.compare(whole.pixels, ended.pixels)).toBe(0);
    } finally {
      await closeDesk(cut);
    }
  });
});
