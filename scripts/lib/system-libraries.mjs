import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand } from './find-command.mjs';

/**
 * @typedef {object} SystemPart something that the operating system must bring
 * @property {string} package its name in Debian 12
 * @property {boolean} required whether Electron does not start without it
 * @property {string} [library] the shared library to look for
 * @property {string} [command] or the command
 * @property {string} [file] or the file
 */

/** @type {readonly SystemPart[]} */
const FOR_ELECTRON = [
  { package: 'libgtk-3-0', library: 'libgtk-3.so.0', required: true },
  { package: 'libnss3', library: 'libnss3.so', required: true },
  { package: 'libasound2', library: 'libasound.so.2', required: true },
  { package: 'libgbm1', library: 'libgbm.so.1', required: true },
  { package: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0', required: true },
  { package: 'libxss1', library: 'libXss.so.1', required: false },
  { package: 'libnotify4', library: 'libnotify.so.4', required: false },
  { package: 'dbus', command: 'dbus-daemon', required: false },
  { package: 'dbus-x11', command: 'dbus-launch', required: false },
];

/** @type {readonly SystemPart[]} */
const WITHOUT_DISPLAY = [
  { package: 'xvfb', command: 'Xvfb', required: true },
  // A machine without a display often has no fonts either, and its screenshots
  // are all that one sees of the app.
  {
    package: 'fonts-noto-cjk',
    file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    required: false,
  },
];

/** @type {readonly SystemPart[]} */
const FOR_TESTS = [
  { package: 'chromium', command: 'chromium', required: false },
  {
    package: 'python3-dbusmock',
    file: '/usr/lib/python3/dist-packages/dbusmock/__init__.py',
    required: false,
  },
];

/** @type {Record<string, string>} */
const DEBIAN_TRIPLETS = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/** @param {NodeJS.ProcessEnv} [env] */
function libraryFolders(env = process.env) {
  const triplet = DEBIAN_TRIPLETS[process.arch] ?? '';
  const usual = ['/usr/lib', '/lib', '/usr/lib64', '/lib64', '/usr/local/lib'];
  const named = (env['LD_LIBRARY_PATH'] ?? '').split(':').filter(Boolean);
  return [join('/usr/lib', triplet), join('/lib', triplet), ...usual, ...named];
}

/**
 * @param {SystemPart} part
 * @returns {boolean}
 */
export function isPresent({ library, command, file }) {
  if (library) return libraryFolders().some((folder) => existsSync(join(folder, library)));
  if (command) return findCommand(command) !== null;
  return file !== undefined && existsSync(file);
}

/**
 * @param {{ forTests: boolean, virtualDisplay: boolean }} use
 * @param {(part: SystemPart) => boolean} [present]
 * @returns {SystemPart[]}
 */
export function missingParts({ forTests, virtualDisplay }, present = isPresent) {
  const parts = [...FOR_ELECTRON];
  if (virtualDisplay) parts.push(...WITHOUT_DISPLAY);
  if (forTests) parts.push(...FOR_TESTS);
  return parts.filter((part) => !present(part));
}

/**
 * @param {string} osRelease the text of /etc/os-release
 * @returns {'debian' | 'ubuntu' | 'other'}
 */
export function distributionFamily(osRelease) {
  const ids = [...osRelease.matchAll(/^(?:ID|ID_LIKE)="?([^"\n]*)"?$/gm)].flatMap(
    ([, value = '']) => value.split(' '),
  );
  if (ids.includes('ubuntu')) return 'ubuntu';
  return ids.includes('debian') ? 'debian' : 'other';
}

/** @returns {'debian' | 'ubuntu' | 'other'} */
export function thisDistribution() {
  try {
    return distributionFamily(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return 'other';
  }
}
