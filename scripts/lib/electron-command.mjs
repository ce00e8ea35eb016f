import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readStamp } from './fingerprint.mjs';
import {
  downloadOfficialElectron,
  executableInFolder,
  findOfficialElectron,
  officialVersion,
} from './electron-official.mjs';
import {
  fetchTrialElectron,
  findTrialElectron,
  isTrialPossible,
  TRIAL_VERSION,
} from './electron-trial.mjs';
import { messageOf, UserError } from './user-error.mjs';

/**
 * @typedef {object} FoundElectron
 * @property {string} executable
 * @property {string} version as far as it is known
 * @property {'env' | 'official' | 'trial'} origin
 * @property {string[]} warnings what the user should be told, a line each
 */

/** @typedef {FoundElectron & { args: string[] }} ElectronCommand */

/**
 * @typedef {object} ElectronWays the ways to an Electron; a test replaces them
 * @property {() => string} officialVersion
 * @property {() => string | null} findOfficial
 * @property {(env: NodeJS.ProcessEnv) => Promise<{ executable: string } | { reason: string }>} downloadOfficial
 * @property {(env: NodeJS.ProcessEnv) => Promise<string | null>} findTrial
 * @property {(env: NodeJS.ProcessEnv) => Promise<string>} fetchTrial
 */

/** @type {ElectronWays} */
const WAYS = {
  officialVersion,
  findOfficial: findOfficialElectron,
  downloadOfficial: downloadOfficialElectron,
  findTrial: findTrialElectron,
  fetchTrial: fetchTrialElectron,
};

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {FoundElectron | null}
 */
function chosenByUser(env) {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const executable = env['ELECTRON_EXEC_PATH'] || (folder && join(folder, executableInFolder()));
  if (!executable) return null;
  const variable = env['ELECTRON_EXEC_PATH'] ? 'ELECTRON_EXEC_PATH' : 'ELECTRON_OVERRIDE_DIST_PATH';
  if (!existsSync(executable)) {
    throw new UserError({
      happened: `${variable} asks for ${executable}, which does not exist.`,
      kept: 'Nothing was changed.',
      todo: `Correct ${variable}, or unset it to let Tapeout find an Electron.`,
    });
  }
  const version = readStamp(join(folder || dirname(executable), 'version')) ?? 'unknown';
  return { executable, version: version.replace(/^v/, ''), origin: 'env', warnings: [] };
}

/**
 * @param {string} wanted
 * @param {string} reason
 */
function trialWarning(wanted, reason) {
  return (
    `Running on Electron ${TRIAL_VERSION}, which is out of support, because Electron ${wanted} ` +
    `could not be downloaded (${reason}). Good for trying out and for tests, never for a release.`
  );
}

/**
 * @param {string} wanted
 * @param {string[]} tried
 */
function noElectron(wanted, tried) {
  return new UserError({
    happened: `No Electron ${wanted} could be found or fetched. Tried:\n${tried.map((line) => `- ${line}`).join('\n')}`,
    kept: 'Your sources and your data were not touched.',
    todo:
      'Do one of these and run the same command again: connect to a network that reaches the download host; ' +
      'set ELECTRON_MIRROR to a mirror; or set ELECTRON_EXEC_PATH to an Electron that you have.',
  });
}

/**
 * Answers "which Electron?", in this order: the user's choice, the official
 * binary (present, or downloaded now), the trial one (Linux x64).
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, arch?: string, ways?: ElectronWays }} [options]
 * @returns {Promise<FoundElectron>}
 */
export async function findElectron({
  env = process.env,
  platform = process.platform,
  arch = process.arch,
  ways = WAYS,
} = {}) {
  const chosen = chosenByUser(env);
  if (chosen) return chosen;
  const wanted = ways.officialVersion();
  const present = ways.findOfficial();
  if (present) return { executable: present, version: wanted, origin: 'official', warnings: [] };
  const download = await ways.downloadOfficial(env);
  if ('executable' in download)
    return { ...download, version: wanted, origin: 'official', warnings: [] };
  const tried = [`the official download: ${download.reason}`];
  if (!isTrialPossible(platform, arch)) throw noElectron(wanted, tried);
  try {
    const executable = (await ways.findTrial(env)) ?? (await ways.fetchTrial(env));
    const warnings = [trialWarning(wanted, download.reason)];
    return { executable, version: TRIAL_VERSION, origin: 'trial', warnings };
  } catch (error) {
    tried.push(`Electron ${TRIAL_VERSION} from the package registry: ${messageOf(error)}`);
    throw noElectron(wanted, tried);
  }
}

/**
 * The switches that this machine needs, to be placed before the app's folder.
 * @param {{ virtualDisplay: boolean, isRoot?: boolean, onlyWayland?: boolean }} machine
 */
export function electronArguments({
  virtualDisplay,
  isRoot = process.platform === 'linux' && process.getuid?.() === 0,
  onlyWayland = !process.env['DISPLAY'] && Boolean(process.env['WAYLAND_DISPLAY']),
}) {
  const args = [];
  // As root Electron refuses to start with its sandbox.
  if (isRoot) args.push('--no-sandbox');
  // A virtual display has no GPU to drive: looking for one only costs time and noise.
  if (virtualDisplay) args.push('--disable-gpu');
  // Electron before 38 does not look for Wayland by itself.
  if (!virtualDisplay && onlyWayland) args.push('--ozone-platform-hint=auto');
  return args;
}

/**
 * Which Electron to run, and with which switches, on this machine.
 * @param {{ virtualDisplay: boolean, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<ElectronCommand>}
 */
export async function electronCommand({ virtualDisplay, env = process.env }) {
  const found = await findElectron({ env });
  return { ...found, args: electronArguments({ virtualDisplay }) };
}
