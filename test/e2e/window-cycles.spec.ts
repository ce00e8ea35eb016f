import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { chartOf } from './chart-pane';
import { eventually } from './eventually';
import { TODAY, writeMadeUpDesk } from './made-up-desk';

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

const obstacle = desktopObstacle();
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;

/** The first ones fill what is kept on purpose. */
const FIRST_CYCLES = 12;
const CYCLES = 20;
/** What a window and its page hold of main's heap is several times as much for each. */
const ALLOWED_BYTES_A_CYCLE = 25_000;
const LONGEST_TEST_MS = 120_000;

let folder = '';
let desktop: TestDesktop;
let desk: LaunchedDesk;
let page: Page;

/** What main holds on to. */
const held = () =>
  desk.app.evaluate(async ({ webContents }) => {
    const { Session } = process.getBuiltinModule('node:inspector/promises');
    const session = new Session();
    session.connect();
    for (let round = 0; round < 3; round += 1) await session.post('HeapProfiler.collectGarbage');
    session.disconnect();
    return {
      heapBytes: process.memoryUsage().heapUsed,
      pages: webContents.getAllWebContents().length,
    };
  });

/** As the app does it with a window that has been hidden for a minute. */
async function hideAndDestroy(): Promise<void> {
  const gone = page.waitForEvent('close');
  await desk.app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.close();
    if (shown?.isVisible()) throw new Error('the window was not hidden');
    shown?.destroy();
  });
  await gone;
}

async function openFromTray(): Promise<void> {
  const opened = desk.app.waitForEvent('window');
  await desktop.activate();
  page = await opened;
  await page.getByRole('contentinfo').waitFor();
}

describe.skipIf(obstacle !== null)(`a window that comes and goes${note}`, () => {
  beforeAll(async () => {
    folder = await freshFolder();
    const bars = await writeMadeUpDesk(folder);
    desktop = await TestDesktop.open();
    await desktop.start('tray');
    const args = ['--bars-folder', bars, '--symbol', 'XNAS:GOOGL', '--locale', 'en'];
    desk = await launchDesk({ args, clock: TODAY, env: desktop.env });
    page = desk.page;
  });
  afterAll(async () => {
    await closeDesk(desk);
    await desktop.dispose();
    await removeFolder(folder);
  });

  it('comes back with the charts that it had', async () => {
    await eventually(() => desktop.registrations()).toBe(1);
    await page.evaluate(() => window.api.app.updateSettings({ keepInTray: 'yes' }));
    await eventually(() =>
      page.evaluate(async () => {
        const answer = await window.api.tray.isReachable();
        return answer.ok && answer.value.isReachable;
      }),
    ).toBe(true);
    await chartOf(page, 'Alphabet', 1000).waitFor();
    await page.getByRole('row', { name: /^NVDA\b/ }).click();
    await chartOf(page, 'Nvidia', 1000).waitFor();
    await page.getByRole('button', { name: 'Charts on the desk and saved layouts' }).click();
    await page.getByRole('menuitem', { name: 'Four charts', exact: true }).click();
    await eventually(() => page.locator('.plot').count()).toBe(4);
    await hideAndDestroy();
    await openFromTray();
    await chartOf(page, 'Nvidia', 1000).first().waitFor();
    await eventually(() => page.locator('.plot').count()).toBe(4);
  });

  it(
    'leaves nothing in main, however often it goes',
    async () => {
      const cycle = async (times: number): Promise<void> => {
        for (let turn = 0; turn < times; turn += 1) {
          await hideAndDestroy();
          await openFromTray();
          await chartOf(page, 'Nvidia', 1000).first().waitFor();
        }
      };
      await cycle(FIRST_CYCLES);
      const before = await held();
      await cycle(CYCLES);
      const after = await held();
      expect(after.pages).toBe(before.pages);
      expect(after.heapBytes - before.heapBytes).toBeLessThan(CYCLES * ALLOWED_BYTES_A_CYCLE);
      expect(readLogs(desk.userData)).toBe('');
    },
    LONGEST_TEST_MS,
  );
});
