import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, type LaunchedDesk, launchDesk, quitDesk } from '../helpers/desk-app';
import { nextFrames } from './chart-pane';
import { eventually } from './eventually';

const CLOCK = '2026-05-28T15:00:00Z';
const WIDE = { width: 1600, height: 1000 };
const ARGS = ['--offline', '--locale', 'en'];

let desk: LaunchedDesk;
let page: Page;

beforeAll(async () => {
  desk = await launchDesk({ args: [...ARGS, '--symbol', 'XNAS:NVDA'], clock: CLOCK, size: WIDE });
  page = desk.page;
}, 120_000);
afterAll(() => closeDesk(desk));

const charts = (): Locator => page.getByRole('application', { name: /^Candlestick chart of/ });
const titles = (): Promise<string[]> =>
  page.locator('.plot').locator('..').locator('.title .name').allTextContents();
const heading = (): Promise<string | null> => page.getByRole('heading', { level: 1 }).textContent();
const dates = (): Promise<string[]> => page.locator('.legend .date').allTextContents();

async function choose(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Charts on the desk and saved layouts' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

async function pointAt(chart: Locator, part: number): Promise<void> {
  const box = await chart.boundingBox();
  if (!box) throw new Error('there is no such chart');
  await page.mouse.move(box.x + box.width * part, box.y + box.height / 3);
  await nextFrames(page);
}

describe('several charts', () => {
  it('stand on the desk with an instrument of the watchlist each', async () => {
    await choose('Four charts');
    await eventually(() => charts().count()).toBe(4);
    await eventually(async () => new Set(await titles()).size).toBe(4);
    expect((await titles())[0]).toBe('Nvidia');
  });

  it('make the one that is touched the one that the desk speaks of', async () => {
    const [, second] = await titles();
    await charts()
      .nth(1)
      .click({ position: { x: 200, y: 60 } });
    await eventually(heading).toMatch(new RegExp(`^${String(second)}`));
    await page.getByRole('group').getByRole('button', { name: '1 week', exact: true }).click();
    await charts()
      .nth(1)
      .and(page.getByRole('application', { name: /bars of 1 week$/ }))
      .waitFor();
    expect(await page.getByRole('application', { name: /bars of 1 week$/ }).count()).toBe(1);
  });

  it('share the crosshair as long as they are linked', async () => {
    await choose('Two charts');
    await eventually(() => charts().count()).toBe(2);
    await pointAt(charts().first(), 0.5);
    const pixels = () => charts().nth(1).screenshot();
    const linked = await pixels();
    await choose('Crosshair on all charts');
    await pointAt(charts().first(), 0.5);
    await eventually(async () => (await pixels()).equals(linked)).toBe(false);
  });

  it('show one instrument where it is linked', async () => {
    await choose('Same instrument on all charts');
    await page.getByRole('row', { name: /^AMZN/ }).click();
    await eventually(titles).toEqual(['Amazon', 'Amazon']);
    await eventually(async () => (await dates()).length).toBe(2);
  });

  it('are saved by name, and come back', async () => {
    await choose('Saved layouts …');
    await page.getByRole('textbox', { name: 'Name of the layout' }).fill('Day and week');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show the layout “Day and week”' }).waitFor();
    await page.keyboard.press('Escape');
    await choose('One chart');
    await eventually(() => charts().count()).toBe(1);
    await choose('Saved layouts …');
    await page.getByRole('button', { name: 'Show the layout “Day and week”' }).click();
    await eventually(() => charts().count()).toBe(2);
    await eventually(titles).toEqual(['Amazon', 'Amazon']);
  });

  it('stand there again after the next start', async () => {
    const { userData } = desk;
    await quitDesk(desk);
    desk = await launchDesk({ args: ARGS, clock: CLOCK, size: WIDE, userData });
    page = desk.page;
    await eventually(titles).toEqual(['Amazon', 'Amazon']);
    await page.getByRole('application', { name: /bars of 1 week$/ }).waitFor();
  });
});
