import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { projectDir } from '../lib/project.mjs';
import { lastLines, runCommand } from '../lib/run-command.mjs';

/**
 * Runs an app of the bench that shows a page, with its `page.js` bundled.
 *
 * @param {string} appFolder
 * @param {import('./measure.mjs').BenchContext} context
 * @param {object} config more for the app to read
 * @returns {Promise<any>} what the app measured
 */
export async function runPageApp(appFolder, { executable, switches, env, folder }, config) {
  await build({
    root: projectDir,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'page'),
      lib: { entry: join(appFolder, 'page.js'), formats: ['iife'], name: 'page' },
      rolldownOptions: { output: { entryFileNames: 'page.js' } },
    },
  });
  const result = join(folder, 'result.json');
  const told = { page: join(folder, 'page', 'page.js'), result, ...config };
  const { code, output } = await runCommand(
    executable,
    [...switches, `--user-data-dir=${join(folder, 'user-data')}`, appFolder],
    { env: { ...env, TAPEOUT_BENCH: JSON.stringify(told) } },
  );
  if (code !== 0) throw new Error(`the page could not be measured:\n${lastLines(output, 20)}`);
  return JSON.parse(await readFile(result, 'utf8'));
}
