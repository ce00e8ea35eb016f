import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  launchDesk,
  type LaunchedDesk,
  removeFolder,
} from '../helpers/desk-app';
import { HEADER, writeBarsFolder } from './bars-folder';
import { chartOf } from './chart-pane';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

/** A bar in cents among bars in dollars, and then a split that is not in the prices. */
const CLOSES = [10, 10.1, 10.2, 1020, 10.1, 10.2, 10.3, 10.2, 5.1, 5.2, 5.1];

let folder = '';
let desk: LaunchedDesk;
let page: Page;

beforeAll(async () => {
  folder = await freshFolder();
  const rows = CLOSES.map((close, day) => {
    const date = `2024-01-${String(day + 2).padStart(2, '0')}`;
    return `${date},${close},${close},${close},${close},${close},1000`;
  });
  const bars = await writeBarsFolder(folder, { 'GOOGL.csv': [HEADER, ...rows].join('\n') });
  const args = ['--bars-folder', bars, '--symbol', 'XNAS:GOOGL', '--locale', 'en'];
  desk = await launchDesk({ args, clock: TODAY });
  page = desk.page;
  await chartOf(page, 'Alphabet', CLOSES.length).waitFor();
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

describe('bars in doubt', () => {
  it('are counted over the chart, from where the tab that names them is opened', async () => {
    await page.getByRole('button', { name: '2 bars in doubt' }).click();
    const panel = page.getByRole('tabpanel');
    await eventually(() => panel.textContent()).toContain('2 bars in doubt');
    const lines = await panel.getByRole('listitem').allInnerTexts();
    expect(lines.slice(0, 2)).toEqual([
      '10 Jan 2024: a jump from 10.20 to 5.10, like a split that is not in the prices',
      '5 Jan 2024: the close of 1,020.00 is as if in another unit: it stands beside 10.20',
    ]);
  });
});
