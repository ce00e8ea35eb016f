import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root
 * @param {string} path relative to the root
 * @param {(line: string) => void} add
 */
function addPath(root, path, add) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return add(`${path} absent`);
  if (!stats.isDirectory()) return add(`${path} ${stats.size} ${stats.mtimeMs}`);
  for (const name of readdirSync(join(root, path)).sort()) addPath(root, `${path}/${name}`, add);
}

/**
 * Tells whether files changed, by name, size and time of change: reading them
 * would take longer than most starts.
 * @param {string} root
 * @param {readonly string[]} paths files and folders relative to the root; a missing one counts as such
 */
export function fingerprintPaths(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(root, path, (line) => void hash.update(`${line}\n`));
  return hash.digest('hex');
}

/** @param {string} path */
export function fingerprintContent(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/**
 * @param {string} path
 * @returns {string | null}
 */
export function readStamp(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
