import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Takes Electron's own default app out of a package. electron-builder does it for an archive; the
 * default app of the trial Electron is a folder, which it would try to read as an archive.
 * @param {{ appOutDir: string }} context
 */
export default async function dropDefaultApp({ appOutDir }) {
  await rm(join(appOutDir, 'resources', 'default_app.asar'), { recursive: true, force: true });
}
