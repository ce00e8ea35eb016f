import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { projectDir } from '../lib/project.mjs';

/**
 * Bundles one module of the project into one file, as the app's build would, and loads it.
 * @param {string} entry below the project's folder
 * @param {string} folder is made; the caller removes it
 * @returns {Promise<any>} what the module exports
 */
export async function loadBundled(entry, folder) {
  await build({
    root: projectDir,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: join(projectDir, entry),
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'bundle.mjs' } },
    },
  });
  return await import(pathToFileURL(join(folder, 'bundle.mjs')).href);
}
