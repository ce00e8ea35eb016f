import { join } from 'node:path';
import { build } from 'vite';
import { projectDir } from '../lib/project.mjs';

/** Inside the project, so that what is bundled finds its packages, and outside of what is shipped. */
const OUT_DIR = join(projectDir, 'node_modules', '.cache', 'tapeout-bench');

/**
 * Bundles a process of a suite with the app's own code in it.
 * @param {string} entry a file of `processes/`, without its extension
 * @returns {Promise<string>} path of the bundle
 */
export async function bundleProcess(entry) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'processes', `${entry}.ts`),
      target: 'node20.18',
      outDir: OUT_DIR,
      emptyOutDir: false,
      rolldownOptions: {
        external: ['libsql', 'electron'],
        output: { format: 'cjs', entryFileNames: `${entry}.cjs` },
      },
    },
  });
  return join(OUT_DIR, `${entry}.cjs`);
}
