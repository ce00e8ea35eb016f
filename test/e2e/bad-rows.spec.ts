import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { HEADER, madeUpRows, writeBarsFolder } from './bars-folder';
import { chartOf, chartPane } from './chart-pane';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

let folder = '';
let desk: LaunchedDesk;
let page: Page;

/** Line 1 is the header; the broken rows stand on the lines that the test names. */
const BROKEN_FILE = [
  HEADER,
  '2024-01-02,100,110,90,105,105,1000',
  'yesterday,100,110,90,105,105,1000',
  '2024-01-03,100,110,90,many,105,1000',
  '2024-01-04,100,110,90,105,105,1000',
  '2024-01-05,100,90,110,100,105,1000',
  '2024-01-08,200,110,90,105,105,1000',
  '2024-01-04,100,110,90,105,105,1000',
  '2024-01-09,100,110',
  '2024-01-10,0,110,0,105,105,1000',
  '2024-01-11,100,110,90,105,105,1000',
  '',
].join('\n');

beforeAll(async () => {
  folder = await freshFolder();
  const many = Array.from({ length: 25 }, () => 'nonsense,1,1,1,1,1,1');
  const bars = await writeBarsFolder(`${folder}/bars`, {
    'GOOGL.csv': BROKEN_FILE,
    'NVDA.csv': [
      HEADER,
      ...many,
      ...madeUpRows({ from: '2024-01-01', sessions: 10, firstClose: 50 }),
      '',
    ].join('\n'),
    'MSFT.csv': 'Date,Close\n2024-01-02,100\n',
    'notes.csv': 'no prices at all\n',
  });
  const args = ['--bars-folder', bars, '--symbol', 'XNAS:GOOGL', '--locale', 'en'];
  desk = await launchDesk({ args, clock: TODAY });
  page = desk.page;
  await chartOf(page, 'Alphabet', 3).waitFor();
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

/** The lines of the Data panel, each with one blank between its words. */
async function panelLines(): Promise<string[]> {
  const lines = await page.getByRole('tabpanel').locator('li, p').allInnerTexts();
  return lines.map((line) => line.replace(/\s+/g, ' ').trim());
}

describe('a folder with broken files', () => {
  it('keeps the good rows of a file and says on the chart how many were skipped', async () => {
    await eventually(() => chartPane(page).textContent()).toContain('7 rows skipped');
    expect(await chartPane(page).textContent()).toContain('105.00');
  });

  it('names every skipped row with its line and its fault', async () => {
    await page.getByRole('tab', { name: /^Data/ }).click();
    await eventually(panelLines).toEqual(
      expect.arrayContaining([
        'line 3: the date cannot be read',
        'line 4: a price or the volume is no number',
        'line 6: the high is below the low',
        'line 7: open or close lies outside low and high',
        'line 8: the date was there before',
        'line 9: cells are missing',
        'line 10: a price is zero or negative',
      ]),
    );
    expect(await panelLines()).toContain('GOOGL.csv 3 bars 7 rows skipped');
  });

  it('names the first twenty rows of many and counts the rest', async () => {
    const lines = await panelLines();
    expect(lines).toContain('NVDA.csv 10 bars 25 rows skipped');
    expect(lines).toContain('and 5 more');
  });

  it('says of a file as a whole why nothing of it was taken', async () => {
    const text = (await panelLines()).join('\n');
    expect(text).toContain('MSFT.csv Date, Open, High, Low or Close is missing in the first line');
    expect(text).toContain('notes.csv the file name names no known instrument');
  });

  it('counts all skipped rows on the tab', async () => {
    expect(await page.getByRole('tab', { name: /^Data/ }).textContent()).toMatch(/32/);
  });

  it('says the same in Chinese', async () => {
    await page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await eventually(panelLines).toEqual(
      expect.arrayContaining([
        'GOOGL.csv 3 根K线 跳过 7 行',
        '第 3 行: 日期无法识别',
        '第 6 行: 最高价低于最低价',
        '第 8 行: 日期重复',
        '另有 5 行',
      ]),
    );
    expect(await chartPane(page).textContent()).toContain('已跳过 7 行');
    await page.getByRole('button', { name: '切换到英文' }).click();
  });

  it('is no reason for an entry in the log or on the console', () => {
    expect(readLogs(desk.userData)).toBe('');
    expect(desk.complaints).toEqual([]);
  });
});
