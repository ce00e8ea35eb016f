import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createStderrFilter } from '../../scripts/lib/stderr-filter.mjs';
import { appUser } from '../helpers/app-user';
import { electronUnderTest } from '../helpers/electron-under-test';

export interface TapeoutRun {
  /** Variables of the environment; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Another program than Electron with the project's folder, for example a packaged app. */
  readonly executable?: string;
}

export interface EndedRun {
  readonly code: number | null;
  readonly stdout: string;
  /** Without what Chromium says on machines without a message bus or a GPU. */
  readonly stderr: string;
}

export interface RunningTapeout {
  readonly child: ChildProcess;
  readonly ended: Promise<EndedRun>;
}

/** A run that takes longer hangs. */
const LONGEST_RUN_MS = 90_000;

/** Starts the built app as a user does, without any test driver in it. */
export function startTapeout(args: readonly string[], run: TapeoutRun = {}): RunningTapeout {
  const user = appUser();
  const [command, ...before] = run.executable
    ? [run.executable, ...electronUnderTest().switches]
    : [user.executable, ...user.switches, user.project];
  const child = spawn(command, [...before, ...args], {
    env: { ...process.env, ...(run.executable ? {} : user.env), ...run.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, ended: collect(child) };
}

/** Runs the built app to its end. */
export function runTapeout(args: readonly string[], run: TapeoutRun = {}): Promise<EndedRun> {
  return startTapeout(args, run).ended;
}

async function collect(child: ChildProcess): Promise<EndedRun> {
  const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MS);
  let stdout = '';
  let stderr = '';
  const filter = createStderrFilter((text: string) => (stderr += text));
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => filter.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(limit);
  filter.end();
  return { code, stdout, stderr };
}

/** Asks a running app to end, and waits until it has. */
export async function stopTapeout({ child, ended }: RunningTapeout): Promise<EndedRun> {
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  const result = await ended;
  clearTimeout(patience);
  return result;
}
