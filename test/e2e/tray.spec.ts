import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PANEL_PATIENCE_MS } from '../../electron/window/desk-presence';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import type { Settings } from '../../src/shared/domain/settings/settings';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { pageProcesses } from './app-processes';
import { closeWindowOf, desksOf, hurry, windowsOf } from './desk-windows';
import { eventually } from './eventually';
import { itRunsAsOrdinaryUser } from './ordinary-user';
import { runTapeout, startTapeout, stopTapeout } from './run-tapeout';

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

const obstacle = desktopObstacle();
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;

let desktop: TestDesktop;
let desk: LaunchedDesk | undefined;

async function open(args: readonly string[] = []): Promise<LaunchedDesk> {
  desk = await launchDesk({ env: desktop.env, args: ['--offline', '--locale', 'en', ...args] });
  return desk;
}

/** Of an app that has ended by itself only its folder is left. */
async function forgetEnded(): Promise<void> {
  const { userData } = desk as LaunchedDesk;
  desk = undefined;
  await removeFolder(userData);
}

const set = (page: Page, patch: Partial<Settings>): Promise<unknown> =>
  page.evaluate((wanted) => window.api.app.updateSettings(wanted as never), patch);

const windows = () => windowsOf((desk as LaunchedDesk).app);
const desks = () => desksOf((desk as LaunchedDesk).app);
const closeWindow = () => closeWindowOf((desk as LaunchedDesk).app);
/** What the app asks in a dialog of the system, answered with one of its buttons. */
const answerQuestion = (button: number) =>
  (desk as LaunchedDesk).app.evaluate(({ dialog }, response) => {
    const asked: string[] = ((globalThis as { asked?: string[] }).asked = []);
    dialog.showMessageBox = ((...args: unknown[]) => {
      const { message } = args.at(-1) as { message: string };
      asked.push(message);
      return Promise.resolve({ response, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  }, button);
const questions = () =>
  (desk as LaunchedDesk).app.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);

/** A display without a window manager minimizes nothing: what the window is told has to do. */
const watchMinimizing = () =>
  (desk as LaunchedDesk).app.evaluate(({ BrowserWindow }) => {
    const counted = globalThis as { minimized?: number };
    counted.minimized = 0;
    for (const each of BrowserWindow.getAllWindows()) {
      each.minimize = () => void (counted.minimized = (counted.minimized ?? 0) + 1);
    }
  });
/** What the app itself knows of its panel. */
const isReachable = () =>
  (desk as LaunchedDesk).page.evaluate(async () => {
    const answer = await window.api.tray.isReachable();
    return answer.ok && answer.value.isReachable;
  });
const minimized = () =>
  (desk as LaunchedDesk).app.evaluate(() => (globalThis as { minimized?: number }).minimized);

describe.skipIf(obstacle !== null)(`the tray${note}`, () => {
  beforeAll(async () => {
    desktop = await TestDesktop.open();
    await open();
    await desktop.start('tray');
  });
  afterAll(async () => {
    await closeDesk(desk);
    desk = undefined;
    await desktop.dispose();
  });

  itRunsAsOrdinaryUser(() => desk?.app.process().pid);

  it('is registered with a strict panel that comes late, with prices that say how old and how good they are', async () => {
    await eventually(() => desktop.registrations()).toBe(1);
    expect(await desktop.icon()).toMatchObject({ status: 'Active' });
    await eventually(async () => (await desktop.icon()).tooltip).toMatch(/^Tapeout: no new alerts/);
    await eventually(async () => (await desktop.menu()).join('\n')).toMatch(
      /^Open Tapeout\n---\nGOOGL {2}[\d.,]+ {2}[+−][\d.]+\u00a0% {2}\(.*simulated\)\n/,
    );
    expect(await desktop.menu()).toEqual(
      expect.arrayContaining(['Mute alerts for an hour', 'Mini ticker', 'Quit Tapeout']),
    );
  });

  it('charts an instrument that is chosen in its menu', async () => {
    const { page } = desk as LaunchedDesk;
    const entry = (await desktop.menu()).find((label) => label.startsWith('AMZN'));
    expect(await desktop.click(entry ?? '')).toBe(true);
    await eventually(() =>
      page.evaluate(async () => {
        const answer = await window.api.app.getSnapshot();
        return answer.ok ? answer.value.settings.charted : null;
      }),
    ).toBe('XNAS:AMZN');
  });

  it('asks once whether to go on, in the language of the desk, and leaves the window on no answer', async () => {
    await answerQuestion(2);
    await closeWindow();
    await eventually(questions).toEqual(['Keep Tapeout running in the tray?']);
    await eventually(desks).toMatchObject([{ isVisible: true }]);
    await set((desk as LaunchedDesk).page, { locale: 'zh-CN' });
    await answerQuestion(2);
    await closeWindow();
    await eventually(questions).toEqual(['让 Tapeout 在托盘中继续运行吗？']);
    await set((desk as LaunchedDesk).page, { locale: 'en' });
  });

  it('hides the window on yes, asks no more, and brings it back on a click', async () => {
    await answerQuestion(0);
    await closeWindow();
    await eventually(desks).toMatchObject([{ isVisible: false }]);
    await desktop.activate();
    await eventually(desks).toMatchObject([{ isVisible: true }]);
    await closeWindow();
    await eventually(desks).toMatchObject([{ isVisible: false }]);
    expect(await questions()).toHaveLength(1);
    expect(await desktop.click('Open Tapeout')).toBe(true);
    await eventually(desks).toMatchObject([{ isVisible: true }]);
  });

  it('comes back with a panel that was started anew', async () => {
    await desktop.stop('tray');
    await desktop.start('tray');
    await eventually(() => desktop.registrations()).toBe(1);
    await eventually(() => desktop.menu()).toContain('Quit Tapeout');
    await eventually(isReachable).toBe(true);
    await closeWindow();
    await eventually(desks).toMatchObject([{ isVisible: false }]);
    expect(await desktop.click('Open Tapeout')).toBe(true);
    await eventually(desks).toMatchObject([{ isVisible: true }]);
  });

  it('shows the mini ticker, which knows its prices and leads back to the desk', async () => {
    expect(await desktop.click('Mini ticker')).toBe(true);
    const { app } = desk as LaunchedDesk;
    await eventually(() => app.windows().length).toBe(2);
    const ticker = app.windows().find((page) => page.url().endsWith('/ticker.html'));
    await eventually(() => ticker?.getByRole('listitem').first().textContent()).toMatch(
      /GOOGL.*simulated.*[\d.,]+.*%/,
    );
    const facts = await app.evaluate(({ BrowserWindow }) => {
      const found = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().endsWith('/ticker.html'),
      );
      return { onTop: found?.isAlwaysOnTop(), height: found?.getBounds().height };
    });
    expect(facts).toEqual({ onTop: true, height: 22 + 5 * 26 });
    await ticker?.getByRole('button', { name: 'MSFT' }).click();
    await eventually(() =>
      (desk as LaunchedDesk).page.evaluate(async () => {
        const answer = await window.api.app.getSnapshot();
        return answer.ok ? answer.value.settings.charted : null;
      }),
    ).toBe('XNAS:MSFT');
    await ticker?.getByRole('button', { name: 'Close the ticker' }).click();
    await eventually(async () => (await windows()).length).toBe(1);
  });

  it('minimizes the window in place of hiding it where no panel shows the icon', async () => {
    await watchMinimizing();
    await desktop.stop('tray');
    await eventually(isReachable).toBe(false);
    await closeWindow();
    await eventually(minimized).toBe(1);
    await desktop.start('tray', { refuses: true });
    await eventually(() => desktop.registrations()).toBe(1);
    expect(await isReachable()).toBe(false);
    await closeWindow();
    await eventually(minimized).toBe(2);
    expect(await desks()).toMatchObject([{ isVisible: true }]);
    await desktop.stop('tray');
    await desktop.start('tray');
    await eventually(isReachable).toBe(true);
    await closeWindow();
    await eventually(desks).toMatchObject([{ isVisible: false }]);
    expect(await desktop.click('Open Tapeout')).toBe(true);
    await eventually(desks).toMatchObject([{ isVisible: true }]);
  });

  it('brings a hidden window back where its panel stays away', async () => {
    await hurry((desk as LaunchedDesk).app, PANEL_PATIENCE_MS);
    await closeWindow();
    await eventually(desks).toMatchObject([{ isVisible: false }]);
    await desktop.stop('tray');
    await eventually(desks).toMatchObject([{ isVisible: true }]);
    await desktop.start('tray');
    await eventually(isReachable).toBe(true);
  });

  it('ends the app from its menu, with nothing in the log', async () => {
    const { app, userData, complaints } = desk as LaunchedDesk;
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    expect(await desktop.click('Quit Tapeout')).toBe(true);
    expect(await ended).toBe(0);
    expect(readLogs(userData)).toBe('');
    expect(complaints).toEqual([]);
    await forgetEnded();
  });
});

describe.skipIf(obstacle !== null)(`a desk without a panel${note}`, () => {
  beforeAll(async () => {
    desktop = await TestDesktop.open();
  });
  afterAll(async () => {
    await closeDesk(desk);
    desk = undefined;
    await desktop.dispose();
  });

  it('asks nothing and ends when its window is closed', async () => {
    const { app } = await open();
    await answerQuestion(2);
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    await closeWindow();
    expect(await ended).toBe(0);
    await forgetEnded();
  });

  it('starts hidden, finds a panel that comes late, and opens from it', async () => {
    const userData = await freshFolder();
    const args = ['--user-data', userData, '--no-network', '--offline', '--locale', 'en'];
    const hidden = startTapeout([...args, '--hidden'], { env: desktop.env });
    await desktop.start('tray');
    await eventually(() => desktop.registrations()).toBe(1);
    await eventually(() => desktop.menu()).toContain('Open Tapeout');
    expect(pageProcesses(hidden.child.pid)).toEqual([]);
    expect(await desktop.click('Open Tapeout')).toBe(true);
    await eventually(() => pageProcesses(hidden.child.pid).length).toBe(1);
    expect(await desktop.click('Quit Tapeout')).toBe(true);
    expect(await hidden.ended).toMatchObject({ code: 0, stdout: '', stderr: '' });
    await removeFolder(userData);
  });

  it('shows the window of an app that started hidden where it is started again', async () => {
    const userData = await freshFolder();
    const args = ['--user-data', userData, '--no-network', '--offline', '--locale', 'en'];
    const hidden = startTapeout([...args, '--hidden'], { env: desktop.env });
    await eventually(() => existsSync(join(userData, 'user.db'))).toBe(true);
    const second = await runTapeout(args, { env: desktop.env });
    expect(second.code).toBe(0);
    await eventually(() => pageProcesses(hidden.child.pid).length).toBe(1);
    expect((await stopTapeout(hidden)).code).toBe(0);
    await removeFolder(userData);
  });
});
