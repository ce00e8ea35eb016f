import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectDir } from '../../lib/project.mjs';
import { lastLines, runCommand } from '../../lib/run-command.mjs';
import { writeMadeUpBars } from '../made-up-bars.mjs';
import { differenceMeasure, ratioMeasure } from '../measure.mjs';
import { measureStart } from '../start-run.mjs';
import { spreadOf } from '../statistics.mjs';

export const name = 'start';
export const floor = 'a bare window with a sandboxed preload script';

const CHARTED = 'XNAS:GOOGL';
const TIME_LIMIT_MS = 200_000;
const FEWEST_ROUNDS = 9;

/** @typedef {import('../start-run.mjs').StartTimes} StartTimes */
/** @typedef {{ bare: StartTimes, app: StartTimes }} Round */

/**
 * The cold start, in rounds of one start each.
 * @param {import('../measure.mjs').BenchContext} context
 */
export async function measure({ executable, switches, env, rounds, folder, progress, note }) {
  const appArgs = [...switches, projectDir, '--user-data', join(folder, 'user-data')];
  progress('storing ten years of bars');
  await storeBars(executable, appArgs, join(folder, 'bars'), env);
  const bareArgs = [
    ...switches,
    `--user-data-dir=${join(folder, 'bare')}`,
    join(import.meta.dirname, '..', 'bare-app'),
  ];
  const done = await runRounds(
    {
      bare: () => measureStart({ executable, args: bareArgs, env, drawsChart: false }),
      app: () =>
        measureStart({
          executable,
          args: [...appArgs, '--symbol', CHARTED],
          env,
          drawsChart: true,
        }),
    },
    rounds,
    progress,
  );
  note('rounds', done.length);
  note('steps', {
    bare: mediansOf(done.map(({ bare }) => bare.steps)),
    app: mediansOf(done.map(({ app }) => app.steps)),
  });
  return measuresOf(done);
}

/**
 * @param {string} executable
 * @param {readonly string[]} appArgs
 * @param {string} barsFolder
 * @param {NodeJS.ProcessEnv} env
 */
async function storeBars(executable, appArgs, barsFolder, env) {
  await writeMadeUpBars(barsFolder);
  const picture = join(barsFolder, 'stored.png');
  const { code, output } = await runCommand(
    executable,
    [...appArgs, '--bars-folder', barsFolder, '--symbol', CHARTED, '--screenshot', picture],
    { env },
  );
  if (code !== 0) throw new Error(`the bars could not be stored:\n${lastLines(output, 10)}`);
}

/**
 * @param {{ bare: () => Promise<StartTimes>, app: () => Promise<StartTimes> }} starts
 * @param {number} rounds
 * @param {(text: string) => void} progress
 */
async function runRounds(starts, rounds, progress) {
  const endAtMs = performance.now() + TIME_LIMIT_MS;
  // Files come into the page cache and scripts into the code cache: the first start is no sample.
  await starts.bare();
  await starts.app();
  /** @type {Round[]} */
  const done = [];
  while (done.length < rounds && (done.length < FEWEST_ROUNDS || performance.now() < endAtMs)) {
    // Turn about, so that neither has always the colder machine.
    if (done.length % 2 === 0) {
      const bare = await starts.bare();
      done.push({ bare, app: await starts.app() });
    } else {
      const app = await starts.app();
      done.push({ bare: await starts.bare(), app });
    }
    progress(`round ${done.length} of ${rounds}`);
  }
  return done;
}

/**
 * The median of each step that every start reached: where the time goes, for those who look for it.
 * @param {readonly Readonly<Record<string, number>>[]} starts
 * @returns {Record<string, number>}
 */
export function mediansOf(starts) {
  const names = Object.keys(starts[0] ?? {}).filter((name) =>
    starts.every((steps) => name in steps),
  );
  return Object.fromEntries(
    names.map((name) => [name, spreadOf(starts.map((steps) => steps[name] ?? NaN)).median]),
  );
}

/** @param {readonly Round[]} rounds */
export function measuresOf(rounds) {
  const paint = rounds.map(({ bare, app }) => ({
    value: app.contentPaintedMs,
    floor: bare.contentPaintedMs,
  }));
  const chart = rounds.map(({ bare, app }) => ({
    value: app.chartPaintedMs ?? Infinity,
    floor: bare.contentPaintedMs,
  }));
  const load = rounds.map(({ bare, app }) => ({ value: app.mainLoadMs, floor: bare.mainLoadMs }));
  return [
    ratioMeasure('shell, first contentful paint', paint, 1.1),
    ratioMeasure('chart with stored data painted', chart, 1.25),
    differenceMeasure('main bundle loaded', load, 20),
  ];
}
