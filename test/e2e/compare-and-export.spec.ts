import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
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
import { chartPane } from './chart-pane';
import { eventually } from './eventually';

const ARGS = ['--offline', '--symbol', 'XNAS:NVDA', '--locale', 'en'];
/** After the close, so that every bar is finished. */
const CLOCK = '2026-05-28T21:00:00Z';
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

let folder = '';
let desk: LaunchedDesk;
let page: Page;

beforeAll(async () => {
  folder = await freshFolder();
  desk = await launchDesk({ args: ARGS, clock: CLOCK, size: { width: 1440, height: 900 } });
  page = desk.page;
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

const legend = (): Locator => page.getByRole('group', { name: 'Compared instruments' });

/** Answers the system's dialog, which no test can see. */
async function saveTo(name: string): Promise<string> {
  const path = join(folder, name);
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  return path;
}

const firstBytes = async (path: string): Promise<number[]> => [
  ...(await readFile(path).catch(() => Buffer.of())).subarray(0, 8),
];

describe('comparing', () => {
  it('takes one click for the index of the exchange', async () => {
    await chartPane(page).getByRole('button', { name: 'Compare with Nasdaq Composite' }).click();
    await eventually(() => legend().textContent()).toMatch(
      /Nvidia\s*USD\s*[+−]\d+\.\d\d\s%.*Nasdaq Composite\s*USD\s*[+−]\d+\.\d\d\s%/s,
    );
    await page.getByRole('button', { name: 'Bars and price axis: Candles · Percent' }).waitFor();
  });

  it('names another currency, and is remembered', async () => {
    await chartPane(page).getByRole('application').focus();
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: 'Compare Nvidia with' }).waitFor();
    await page.keyboard.type('00700');
    await page.getByRole('option', { name: /Tencent/ }).click();
    await page.keyboard.press('Escape');
    await eventually(() => legend().textContent()).toMatch(/Tencent\s*HKD\s*[+−]\d/);
    await quitDesk(desk);
    desk = await launchDesk({
      ...{ args: ARGS, clock: CLOCK, userData: desk.userData },
      size: { width: 1440, height: 900 },
    });
    page = desk.page;
    await eventually(() => legend().textContent()).toMatch(
      /Nasdaq Composite.*Tencent\s*HKD\s*[+−]\d/s,
    );
  });
});

describe('taking the chart out of the app', () => {
  it('writes a picture where the user says', async () => {
    const path = await saveTo('nvidia.png');
    await page.keyboard.press('ControlOrMeta+Shift+s');
    await eventually(() => firstBytes(path)).toEqual(PNG_SIGNATURE);
    await page.getByText('Saved.').waitFor();
  });

  it('writes the bars in view', async () => {
    const path = await saveTo('nvidia.csv');
    await page.getByRole('button', { name: 'Picture, CSV and table' }).click();
    await page.getByRole('menuitem', { name: 'Save visible bars (CSV)' }).click();
    await eventually(() => readFile(path, 'utf8').catch(() => '')).toMatch(/\r\n$/);
    const text = await readFile(path, 'utf8');
    const [head, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    expect(head?.[0]).toBe('Session (America/New_York)');
    expect(head?.at(-1)).toBe('Tencent Close (HKD)');
    expect(rows.at(-1)?.[0]).toBe('2026-05-28');
    expect(rows.every((row) => row.slice(1, 6).every((cell) => Number(cell) > 0))).toBe(true);
  });

  it('puts a picture on the clipboard', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+c');
    await page.getByText('The picture is on the clipboard.').waitFor();
  });
});

describe('the keyboard', () => {
  it('has its shortcuts behind a question mark, but not while one is written', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.type('?');
    const overlay = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(await overlay.count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await overlay.waitFor();
    await overlay.getByText('Table of the visible bars').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => overlay.count()).toBe(0);
  });

  it('reaches the bars as a table', async () => {
    await chartPane(page).getByRole('application').focus();
    await page.keyboard.press('t');
    const sheet = page.getByRole('dialog', { name: 'Table of the visible bars' });
    await sheet.getByRole('rowheader', { name: '28 May 2026' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => sheet.count()).toBe(0);
    expect(desk.complaints).toEqual([]);
  });
});
