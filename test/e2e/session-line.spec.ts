import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  removeFolder,
} from '../helpers/desk-app';
import { csv, madeUpRows, writeBarsFolder } from './bars-folder';
import { chartPane, nextFrames, plotBox } from './chart-pane';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

/** Thursday, 14:10 in Hong Kong: the afternoon is under way. */
const AFTERNOON = '2026-05-28T06:10:00Z';
const SIZE = { width: 1440, height: 900 };
const ONE = 'Line of the last session with its average price';
const FIVE = 'Line of the last five sessions with their average prices';

const line = (page: Page, name = 'Line of the last session of Zhipu'): Locator =>
  page.getByRole('application', { name });
const legend = async (page: Page): Promise<string> => {
  const text = await chartPane(page).locator('.legend').textContent();
  return (text ?? '').replace(/\s+/g, ' ');
};
const press = (page: Page, name: string): Promise<void> =>
  chartPane(page).getByRole('button', { name, exact: true }).click();

describe('the line of a session', () => {
  let desk: LaunchedDesk;
  let page: Page;

  beforeAll(async () => {
    desk = await launchDesk({
      args: ['--offline', '--symbol', 'XHKG:02513', '--locale', 'en'],
      clock: AFTERNOON,
      size: SIZE,
    });
    page = desk.page;
    await page.getByRole('application').waitFor();
  });
  afterAll(() => closeDesk(desk));

  it('is one click away, with price, average and previous close', async () => {
    await press(page, ONE);
    await line(page).waitFor();
    await page.mouse.move(5, 5);
    await eventually(() => legend(page)).toMatch(
      /^28 May 2026, 14:1\d Price [\d.]+ [+−][\d.]+ % Avg [\d.]+ Vol [\d.]+K? Prev close [\d.]+$/,
    );
  });

  it('moves with the price', async () => {
    await eventually(async () => {
      const price = await chartPane(page).locator('.last .number').textContent();
      return (await legend(page)).includes(`Price ${price} `);
    }).toBe(true);
  });

  it('has the whole session on its axis: lunch cut out, and what is to come empty', async () => {
    const { left, right, top } = await plotBox(page);
    const told = async (share: number): Promise<string | null> => {
      const [from, to] = [left + 68, right + 22];
      await page.mouse.move(from + (to - from) * share, top + 60);
      await nextFrames(page);
      return legend(page);
    };
    expect(await told(0.001)).toContain('28 May 2026, 09:30');
    // 150 of 330 minutes are before lunch.
    expect(await told(150 / 330 - 0.003)).toContain('11:59');
    expect(await told(150 / 330 + 0.003)).toContain('13:00');
    expect(await told(0.98)).toMatch(/15:5\d.*nothing traded/);
  });

  it('has five sessions beside each other', async () => {
    await press(page, FIVE);
    await line(page, 'Line of the last 5 sessions of Zhipu').waitFor();
    const { left, top } = await plotBox(page);
    await page.mouse.move(left + 69, top + 60);
    // Monday the 25th was a holiday in Hong Kong.
    await eventually(() => legend(page)).toMatch(/^21 May 2026, 09:3\d /);
    await eventually(() => legend(page)).toContain('Close before');
  });

  it('is left and entered by a key, and spoken as the crosshair goes along it', async () => {
    await press(page, ONE);
    await line(page).focus();
    await page.keyboard.press('ArrowLeft');
    const spoken = page.locator('p.visually-hidden[aria-live="polite"]');
    await eventually(async () => (await spoken.allTextContents()).join('')).toMatch(
      /^28 May 2026, 14:\d\d, Price [\d.]+, [+−][\d.]+\s%, Avg [\d.]+$/,
    );
    await page.keyboard.press('F5');
    await page.getByRole('application', { name: /^Candlestick chart of Zhipu/ }).focus();
    await page.keyboard.press('F5');
    await line(page).waitFor();
  });

  it('gives way to bars of any length', async () => {
    await press(page, '1 day');
    await page.getByRole('application', { name: /^Candlestick chart of Zhipu/ }).waitFor();
    await press(page, ONE);
    await line(page).waitFor();
    await press(page, 'Show 1M');
    await page.getByRole('application', { name: /^Candlestick chart of Zhipu/ }).waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it('is replayed minute by minute, with the rest of its session empty', async () => {
    await press(page, ONE);
    await line(page).waitFor();
    await press(page, 'Replay the past bar by bar');
    const { left, right, top } = await plotBox(page);
    // The first half of the morning.
    await page.mouse.click(left + 68 + (right - left) * 0.2, top + 60);
    const bar = page.getByRole('toolbar', { name: 'Replay' });
    const moment = bar.locator('.moment');
    await eventually(() => moment.textContent()).toMatch(/^28 May 2026, 10:\d\d$/);
    const before = await moment.textContent();
    await page.mouse.move(5, 5);
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(() => moment.textContent()).not.toBe(before);
    await eventually(() => legend(page)).toContain('28 May 2026, 10:');
    await bar.getByRole('button', { name: 'Back to now' }).click();
    await eventually(() => legend(page)).toContain('28 May 2026, 14:1');
    expect(desk.complaints).toEqual([]);
  });
});

it('stands there again after a restart', async () => {
  const userData = await freshFolder();
  const launch = {
    ...{ userData, clock: AFTERNOON, size: SIZE },
    args: ['--offline', '--locale', 'en', '--symbol', 'XHKG:02513'],
  };
  const first = await launchDesk(launch);
  await press(first.page, ONE);
  await line(first.page).waitFor();
  await quitDesk(first);
  const second = await launchDesk(launch);
  await line(second.page).waitFor();
  await eventually(() => legend(second.page)).toContain('28 May 2026, 14:1');
  expect(second.complaints).toEqual([]);
  await closeDesk(second);
});

describe('a source without minutes', () => {
  let folder = '';
  let desk: LaunchedDesk;

  beforeAll(async () => {
    folder = await freshFolder();
    const rows = madeUpRows({ from: '2026-01-05', sessions: 50, firstClose: 100 });
    const bars = await writeBarsFolder(join(folder, 'bars'), { 'GOOGL.csv': csv(rows) });
    const args = ['--bars-folder', bars, '--symbol', 'XNAS:GOOGL', '--locale', 'en'];
    desk = await launchDesk({ args, clock: TODAY, size: SIZE });
    await desk.page.getByRole('application', { name: /50 sessions/ }).waitFor();
  });
  afterAll(async () => {
    await closeDesk(desk);
    await removeFolder(folder);
  });

  it('says so, and leads back to what it has', async () => {
    const { page } = desk;
    await press(page, ONE);
    await page.getByRole('heading', { name: 'No bars of 1 minute of Alphabet' }).waitFor();
    await press(page, 'Show bars of 1 day');
    await page.getByRole('application', { name: /50 sessions/ }).waitFor();
  });
});
