import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from './user-error.mjs';

/** The folder that holds package.json. */
export const projectDir = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

const MINIMUM_NODE = [20, 19];

/** @param {string} [version] */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [minimumMajor = 0, minimumMinor = 0] = MINIMUM_NODE;
  if (major > minimumMajor || (major === minimumMajor && minor >= minimumMinor)) return;
  throw new UserError({
    happened: `Tapeout needs Node ${MINIMUM_NODE.join('.')} or newer; this is Node ${version}.`,
    kept: 'Nothing was changed.',
    todo: 'Install a newer Node (https://nodejs.org) and run the same command again.',
  });
}

/**
 * The script behind a command line tool of an installed package, to be run with
 * this Node: the links in node_modules/.bin are shell scripts on Windows.
 * @param {string} packageName
 * @param {string} [tool] the command's name, when it is not the package's
 */
export function toolScript(packageName, tool = packageName) {
  const packageDir = join(projectDir, 'node_modules', packageName);
  const descriptionPath = join(packageDir, 'package.json');
  if (!existsSync(descriptionPath)) {
    throw new UserError({
      happened: `The package ${packageName} is not installed.`,
      todo: 'Run "npm ci" and try again.',
    });
  }
  const { bin } = JSON.parse(readFileSync(descriptionPath, 'utf8'));
  return join(packageDir, typeof bin === 'string' ? bin : bin[tool]);
}
