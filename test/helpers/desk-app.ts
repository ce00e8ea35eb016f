import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronUnderTest, PROJECT_DIR } from './electron-under-test';

export interface LaunchedDesk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** What the page wrote to its console as errors or warnings. */
  readonly complaints: readonly string[];
}

export interface DeskLaunch {
  /** Options of Tapeout's own command line. */
  readonly args?: readonly string[];
  /** Kept between launches where given; else a fresh folder. */
  readonly userData?: string;
  /** The day that the desk takes for today, an ISO instant. */
  readonly clock?: string;
  /** Window content size in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

export async function freshFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'tapeout-test-'));
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Starts the built app in a real window and waits until the desk stands. */
export async function launchDesk(launch: DeskLaunch = {}): Promise<LaunchedDesk> {
  const { executable, switches } = electronUnderTest();
  const userData = launch.userData ?? (await freshFolder());
  const app = await _electron.launch({
    executablePath: executable,
    args: [...switches, PROJECT_DIR, '--user-data', userData, ...(launch.args ?? [])],
    env: {
      ...(process.env as Record<string, string>),
      ...(launch.clock && { TAPEOUT_CLOCK: launch.clock }),
    },
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  if (launch.size) await resizeWindow(app, launch.size);
  await page.getByRole('contentinfo').waitFor();
  return { app, page, userData, complaints };
}

export async function resizeWindow(
  app: ElectronApplication,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
    [width, height] as const,
  );
}

/** Ends the app as a crash or a power cut would: no handler of it runs. */
export async function killDesk(app: ElectronApplication): Promise<void> {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the app has no process id');
  const closed = app.waitForEvent('close');
  process.kill(pid, 'SIGKILL');
  await closed;
}
