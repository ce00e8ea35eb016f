import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { projectDir } from '../../lib/project.mjs';
import { lastLines, runCommand } from '../../lib/run-command.mjs';
import { absoluteMeasure, ratioMeasure } from '../measure.mjs';

export const name = 'roadmap';
export const floor = 'as many boxes, lines, circles and texts on a bare canvas';

const APP_FOLDER = join(import.meta.dirname, '..', 'roadmap-app');

/** @typedef {import('../statistics.mjs').Pair} Pair */

/**
 * @typedef {object} RoadmapResult
 * @property {Pair[]} layout
 * @property {Pair[]} pan
 * @property {Pair[]} panInterval
 * @property {Pair[]} zoom
 * @property {Pair[]} zoomSlowest
 * @property {Pair[]} zoomInterval
 */

/** @param {import('../measure.mjs').BenchContext} context */
export async function measure({ executable, switches, env, rounds, folder, progress }) {
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
  progress('panning and zooming over 2,000 announcements');
  const { code, output } = await runCommand(
    executable,
    [...switches, `--user-data-dir=${join(folder, 'user-data')}`, APP_FOLDER],
    { env: { ...env, TAPEOUT_BENCH: JSON.stringify(config) } },
  );
  if (code !== 0) throw new Error(`the roadmap could not be measured:\n${lastLines(output, 20)}`);
  /** @type {RoadmapResult} */
  const measured = JSON.parse(await readFile(result, 'utf8'));
  return [
    absoluteMeasure('2,000 announcements laid out', measured.layout, 50),
    ratioMeasure('from one frame to the next while panning', measured.panInterval, 1.1),
    ratioMeasure('from one frame to the next while zooming', measured.zoomInterval, 1.1),
    ratioMeasure('script of a frame that pans, median', measured.pan, null),
    ratioMeasure('script of a frame that zooms, median', measured.zoom, null),
    absoluteMeasure('the same, nearly the slowest', measured.zoomSlowest, 8),
  ];
}
