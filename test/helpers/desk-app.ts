import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { appUser, giveToAppUser } from './app-user';

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
  /** True where price sources are to be asked; else no test depends on what the network says. */
  readonly network?: boolean;
  /** Variables of the environment besides, for example those of a test's own desktop. */
  readonly env?: Readonly<Record<string, string>>;
  /** Window content size in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** What a user would not wait for; a step that works never takes so long. */
const LONGEST_STEP_MS = 15_000;
/** The app ends by itself within three seconds for each step of its shutdown. */
const LONGEST_END_MS = 20_000;

/**
 * Playwright's own part inside the app: it holds back `ready` until the driver is connected. Given an
 * executable it is left out, and now and then a window appears while the driver looks the other way.
 */
const LOADER = 'node_modules/playwright-core/lib/server/electron/loader.js';

/** An empty folder of whoever runs the app. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tapeout-test-'));
  giveToAppUser(folder);
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Starts the built app in a real window and waits until the desk stands. */
export async function launchDesk(launch: DeskLaunch = {}): Promise<LaunchedDesk> {
  const { executable, switches, project, obstacle, env } = appUser();
  const userData = launch.userData ?? (await freshFolder());
  const app = await _electron.launch({
    executablePath: executable,
    // Playwright switches the sandbox off where it is not asked for.
    chromiumSandbox: obstacle === null,
    args: [
      ...switches,
      ...['-r', join(project, LOADER), project],
      ...['--user-data', userData],
      ...(launch.network ? [] : ['--no-network']),
      ...(launch.args ?? []),
    ],
    env: {
      ...(process.env as Record<string, string>),
      ...env,
      ...(launch.clock && { TAPEOUT_CLOCK: launch.clock }),
      ...launch.env,
    },
    timeout: 60_000,
  });
  const complaints = listenForComplaints(app);
  const page = await app.firstWindow();
  page.setDefaultTimeout(LONGEST_STEP_MS);
  if (launch.size) await resizeWindow(app, launch.size);
  await page.getByRole('contentinfo').waitFor();
  return { app, page, userData, complaints };
}

function listenForComplaints(app: ElectronApplication): readonly string[] {
  const complaints: string[] = [];
  app.context().on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  app.context().on('weberror', (error) => complaints.push(String(error.error())));
  return complaints;
}

/** Ends the app as a user does; its folder stays. Kills it where it does not end. */
export async function quitDesk({ app }: Pick<LaunchedDesk, 'app'>): Promise<void> {
  const { pid } = app.process();
  const patience = setTimeout(
    () => pid !== undefined && process.kill(pid, 'SIGKILL'),
    LONGEST_END_MS,
  );
  try {
    await app.close();
  } finally {
    clearTimeout(patience);
  }
}

/** Ends the app and removes its folder. */
export async function closeDesk(desk: LaunchedDesk | undefined): Promise<void> {
  if (!desk) return;
  await quitDesk(desk);
  await removeFolder(desk.userData);
}

/** What the app wrote to its log; it writes only about what went wrong. */
export function readLogs(userData: string): string {
  const folder = join(userData, 'logs');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
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
