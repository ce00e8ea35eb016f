import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import { madeUpRows } from './bars-folder';
import { chartOf, chartPane } from './chart-pane';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

let folder = '';
let desk: LaunchedDesk;
let page: Page;

const ROWS = madeUpRows({ from: '2024-01-01', sessions: 30, firstClose: 50 });
/** The close stands under a name that says nothing, and one row is broken. */
const ODD_FILE = [
  'Date,Open,High,Low,Settlement,Adj,Volume',
  ...ROWS,
  'yesterday,1,1,1,1,1,1',
  '',
].join('\n');

beforeAll(async () => {
  folder = await freshFolder();
  await mkdir(join(folder, 'bars'));
  await writeFile(join(folder, 'bars', 'NVDA.csv'), ODD_FILE);
  const args = ['--symbol', 'XNAS:NVDA', '--locale', 'en'];
  desk = await launchDesk({ args, clock: TODAY });
  page = desk.page;
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

/** Answers the system's dialog, which no test can see, with these paths. */
async function answerDialog(...paths: readonly string[]): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);
}

async function openImport(): Promise<void> {
  await answerDialog(join(folder, 'bars', 'NVDA.csv'));
  await page.keyboard.press('ControlOrMeta+k');
  // Loaded with its first use; what is typed before would go to whatever has the focus.
  await page.getByRole('dialog').getByRole('combobox').fill('import bars from files');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Import bars' }).waitFor();
}

const importButton = () => page.getByRole('button', { name: 'Import 1 file' });

describe('an import of a file', () => {
  it('asks for the column that it cannot guess, and writes nothing when it is cancelled', async () => {
    await openImport();
    await page.getByText('Say which columns hold the date').waitFor();
    expect(await page.getByRole('button', { name: 'No file is ready yet' }).isDisabled()).toBe(
      true,
    );
    await page.getByLabel('What “Settlement” holds').selectOption('close');
    await importButton().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await chartPane(page)
      .getByText(/simulated/i)
      .first()
      .waitFor();
  });

  it('shows what will be taken, and the chart of it once it is written', async () => {
    await openImport();
    await page.getByLabel('What “Settlement” holds').selectOption('close');
    await page.getByText('30 valid').waitFor();
    await page.getByText('1 left out').waitFor();
    await page.getByText('Rows to look at').click();
    await page.getByText('the date cannot be read').waitFor();
    await importButton().click();
    await page.getByText('Bars imported from 1 file: 30. Rows left out: 1.').waitFor();
    await chartOf(page, 'NVIDIA', 30).waitFor();
  });

  it('is said where the bars are shown, and can be taken back', async () => {
    await page.getByRole('tab', { name: /^Data/ }).click();
    const panel = page.getByRole('tabpanel');
    await panel.getByText(/These bars were imported by hand/).waitFor();
    await panel.getByRole('button', { name: 'Use the network’s bars' }).click();
    await panel.getByRole('button', { name: 'Remove them' }).click();
    await eventually(async () => panel.getByText(/imported by hand/).count()).toBe(0);
  });

  it('is no reason for an entry in the log or on the console', () => {
    expect(readLogs(desk.userData)).toBe('');
    expect(desk.complaints).toEqual([]);
  });
});
