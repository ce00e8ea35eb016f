import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AlertRule } from '../../src/shared/domain/alert/alert-rule';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { closeDesk, type LaunchedDesk, launchDesk, quitDesk } from '../helpers/desk-app';
import { chartPane, nextFrames, plotBox } from './chart-pane';
import { eventually } from './eventually';
import { itRunsAsOrdinaryUser } from './ordinary-user';

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

/** New York is open: the simulated market trades. */
const CLOCK = '2026-05-28T15:00:00Z';
const ARGS = ['--offline', '--theme', 'dark', '--locale', 'en', '--symbol', 'XNAS:NVDA'];
/** The first price of an instrument is asked for when a rule wants it. */
const PRICE_MS = 30_000;
/** A line is taken within four pixels of it. */
const LINE_STEP_PX = 4;
/** Lane and time axis below the prices. */
const LANE_PX = 60;

let desk: LaunchedDesk;
let page: Page;

async function launch(userData?: string): Promise<void> {
  desk = await launchDesk({
    ...{ args: ARGS, clock: CLOCK, size: { width: 1440, height: 900 } },
    ...(userData && { userData }),
  });
  page = desk.page;
  await page.locator('.legend .date').waitFor();
}

const rules = (): Promise<readonly AlertRule[]> =>
  page.evaluate(async () => {
    const answer = await window.api.alerts.list();
    return answer.ok ? answer.value.rules : [];
  });
const panel = (): Locator => page.getByRole('tabpanel').filter({ has: page.getByText('Rules') });
const rows = (): Locator => page.getByRole('list', { name: 'Rules' }).getByRole('listitem');
const history = (): Locator => page.getByRole('list', { name: 'History' }).getByRole('listitem');

const chart = (): Locator => chartPane(page).getByRole('application');

/** Where the cursor says that a line can be taken, in pixels from the top of the plot. */
async function lineHeights(): Promise<number[]> {
  const { top, bottom } = await plotBox(page);
  const { x } = await at(0.6, 0);
  const found: number[] = [];
  for (let y = top; y < bottom; y += LINE_STEP_PX) {
    await page.mouse.move(x, y);
    const cursor = await chart().evaluate((host) => (host as HTMLElement).style.cursor);
    if (cursor === 'ns-resize' && y < bottom - LANE_PX) found.push(y - top);
  }
  return found;
}

/** The first condition of each rule. */
const levels = async (): Promise<unknown[]> =>
  (await rules()).map(({ watch }) => watch.kind === 'market' && watch.conditions[0]);

async function writeInPalette(text: string): Promise<void> {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: 'Search' });
  await field.waitFor();
  await field.fill(text);
}

/** A point of the plot by its parts. */
async function at(x: number, y: number): Promise<{ x: number; y: number }> {
  const { left, right, top, bottom } = await plotBox(page);
  return { x: left + (right - left) * x, y: top + (bottom - top) * y };
}

beforeAll(() => launch(), 120_000);
afterAll(() => closeDesk(desk));

describe('alerts', () => {
  itRunsAsOrdinaryUser(() => desk.app.process().pid);

  it('are set by words, fire, and say why', async () => {
    await writeInPalette('NVDA > 1');
    const first = page.getByRole('option').first();
    await eventually(() => first.textContent()).toMatch(/Watch: NVDA: Price is above 1\.00/);
    await page.keyboard.press('Enter');
    const toast = page.getByText(/^NVDA: Price is above 1\.00 · [\d.,]+/);
    await toast.waitFor({ timeout: PRICE_MS });
    await page.getByRole('button', { name: 'Alerts: 1 new' }).waitFor();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await eventually(() => history().count()).toBe(1);
    const why = page.getByRole('group', { name: 'Why it fired' });
    await eventually(() => why.textContent()).toMatch(/Source\s*Simulated/i);
    const told = await why.getByRole('row').nth(1).textContent();
    expect(told).toMatch(/Price is above 1\.00.*[\d.,]{4,}.*1\.00/);
    await why.getByText('Prices around it').click();
    await eventually(() => why.locator('tr.fired').count()).toBeGreaterThanOrEqual(1);
    await eventually(() => page.getByRole('button', { name: 'Alerts', exact: true }).count()).toBe(
      1,
    );
  });

  it('are set and moved on the chart by the mouse', async () => {
    await page.getByRole('button', { name: 'Mark all as seen' }).waitFor();
    const start = await at(0.4, 0.25);
    await page.mouse.move(start.x, start.y);
    await nextFrames(page);
    await page.mouse.click(start.x, start.y, { button: 'right' });
    const item = page.getByRole('menuitem', { name: /^New alert at/ });
    const price = Number(
      /[\d,]+\.\d\d/.exec((await item.textContent()) ?? '')?.[0].replace(',', ''),
    );
    await item.click();
    const dialog = page.getByRole('dialog', { name: 'New alert' });
    await dialog.getByRole('button', { name: 'Watch', exact: true }).click();
    await eventually(levels).toContainEqual(
      expect.objectContaining({ op: 'crossing', value: price }),
    );
    const end = await at(0.4, 0.5);
    await page.mouse.move(start.x, start.y);
    await nextFrames(page);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 8 });
    await page.mouse.up();
    const moved = async (): Promise<number> => {
      const [, condition] = await levels();
      return (condition as { value: number }).value;
    };
    await eventually(moved).toBeLessThan(price);
    await page.getByText(/^Moved: NVDA: Price crosses/).waitFor();
  });

  it('stay out of a replay', async () => {
    expect(await lineHeights()).not.toEqual([]);
    await chartPane(page).getByRole('button', { name: 'Replay the past bar by bar' }).click();
    const begin = await at(0.5, 0.3);
    await page.mouse.move(begin.x, begin.y);
    await nextFrames(page);
    await page.mouse.click(begin.x, begin.y);
    const bar = page.getByRole('toolbar', { name: 'Replay' });
    await bar.getByRole('button', { name: 'One bar on' }).waitFor();
    await nextFrames(page);
    expect(await lineHeights()).toEqual([]);
    await page.mouse.click(begin.x, begin.y, { button: 'right' });
    const item = page.getByRole('menuitem', { name: /^New alert at/ });
    await eventually(() => item.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    await chart().focus();
    await page.keyboard.press('Escape');
    await eventually(() => bar.count()).toBe(0);
  });

  it('take the price of the crosshair by keys', async () => {
    await chart().focus();
    // The first bar may be under way, and its close another one a moment later.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await nextFrames(page);
    // Read before the dialog takes the focus, and the crosshair goes with it.
    const legend = await chartPane(page).locator('.legend').first().textContent();
    await page.keyboard.press('Alt+A');
    const dialog = page.getByRole('dialog', { name: 'New alert' });
    const level = await dialog.getByRole('textbox', { name: 'Level' }).inputValue();
    expect(legend?.replaceAll(',', '')).toContain(Number(level).toFixed(2));
    await page.keyboard.press('Escape');
  });

  it('are switched off, deleted and brought back', async () => {
    await page.keyboard.press('Control+Shift+A');
    await panel().getByText('Rules', { exact: true }).click();
    await eventually(() => rows().count()).toBe(2);
    const crossing = rows().filter({ hasText: 'Price crosses' });
    await crossing.getByRole('switch').click();
    await eventually(() => crossing.textContent()).toMatch(/off/);
    await crossing.getByRole('button', { name: /^Delete/ }).click();
    await eventually(() => rows().count()).toBe(1);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await eventually(() => rows().count()).toBe(2);
    await eventually(() => crossing.textContent()).toMatch(/off/);
  });

  it('are there after the next start, with what they told', async () => {
    const before = await rules();
    const { userData } = desk;
    await quitDesk(desk);
    await launch(userData);
    expect(await rules()).toEqual(before);
    await page.keyboard.press('Control+Shift+A');
    await eventually(() => rows().count()).toBe(2);
    await panel().getByText('History', { exact: true }).click();
    await eventually(() => history().count()).toBe(1);
  });

  it('leave as a file and come back as they were', async () => {
    const file = join(desk.userData, 'rules.json');
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    const more = page.getByRole('button', { name: 'More about alerts' });
    await more.click();
    await page.getByRole('menuitem', { name: /^Export rules/ }).click();
    await page.getByText('The rules were saved.').waitFor();
    const before = await rules();
    await page.evaluate(
      (ids) => window.api.alerts.remove({ ids }),
      before.map(({ id }) => id),
    );
    await eventually(rules).toEqual([]);
    await more.click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: /^Import rules/ }).click();
    await (await chooser).setFiles(file);
    await page.getByText('2 rules were imported.').waitFor();
    const back = await rules();
    const wanted = ({ watch, expiresAt, note }: AlertRule): unknown => ({ watch, expiresAt, note });
    expect(back.map(wanted)).toEqual(before.map(wanted));
  });

  it('say nothing in the console', () => {
    expect(desk.complaints).toEqual([]);
  });
});
