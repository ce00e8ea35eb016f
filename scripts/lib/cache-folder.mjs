import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';

const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;
const PARTIAL = '.partial';

/**
 * Where this project keeps what it fetched, shared by all checkouts of a user.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'tapeout');
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} path */
async function isOld(path) {
  // Gone meanwhile: another run tidied up, or finished.
  const stats = await stat(path).catch(() => null);
  return stats !== null && Date.now() - stats.mtimeMs > ABANDONED_AFTER_MS;
}

/**
 * Removes what killed runs left behind. Runs on another machine (or in another
 * container) may share the folder, so their leftovers are judged by age alone.
 * @param {string} parent
 * @param {string} kind
 */
async function removeAbandoned(parent, kind) {
  for (const name of await readdir(parent)) {
    const [prefix, host, pid] = name.split('~');
    if (prefix !== kind) continue;
    const path = join(parent, name);
    const abandoned = host === hostname() ? !isAlive(Number(pid)) : await isOld(path);
    if (abandoned) await rm(path, { recursive: true, force: true });
  }
}

/**
 * A new folder that is ours to remove; where we are killed before, the next run does.
 * @param {string} parent
 * @param {string} kind what its name begins with
 */
export async function makePassingFolder(parent, kind) {
  await removeAbandoned(parent, kind);
  return await mkdtemp(join(parent, `${kind}~${hostname()}~${process.pid}~`));
}

/**
 * Fills a folder so that it is either whole or absent: the work happens in a
 * folder beside it, which takes the final name at the end. When another run was
 * faster, its result stays and ours goes.
 * @param {string} finalDir
 * @param {(workDir: string) => Promise<string>} fill gets an empty folder and answers with the one to keep (itself or one inside it)
 */
export async function createFolderAtomically(finalDir, fill) {
  const parent = join(finalDir, '..');
  await mkdir(parent, { recursive: true });
  const workDir = await makePassingFolder(parent, PARTIAL);
  try {
    await rename(await fill(workDir), finalDir);
  } catch (error) {
    const { code = '' } = /** @type {NodeJS.ErrnoException} */ (error);
    const otherWasFaster = ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code) && existsSync(finalDir);
    if (!otherWasFaster) throw error;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
