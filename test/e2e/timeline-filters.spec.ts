import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  removeFolder,
} from '../helpers/desk-app';
import { announcements } from '../helpers/announcement-set';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

let folder = '';
let desk: LaunchedDesk | null = null;

beforeEach(async () => {
  folder = await freshFolder();
});
afterEach(async () => {
  await quit();
  await removeFolder(folder);
});

async function start(): Promise<Page> {
  desk = await launchDesk({
    userData: join(folder, 'user-data'),
    clock: TODAY,
    args: ['--locale', 'en', '--offline', '--symbol', 'GOOGL'],
    size: { width: 1440, height: 900 },
  });
  return desk.page;
}

async function quit(): Promise<void> {
  const running = desk;
  desk = null;
  if (running) await quitDesk(running);
}

const timelineOf = (page: Page) => page.getByRole('region', { name: 'Timeline' });

/** `68 of 290` in the head of the list. */
const shownCount = async (page: Page): Promise<number> => {
  const text = (await timelineOf(page).locator('.pane-header').textContent()) ?? '';
  return Number(/Timeline\s*(\d+)/.exec(text)?.[1]);
};

const madeByTsmc = announcements.filter(({ foundry }) => foundry?.includes('TSMC')).length;

describe('the filters of the timeline', () => {
  it('count, filter, mark the chart in step, and are recalled by name after a restart', async () => {
    const page = await start();
    const timeline = timelineOf(page);
    await eventually(() => shownCount(page)).toBe(announcements.length);
    await timeline.getByRole('button', { name: 'Filters', exact: true }).click();
    const foundry = timeline.getByRole('group', { name: 'Foundry' });
    await foundry.getByRole('checkbox', { name: `TSMC ${madeByTsmc}` }).check({ force: true });
    await eventually(() => shownCount(page)).toBe(madeByTsmc);
    await page.getByRole('button', { name: /hidden by filter/ }).waitFor();

    await timeline.getByRole('button', { name: 'Saved filters' }).click();
    await timeline.getByRole('button', { name: /^Save the filter/ }).click();
    await timeline.getByRole('textbox', { name: 'Name of the filter' }).fill('Made by TSMC');
    await page.keyboard.press('Enter');
    await timeline.getByRole('button', { name: 'Use the filter “Made by TSMC”' }).waitFor();
    await page.getByRole('button', { name: /hidden by filter/ }).click();
    await eventually(() => shownCount(page)).toBe(announcements.length);
    expect(await page.getByRole('button', { name: /hidden by filter/ }).count()).toBe(0);
    await quit();

    const again = await start();
    await eventually(() => shownCount(again)).toBe(announcements.length);
    await again.keyboard.press('Control+k');
    await again.getByRole('combobox').fill('made by');
    await again.getByRole('option', { name: 'Made by TSMC' }).click();
    await eventually(() => shownCount(again)).toBe(madeByTsmc);
    await timelineOf(again).getByRole('button', { name: 'Remove Foundry: TSMC' }).waitFor();
  });

  it('find a company by the initials of its Chinese name', async () => {
    const page = await start();
    await eventually(() => shownCount(page)).toBe(announcements.length);
    await timelineOf(page).getByRole('searchbox').fill('zp');
    const heads = timelineOf(page).locator('[data-announcement] .company');
    await eventually(async () => (await heads.allTextContents()).join()).toContain('Zhipu');
  });

  it('let the list follow the dates of the chart', async () => {
    const page = await start();
    await eventually(() => shownCount(page)).toBe(announcements.length);
    await timelineOf(page).getByText('In view', { exact: true }).click();
    await eventually(() => shownCount(page)).toBeLessThan(60);
    const few = await shownCount(page);
    await page.getByRole('application').focus();
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('-');
    await eventually(() => shownCount(page)).toBeGreaterThan(few);
  });
});
