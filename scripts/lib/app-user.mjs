import { chmod, chown, copyFile, cp, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { makePassingFolder } from './cache-folder.mjs';
import { findCommand } from './find-command.mjs';
import { projectDir } from './project.mjs';
import { runCommand } from './run-command.mjs';

// Who runs the app in the tests: whoever runs the tests, and where that is root a
// user who may do nothing special. Root is no user of a desktop, and Electron has
// no sandbox for root.

/**
 * @typedef {object} AppUser
 * @property {number | null} uid null where the system knows no numbers of users
 * @property {string | null} obstacle why the app runs without its sandbox; null where it has it
 * @property {string[]} become what a command begins with to run as this user
 * @property {string} executable the Electron that this user can start
 * @property {string[]} switches that this Electron needs, to be placed before the app's folder
 * @property {string} project the project's folder, or what this user needs of it
 * @property {Record<string, string>} env variables for what this user runs
 */

/**
 * @typedef {object} FoundElectron as it is for whoever runs the tests
 * @property {string} executable
 * @property {readonly string[]} args
 */

/** @typedef {AppUser & { dispose: () => Promise<void> }} OpenedUser */

/** `nobody`: a user who owns nothing. */
const NOBODY = 65_534;
const NO_SANDBOX = '--no-sandbox';

/** The built app with what stays outside its bundles, and what the tests start beside it. */
export const PROJECT_PARTS = [
  'out',
  'package.json',
  'node_modules/libsql',
  'node_modules/@libsql',
  'node_modules/@neon-rs',
  'node_modules/detect-libc',
  'node_modules/playwright-core/lib/server/electron',
  'test/helpers/dbus',
];

/**
 * @param {string} path
 * @returns {boolean} whether everybody may enter it
 */
function isOpenToAll(path) {
  const parent = dirname(path);
  return (statSync(path).mode & 0o005) === 0o005 && (parent === path || isOpenToAll(parent));
}

/**
 * Why this machine has no sandbox for anybody whom we could be.
 * @param {readonly string[]} become
 * @returns {Promise<string | null>}
 */
async function sandboxObstacle(become) {
  if (process.platform !== 'linux') return 'is looked at on Linux only';
  if (become.length > 0) {
    if (!findCommand('setpriv')) return 'root needs setpriv to become an ordinary user';
    if (!isOpenToAll(tmpdir())) return `an ordinary user cannot enter ${tmpdir()}`;
  }
  const [command = '', ...args] = [...become, 'unshare', '--user', '--pid', '--net', 'true'];
  const { code } = await runCommand(command, args);
  return code === 0 ? null : 'the system refuses namespaces to an ordinary user';
}

/**
 * Lets everybody read a copied folder, whatever its maker allowed.
 * @param {string} path
 */
async function openToAll(path) {
  const stats = await lstat(path);
  if (stats.isSymbolicLink()) return;
  await chmod(path, stats.mode | (stats.isDirectory() || stats.mode & 0o100 ? 0o755 : 0o644));
  if (!stats.isDirectory()) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
}

/**
 * @param {string} folder the home of the user
 * @returns {Promise<Record<string, string>>}
 */
async function homeOf(folder) {
  await mkdir(folder, { mode: 0o700 });
  const key = process.env['XAUTHORITY'];
  if (key) {
    await copyFile(key, join(folder, '.Xauthority'));
    await chown(join(folder, '.Xauthority'), NOBODY, NOBODY);
  }
  await chown(folder, NOBODY, NOBODY);
  return {
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: join(folder, '.config'),
    XDG_CACHE_HOME: join(folder, '.cache'),
    XDG_DATA_HOME: join(folder, '.local/share'),
    ...(key && { XAUTHORITY: join(folder, '.Xauthority') }),
  };
}

/**
 * Everything that `nobody` needs, in a folder that goes with dispose().
 * @param {FoundElectron} electron
 * @param {readonly string[]} become
 * @param {string} original the project's folder
 * @returns {Promise<OpenedUser>}
 */
async function openNobody({ executable, args }, become, original) {
  const folder = await makePassingFolder(tmpdir(), 'tapeout-nobody');
  const electron = join(folder, 'electron');
  await cp(dirname(executable), electron, { recursive: true });
  const project = join(folder, 'project');
  for (const part of PROJECT_PARTS) {
    await cp(join(original, part), join(project, part), { recursive: true });
  }
  await openToAll(folder);
  // Playwright starts a program, not a command with words before it.
  const start = join(folder, 'start-electron');
  const words = [...become, join(electron, basename(executable))].map((word) => `'${word}'`);
  await writeFile(start, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  return {
    uid: NOBODY,
    obstacle: null,
    become: [...become],
    executable: start,
    switches: args.filter((name) => name !== NO_SANDBOX),
    project,
    env: await homeOf(join(folder, 'home')),
    dispose: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/**
 * @param {FoundElectron} electron
 * @param {string} [project] its folder
 * @returns {Promise<OpenedUser>}
 */
export async function openAppUser(electron, project = projectDir) {
  const isRoot = process.getuid?.() === 0;
  const become = isRoot
    ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--pdeathsig=keep']
    : [];
  const obstacle = await sandboxObstacle(become);
  if (isRoot && obstacle === null) return await openNobody(electron, become, project);
  return {
    uid: process.getuid?.() ?? null,
    obstacle,
    become: [],
    executable: electron.executable,
    switches: [...electron.args],
    project,
    env: {},
    dispose: async () => {},
  };
}
