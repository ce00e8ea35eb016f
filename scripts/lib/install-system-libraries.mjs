import { findCommand } from './find-command.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { runStep } from './run-step.mjs';
import { missingParts, thisDistribution } from './system-libraries.mjs';
import { UserError } from './user-error.mjs';

/** @typedef {import('./system-libraries.mjs').SystemPart} SystemPart */

const LOCK_PATIENCE_SECONDS = 120;

/**
 * The names of packages here: Debian 13 and Ubuntu 24.04 renamed some to ...t64.
 * @param {readonly string[]} names as in Debian 12
 * @param {string} policy what "apt-cache policy" says of the ...t64 names
 */
export function namesHere(names, policy) {
  const available = new Set(
    [...policy.matchAll(/^(\S+):\n.*\n {2}Candidate: (?!\(none\))/gm)].map(([, name]) => name),
  );
  return names.map((name) => (available.has(`${name}t64`) ? `${name}t64` : name));
}

/** @param {readonly SystemPart[]} parts */
async function packageNames(parts) {
  const names = parts.map((part) => part.package);
  const renamed = names.map((name) => `${name}t64`);
  // Its answer is translated otherwise.
  const env = { ...process.env, LC_ALL: 'C' };
  const { output } = await runCommand('apt-cache', ['policy', ...renamed], { env });
  return namesHere(names, output);
}

/** @param {readonly string[]} args */
async function apt(...args) {
  const { code, output } = await runCommand(
    'apt-get',
    ['-o', `DPkg::Lock::Timeout=${LOCK_PATIENCE_SECONDS}`, '-qq', ...args],
    { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
  );
  if (code !== 0) throw new Error(lastLines(output, 8));
}

/** @param {readonly SystemPart[]} parts */
async function installWithApt(parts) {
  const label = `Installing system packages with apt: ${parts.map((part) => part.package).join(' ')}`;
  await runStep(
    label,
    async () => {
      // A bare container has no package lists, and without them no names.
      await apt('update');
      await apt('install', '-y', '--no-install-recommends', ...(await packageNames(parts)));
    },
    { announceAtOnce: true },
  );
}

/**
 * @param {readonly SystemPart[]} parts
 * @param {string} advice
 */
function complain(parts, advice) {
  const names = parts.map((part) => part.library ?? part.command ?? part.package).join(', ');
  const happened = `This machine lacks: ${names}.`;
  if (!parts.some((part) => part.required)) {
    process.stderr.write(`${happened} The app starts without, but less works. ${advice}\n`);
    return;
  }
  throw new UserError({
    happened: `${happened} Electron does not start without.`,
    kept: 'Nothing was changed.',
    todo: advice,
  });
}

/** @param {readonly SystemPart[]} parts */
async function aptAdvice(parts) {
  return `Install it with:\n  sudo apt-get install ${(await packageNames(parts)).join(' ')}`;
}

/**
 * @param {readonly SystemPart[]} missing
 * @param {string} family
 */
function installable(missing, family) {
  // Ubuntu's "chromium" only installs a snap, which containers cannot run.
  return missing.filter((part) => family !== 'ubuntu' || part.package !== 'chromium');
}

/**
 * Brings the libraries and programs of the operating system that Electron and
 * the tests need: installs them when it may, else says how to.
 * @param {{ forTests: boolean, virtualDisplay: boolean }} use
 */
export async function installSystemLibraries(use) {
  if (process.platform !== 'linux') return;
  const family = thisDistribution();
  const missing = installable(missingParts(use), family);
  if (missing.length === 0) return;
  if (family === 'other' || !findCommand('apt-get')) {
    // Other systems keep libraries elsewhere, so this may be a false alarm.
    const names = missing.map((part) => part.library ?? part.command ?? part.package).join(', ');
    process.stderr.write(
      `Not found in the usual places: ${names}. If the app does not start, install them.\n`,
    );
    return;
  }
  if (process.getuid?.() !== 0) return complain(missing, await aptAdvice(missing));
  try {
    await installWithApt(missing);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    complain(missing, `apt could not install it and said:\n${said}\n${await aptAdvice(missing)}`);
  }
}
