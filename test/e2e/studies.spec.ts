import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, type LaunchedDesk, launchDesk, quitDesk } from '../helpers/desk-app';
import { nextFrames, plotBox } from './chart-pane';
import { eventually } from './eventually';

const CLOCK = '2026-05-28T15:00:00Z';
const WIDE = { width: 1600, height: 1000 };
const ARGS = ['--offline', '--symbol', 'XNAS:NVDA'];

let desk: LaunchedDesk;
let page: Page;
/** Where the name of the pane stands that was made higher. */
let raisedTo = 0;

const start = async (locale: string, userData?: string): Promise<void> => {
  const args = [...ARGS, '--locale', locale];
  desk = await launchDesk({ args, clock: CLOCK, size: WIDE, ...(userData ? { userData } : {}) });
  page = desk.page;
};

beforeAll(() => start('en'), 120_000);
afterAll(() => closeDesk(desk));

const line = (title: string): Locator => page.getByRole('group', { name: title, exact: true });
const valuesOf = async (title: string): Promise<number[]> => {
  const texts = await line(title).locator('.value').allTextContents();
  return texts.map((text) => Number(text.replace(/[^\d.]/gu, '')));
};

async function add(name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('searchbox').fill(name);
  await page.keyboard.press('Enter');
}

describe('indicators on the chart', () => {
  it('are found by an English or a Chinese name, and stand on the chart at once', async () => {
    await page.getByRole('button', { name: 'Indicators on the charts' }).click();
    await add('rsi');
    await page.getByRole('dialog').getByRole('button', { name: 'Settings of RSI 14' }).waitFor();
    await add('布林');
    await page.getByRole('dialog').getByRole('button', { name: 'Settings of BB 20 2' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => line('RSI 14').count()).toBe(1);
    await eventually(async () => (await valuesOf('BB 20 2')).length).toBe(3);
  });

  it('say their values of the bar under the pointer', async () => {
    const { left, right, top } = await plotBox(page);
    await page.mouse.move((left + right) / 2, top + 80);
    await nextFrames(page);
    const [rsi] = await valuesOf('RSI 14');
    expect(rsi).toBeGreaterThan(0);
    expect(rsi).toBeLessThan(100);
    const [middle = NaN, upper = NaN, lower = NaN] = await valuesOf('BB 20 2');
    expect(lower).toBeLessThan(middle);
    expect(middle).toBeLessThan(upper);
    await page.mouse.move(right - 5, top + 80);
    await eventually(async () => (await valuesOf('RSI 14'))[0]).not.toBe(rsi);
  });

  it('say why they show nothing', async () => {
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('Add VWAP');
    await page.keyboard.press('Enter');
    await eventually(() => line('VWAP').textContent()).toMatch(/needs bars shorter than a session/);
    await page.getByRole('group').getByRole('button', { name: '5 minutes', exact: true }).click();
    await eventually(async () => (await valuesOf('VWAP')).every((value) => value > 0)).toBe(true);
  });

  it('have a pane that can be made higher', async () => {
    const { left, right } = await plotBox(page);
    const name = await line('RSI 14').boundingBox();
    if (!name) throw new Error('RSI has no pane');
    const x = (left + right) / 2;
    await page.mouse.move(x, name.y - 3);
    await page.mouse.down();
    await page.mouse.move(x, name.y - 103, { steps: 5 });
    await page.mouse.up();
    await eventually(async () => (await line('RSI 14').boundingBox())?.y).toBeCloseTo(
      name.y - 100,
      -1,
    );
    raisedTo = (await line('RSI 14').boundingBox())?.y ?? 0;
  });

  it('stand there again after the next start, in Chinese too', async () => {
    const { userData } = desk;
    await quitDesk(desk);
    await start('zh-CN', userData);
    await eventually(async () => (await valuesOf('RSI 14')).length).toBe(1);
    await eventually(async () => (await valuesOf('BOLL 20 2')).length).toBe(3);
    await eventually(async () => (await line('RSI 14').boundingBox())?.y).toBeCloseTo(raisedTo, -1);
    await page.getByRole('button', { name: '图表指标' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '移除 RSI 14' }).click();
    await page.keyboard.press('Escape');
    await eventually(() => line('RSI 14').count()).toBe(0);
  });
});
