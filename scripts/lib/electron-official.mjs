import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readStamp } from './fingerprint.mjs';
import { downloadSource, isKnownUnreachable, rememberUnreachable } from './unreachable-memo.mjs';
import { projectDir } from './project.mjs';
import { runStep } from './run-step.mjs';
import { messageOf } from './user-error.mjs';

const FIRST_BYTE_LIMIT_MS = 6000;
const packageDir = join(projectDir, 'node_modules', 'electron');

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const EXECUTABLES = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
};

/** @param {NodeJS.Platform} [platform] */
export function executableInFolder(platform = process.platform) {
  return EXECUTABLES[platform] ?? 'electron';
}

/** @returns {string} the version that package.json pins */
export function officialVersion() {
  return JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')).version;
}

/** @returns {string | null} the executable, when a binary of the pinned version is there and whole */
export function findOfficialElectron() {
  const executable = join(packageDir, 'dist', executableInFolder());
  // The electron package writes path.txt last, so it means that dist/ is whole.
  const whole = existsSync(join(packageDir, 'path.txt')) && existsSync(executable);
  if (!whole) return null;
  const version = readStamp(join(packageDir, 'dist', 'version'))?.replace(/^v/, '');
  return version === officialVersion() ? executable : null;
}

/**
 * @param {string} version
 * @param {(text: string) => void} progress
 * @returns {Promise<string>} the zip archive
 */
async function downloadArchive(version, progress) {
  // The same download and checksums that the electron package would use itself.
  const fromElectron = createRequire(join(packageDir, 'install.js'));
  const { downloadArtifact } = fromElectron('@electron/get');
  const silent = new AbortController();
  const limit = setTimeout(
    () => silent.abort(new Error('no answer within a few seconds')),
    FIRST_BYTE_LIMIT_MS,
  );
  /** @param {{ percent: number }} state */
  const getProgressCallback = async ({ percent }) => {
    clearTimeout(limit);
    progress(`${Math.round(percent * 100)} %`);
  };
  return await downloadArtifact({
    version,
    artifactName: 'electron',
    checksums: fromElectron('./checksums.json'),
    downloadOptions: { quiet: true, signal: silent.signal, getProgressCallback },
  }).finally(() => clearTimeout(limit));
}

/** @param {string} archive */
async function installArchive(archive) {
  const fromElectron = createRequire(join(packageDir, 'install.js'));
  const { extract } = fromElectron('@electron-internal/extract-zip');
  const workDir = await mkdtemp(join(packageDir, '.partial-'));
  try {
    await extract(archive, { dir: join(workDir, 'dist') });
    await rm(join(packageDir, 'dist'), { recursive: true, force: true });
    await rename(join(workDir, 'dist'), join(packageDir, 'dist'));
    await writeFile(join(packageDir, 'path.txt'), executableInFolder());
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

/**
 * Downloads the official binary.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ executable: string } | { reason: string }>}
 */
export async function downloadOfficialElectron(env = process.env) {
  const version = officialVersion();
  const now = Date.now();
  const source = downloadSource(env);
  if (await isKnownUnreachable(env, { version, now }))
    return { reason: `${source} cannot be reached` };
  try {
    const archive = await runStep(`Downloading Electron ${version}`, (progress) =>
      downloadArchive(version, progress),
    );
    await runStep(`Unpacking Electron ${version}`, () => installArchive(archive));
  } catch (error) {
    if (isConnectionFailure(error)) await rememberUnreachable(env, { version, now });
    return { reason: `${source}: ${rootMessage(error)}` };
  }
  const executable = findOfficialElectron();
  return executable ? { executable } : { reason: 'the downloaded archive is not complete' };
}

/**
 * fetch() hides why it failed in the error's cause.
 * @param {unknown} error
 * @returns {string}
 */
function rootMessage(error) {
  return error instanceof Error && error.cause ? rootMessage(error.cause) : messageOf(error);
}

/**
 * A wrong checksum or a full disk says nothing about the host.
 * @param {unknown} error
 */
function isConnectionFailure(error) {
  if (!(error instanceof Error)) return false;
  return error.message === 'fetch failed' || error.message.startsWith('no answer within');
}
