import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { projectDir } from '../../lib/project.mjs';
import { lastLines, runCommand } from '../../lib/run-command.mjs';
import { ratioMeasure } from '../measure.mjs';

export const name = 'chart';
export const floor = 'the plain library with 1,000 bars; a bare canvas; the same chart with 1,000';

const APP_FOLDER = join(import.meta.dirname, '..', 'chart-app');

/** @typedef {import('../statistics.mjs').Pair} Pair */

/**
 * @typedef {object} ChartResult
 * @property {Pair[]} open
 * @property {Pair[]} pan
 * @property {Pair[]} whole
 * @property {Pair[]} zoom
 * @property {Pair[]} tick
 * @property {number} held
 */

/** @param {import('../measure.mjs').BenchContext} context */
export async function measure({ executable, switches, env, rounds, folder, progress, note }) {
  progress('bundling');
  await build({
    root: projectDir,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'page'),
      lib: { entry: join(APP_FOLDER, 'page.js'), formats: ['iife'], name: 'page' },
      rolldownOptions: { output: { entryFileNames: 'page.js' } },
    },
  });
  const result = join(folder, 'result.json');
  const config = { page: join(folder, 'page', 'page.js'), result, rounds };
  progress('opening, panning, zooming and ticking over a million bars');
  const { code, output } = await runCommand(
    executable,
    [...switches, `--user-data-dir=${join(folder, 'user-data')}`, APP_FOLDER],
    { env: { ...env, TAPEOUT_BENCH: JSON.stringify(config) } },
  );
  if (code !== 0) throw new Error(`the chart could not be measured:\n${lastLines(output, 20)}`);
  /** @type {ChartResult} */
  const measured = JSON.parse(await readFile(result, 'utf8'));
  note('mostCandlesHeld', measured.held);
  return [
    ratioMeasure('a million bars opened and painted', measured.open, 2),
    ratioMeasure('a pan of 300 bars, median frame', measured.pan, 2.2),
    ratioMeasure('a pan with all million in view, median frame', measured.whole, 2.5),
    ratioMeasure('a zoom sweep, nearly its slowest frame', measured.zoom, 2.5),
    ratioMeasure('a frame with 167 ticks, the pointer inside', measured.tick, 1.5),
  ];
}
