import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, type LaunchedDesk, launchDesk, quitDesk } from '../helpers/desk-app';
import { nextFrames, plotBox } from './chart-pane';
import { eventually } from './eventually';

const CLOCK = '2026-05-28T15:00:00Z';
const ARGS = ['--offline', '--theme', 'light', '--locale', 'en', '--symbol', 'XNAS:GOOGL'];

let desk: LaunchedDesk;
let page: Page;

const chart = (): Locator => page.getByRole('application', { name: /^Candlestick chart of/ });
const pinned = (): Locator =>
  page.getByRole('region', { name: /^(Announcement|\d+ announcements)$/ });
const selectedBar = (name: string): Locator =>
  page.getByRole('toolbar', { name: `Selected: ${name}` });

async function launch(userData?: string): Promise<void> {
  desk = await launchDesk({ args: ARGS, clock: CLOCK, ...(userData && { userData }) });
  page = desk.page;
  await chart().waitFor();
  // Nothing can be drawn on a chart that has not been drawn itself.
  await page.locator('.legend .date').waitFor();
}

/** A point of the plot by its parts. */
async function at(x: number, y: number): Promise<{ x: number; y: number }> {
  const { left, right, top, bottom } = await plotBox(page);
  return { x: left + (right - left) * x, y: top + (bottom - top) * y };
}

/** How much is drawn on the plot in the violet of the light theme. */
function violetPixels(): Promise<number> {
  return chart().evaluate((host) => {
    const canvas = host.querySelector('canvas') as HTMLCanvasElement;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
      const isNear = [red - 0x6f, green - 0x52, blue - 0xd9].every((by) => Math.abs(by) < 12);
      if (isNear) count += 1;
    }
    return count;
  });
}

beforeAll(() => launch(), 120_000);
afterAll(() => closeDesk(desk));

describe('drawings', () => {
  it('are made by mouse and by keys', async () => {
    const tool = page.getByRole('button', { name: /^Trend line/ });
    await tool.click();
    await eventually(() => tool.getAttribute('aria-pressed')).toBe('true');
    const [from, to] = [await at(0.3, 0.6), await at(0.6, 0.2)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
    await selectedBar('Trend line').waitFor();
    await page.getByRole('button', { name: 'Violet' }).click();
    await chart().focus();
    await page.keyboard.press('Alt+N');
    await page.keyboard.press('Enter');
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Text of the note' }).fill('Taped out here');
    await page.keyboard.press('Enter');
    await selectedBar('Note').waitFor();
  });

  it('are both there after the next start, where they were', async () => {
    const { userData } = desk;
    await quitDesk(desk);
    await launch(userData);
    await eventually(() =>
      page.getByRole('button', { name: 'Remove all drawings' }).isEnabled(),
    ).toBe(true);
    const middle = await at(0.45, 0.4);
    await page.mouse.click(middle.x, middle.y);
    await selectedBar('Trend line').waitFor();
    await eventually(() =>
      page.getByRole('button', { name: 'Violet' }).getAttribute('aria-pressed'),
    ).toBe('true');
    await page.getByRole('button', { name: 'Remove all drawings' }).click();
    await page.getByText('2 drawings removed').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(() =>
      page.getByRole('button', { name: 'Remove all drawings' }).isEnabled(),
    ).toBe(true);
  });

  it('stand on the sessions of another interval', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('group').getByRole('button', { name: '1 week', exact: true }).click();
    await page.getByRole('application', { name: /bars of 1 week$/ }).waitFor();
    await eventually(violetPixels).toBeGreaterThan(30);
    await page.getByRole('button', { name: 'Remove all drawings' }).click();
    await eventually(violetPixels).toBe(0);
    await page.getByRole('group').getByRole('button', { name: '1 day', exact: true }).click();
    await page.getByRole('application', { name: /sessions$/ }).waitFor();
  });
});

describe('announcements on the chart', () => {
  it('are travelled by keys, and pinned with Enter', async () => {
    await chart().focus();
    await page.keyboard.press('Alt+ArrowLeft');
    const spoken = page.getByText(/^Announcement \d+ of \d+,/);
    const first = await spoken.textContent();
    await page.keyboard.press('[');
    await eventually(() => spoken.textContent()).not.toBe(first);
    await page.keyboard.press('Enter');
    await pinned().waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await eventually(() => spoken.textContent()).toBe(first);
    await pinned().waitFor();
  });

  it('have an event window, which is remembered', async () => {
    const { left, top, right, bottom } = await plotBox(page);
    const clip = { x: left, y: top, width: right - left, height: bottom - top };
    await nextFrames(page);
    const plain = await page.screenshot({ clip });
    await page.keyboard.press('Alt+E');
    const shade = (): Locator => page.getByRole('button', { name: 'Event window (Alt+E)' }).first();
    await eventually(() => shade().getAttribute('aria-pressed')).toBe('true');
    await nextFrames(page);
    expect((await page.screenshot({ clip })).equals(plain)).toBe(false);
    await shade().click();
    await page.getByLabel('To session').fill('20');
    await page.keyboard.press('Tab');
    await page.getByText(/^Session 0 is \d/).waitFor();
    await page.keyboard.press('Escape');
    const { userData } = desk;
    await quitDesk(desk);
    await launch(userData);
    await eventually(() => shade().getAttribute('aria-pressed')).toBe('true');
    await shade().click();
    expect(await page.getByLabel('To session').inputValue()).toBe('20');
  });
});
