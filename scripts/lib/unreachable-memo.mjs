import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.mjs';

const UNREACHABLE_FOR_MS = 6 * 60 * 60 * 1000;

/** @param {NodeJS.ProcessEnv} env */
export function downloadSource(env) {
  const mirror = env['npm_config_electron_mirror'] || env['ELECTRON_MIRROR'];
  return mirror || 'the Electron release host';
}

/** @param {NodeJS.ProcessEnv} env */
function memoPath(env) {
  return join(cacheFolder(env), 'electron-host-unreachable.json');
}

/**
 * Whether a recent run found that the download host does not answer: asking
 * again at each start would cost seconds each time. Another mirror or another
 * version asks again.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ version: string, now: number }} context
 */
export async function isKnownUnreachable(env, { version, now }) {
  try {
    const memo = JSON.parse(await readFile(memoPath(env), 'utf8'));
    const sameQuestion = memo.source === downloadSource(env) && memo.version === version;
    return sameQuestion && now - memo.at < UNREACHABLE_FOR_MS && memo.at <= now;
  } catch {
    return false;
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {{ version: string, now: number }} context
 */
export async function rememberUnreachable(env, { version, now }) {
  await mkdir(cacheFolder(env), { recursive: true });
  const memo = { source: downloadSource(env), version, at: now };
  await writeFile(memoPath(env), `${JSON.stringify(memo)}\n`);
}
