import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { csv, madeUpRows, writeBarsFolder } from './bars-folder';
import { chartOf, chartPane } from './chart-pane';
import { TODAY } from './made-up-desk';

let folder = '';
let desk: LaunchedDesk;

/** Bars are stored in one run; the next one has neither the folder nor a network. */
beforeAll(async () => {
  folder = await freshFolder();
  const bars = await writeBarsFolder(join(folder, 'bars'), {
    'NVDA.csv': csv(madeUpRows({ from: '2024-01-01', sessions: 30, firstClose: 50 })),
  });
  const userData = join(folder, 'data');
  const first = await launchDesk({
    ...{ userData, clock: TODAY },
    args: ['--bars-folder', bars, '--symbol', 'XNAS:NVDA', '--locale', 'en'],
  });
  await chartOf(first.page, 'NVIDIA', 30).waitFor();
  await quitDesk(first);
  await removeFolder(bars);
  const args = ['--symbol', 'XNAS:NVDA', '--locale', 'en'];
  desk = await launchDesk({ userData, clock: TODAY, args });
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

describe('a start without a network', () => {
  it('shows the stored bars, with the date of the last one and nothing made up', async () => {
    await chartOf(desk.page, 'NVIDIA', 30).waitFor();
    const text = (await chartPane(desk.page).textContent()) ?? '';
    expect(text).toContain('79.00');
    expect(text).toMatch(/9 Feb 2024/);
    expect(await desk.page.getByText('Simulated market').count()).toBe(0);
  });

  it('is no reason for an entry in the log or on the console', () => {
    expect(readLogs(desk.userData)).toBe('');
    expect(desk.complaints).toEqual([]);
  });
});
