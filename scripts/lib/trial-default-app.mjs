import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..', 'trial-electron', 'default-app');

/**
 * Puts our default app into an Electron folder. Electron looks for
 * "default_app.asar" and takes a folder of that name as well as an archive.
 * Files that are already right stay, so a newer checkout renews an older cache.
 * @param {string} electronDir
 */
export async function installDefaultApp(electronDir) {
  const target = join(electronDir, 'resources', 'default_app.asar');
  for (const name of await readdir(SOURCE)) {
    const wanted = await readFile(join(SOURCE, name), 'utf8');
    const path = join(target, name);
    const found = await readFile(path, 'utf8').catch(() => null);
    if (found === wanted) continue;
    await mkdir(target, { recursive: true });
    const temporary = `${path}.${process.pid}`;
    await writeFile(temporary, wanted);
    await rename(temporary, path);
  }
}
