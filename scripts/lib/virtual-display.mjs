import { startCompanion } from './companion.mjs';
import { findCommand } from './find-command.mjs';
import { messageOf, UserError } from './user-error.mjs';

const SCREEN = '1920x1200x24';

/**
 * @typedef {object} Display
 * @property {boolean} virtual whether it is an Xvfb of ours: software drawing only
 * @property {Record<string, string>} env variables for the processes that draw on it
 * @property {() => Promise<void>} dispose
 */

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function needsVirtualDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/**
 * Gives a display: the user's, or an Xvfb that ends with dispose().
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Display>}
 */
export async function openDisplay(env = process.env) {
  if (!needsVirtualDisplay(env)) return { virtual: false, env: {}, dispose: async () => {} };
  const xvfb = findCommand('Xvfb');
  try {
    if (!xvfb) throw new Error('Xvfb is not installed');
    const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
    const { address, dispose } = await startCompanion(xvfb, args);
    return { virtual: true, env: { DISPLAY: `:${address}` }, dispose };
  } catch (error) {
    throw new UserError({
      happened: `There is no display, and a virtual one could not be started: ${messageOf(error)}.`,
      kept: 'Your sources and your data were not touched.',
      todo: 'Start from a desktop session, or install Xvfb (on Debian and Ubuntu: apt-get install xvfb).',
    });
  }
}

/**
 * @template T
 * @param {(display: Display) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withDisplay(use) {
  const display = await openDisplay();
  try {
    return await use(display);
  } finally {
    await display.dispose();
  }
}
