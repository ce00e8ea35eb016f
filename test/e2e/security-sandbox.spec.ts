import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, removeFolder } from '../helpers/desk-app';
import { type AppProcess, pageProcesses } from './app-processes';
import { eventually } from './eventually';
import { hasNoOrdinaryUser, itRunsAsOrdinaryUser, ordinaryUserNote } from './ordinary-user';
import { type RunningTapeout, startTapeout, stopTapeout } from './run-tapeout';

let folder = '';
let running: RunningTapeout;

const page = (): AppProcess | undefined => pageProcesses(running.child.pid)[0];

describe.skipIf(hasNoOrdinaryUser)(`the sandbox${ordinaryUserNote}`, () => {
  beforeAll(async () => {
    folder = await freshFolder();
    running = startTapeout(['--offline', '--user-data', join(folder, 'user-data')]);
  });
  afterAll(async () => {
    await stopTapeout(running);
    await removeFolder(folder);
  });

  itRunsAsOrdinaryUser(() => running.child.pid);

  it('filters the system calls of the page’s process', async () => {
    await eventually(() => page()?.seccomp).toBe(2);
  });

  it('keeps the page’s process in a namespace of its own', () => {
    expect(page()?.namespaces).toBeGreaterThanOrEqual(2);
  });

  it('gives the page’s process no privilege at all', () => {
    expect(page()).toMatchObject({ hasPrivileges: false, canGainPrivileges: false });
  });
});
