import { mkdirSync } from 'node:fs';
import type { App } from 'electron';
import { toHandOver } from './hand-over';
import type { Ending } from './launch';
import type { LaunchRequest } from './launch-request';

/** Exit code of `--screenshot` where another process of this user has the user data. */
export const EXIT_USER_DATA_TAKEN = 3;

/**
 * Takes a folder of user data for a process without a window.
 *
 * @returns what lets go of it; null where another process of this user has it
 */
export function claimFolder(
  app: Pick<App, 'setPath' | 'requestSingleInstanceLock' | 'releaseSingleInstanceLock'>,
  folder: string,
): (() => void) | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  return app.requestSingleInstanceLock({}) ? () => app.releaseSingleInstanceLock() : null;
}

/**
 * Takes the user data for this process alone, before anything in it is opened. A second start leaves
 * its request to the first one and ends well; a picture cannot be left to it.
 *
 * @returns null where the user data is ours
 */
export function claimUserData(
  app: Pick<App, 'setPath' | 'requestSingleInstanceLock'>,
  request: LaunchRequest,
): Ending | null {
  if (request.userData !== null) {
    mkdirSync(request.userData, { recursive: true, mode: 0o700 });
    app.setPath('userData', request.userData);
  }
  // An empty request: the running app is not to change for a picture that it does not make.
  const message = request.screenshot === null ? toHandOver(request) : null;
  if (app.requestSingleInstanceLock(message ?? {})) return null;
  if (message) return { exitCode: 0, stdout: '', stderr: '' };
  const stderr =
    'tapeout: --screenshot needs user data that no running Tapeout uses; add --user-data DIR\n';
  return { exitCode: EXIT_USER_DATA_TAKEN, stdout: '', stderr };
}
