import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintContent, readStamp } from './fingerprint.mjs';
import { projectDir } from './project.mjs';
import { lastLines, runNpm } from './run-command.mjs';
import { runStep } from './run-step.mjs';
import { UserError } from './user-error.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 */

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | null}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Whether what npm says it installed is what the lock file asks for. It is
 * after a plain "npm install", which leaves no stamp of ours.
 * @param {Record<string, LockedPackage>} locked of package-lock.json
 * @param {Record<string, LockedPackage>} installed of node_modules/.package-lock.json
 */
export function isInstalled(locked, installed) {
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * Installs the packages when they are missing, or when package-lock.json is not
 * the one they were installed from.
 * @param {string} [root]
 */
export async function installPackages(root = projectDir) {
  const lockPath = join(root, 'package-lock.json');
  const stampPath = join(root, 'node_modules', '.tapeout-packages');
  const wanted = fingerprintContent(lockPath);
  if (readStamp(stampPath) === wanted) return;
  const locked = readLock(lockPath);
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!locked || !installed || !isInstalled(locked, installed)) {
    await runStep('Installing the packages (npm ci)', () => runNpmCi(root));
  }
  writeFileSync(stampPath, `${wanted}\n`);
}

/**
 * @param {string} output npm's
 * @returns {string} what went wrong, without npm's list of its own options
 */
export function npmComplaint(output) {
  const [complaint = ''] = output.split(/^npm error (?:Clean install a project|Usage:)/m);
  const telling = complaint
    .split('\n')
    .filter((line) => !/^npm (?:warn|notice)|^npm error$/.test(line));
  return lastLines(telling.join('\n'));
}

/** @param {string} root */
async function runNpmCi(root) {
  // Everything we start needs the development packages, whatever NODE_ENV says.
  const { code, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
  });
  if (code === 0) return;
  const isLockStale = output.includes('code EUSAGE');
  throw new UserError({
    happened: `The packages could not be installed; npm said:\n${npmComplaint(output)}`,
    kept: 'Your sources and your data were not touched.',
    todo: isLockStale
      ? 'Run "npm install" to bring package-lock.json up to date, and the same command again.'
      : 'Check the connection to the package registry and run the same command again.',
  });
}
