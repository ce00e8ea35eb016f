import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectDir } from '../lib/project.mjs';
import { lastLines, runCommand } from '../lib/run-command.mjs';
import { writeMadeUpBars } from './made-up-bars.mjs';
import { measureStart } from './start-run.mjs';
import { spreadOf, spreadOfDifferences, spreadOfRatios } from './statistics.mjs';

const CHARTED = 'XNAS:GOOGL';
const TIME_LIMIT_MS = 200_000;
const FEWEST_ROUNDS = 9;

/** @typedef {import('./statistics.mjs').Spread} Spread */
/** @typedef {{ bare: import('./start-run.mjs').StartTimes, app: import('./start-run.mjs').StartTimes }} Round */

/**
 * @typedef {object} Measure
 * @property {string} name
 * @property {Spread} valueMs
 * @property {Spread} floorMs
 * @property {Spread} score what is compared with the target: a ratio, or a difference in milliseconds
 * @property {'x' | 'ms'} unit of score and target
 * @property {number} target the score's median must not be above it
 * @property {boolean} met
 */

/**
 * Measures the cold start against a bare Electron window, in rounds of one start each.
 * @param {object} options
 * @param {string} options.executable
 * @param {readonly string[]} options.switches
 * @param {NodeJS.ProcessEnv} options.env
 * @param {number} options.rounds
 * @param {(text: string) => void} options.progress
 */
export async function measureColdStart({ executable, switches, env, rounds, progress }) {
  const folder = await mkdtemp(join(tmpdir(), 'tapeout-bench-'));
  try {
    const userData = join(folder, 'user-data');
    const appArgs = [...switches, projectDir, '--user-data', userData];
    progress('storing ten years of bars');
    await storeBars(executable, appArgs, join(folder, 'bars'), env);
    const starts = {
      bare: () =>
        measureStart({
          executable,
          args: [
            ...switches,
            `--user-data-dir=${join(folder, 'bare')}`,
            join(import.meta.dirname, 'bare-app'),
          ],
          env,
          drawsChart: false,
        }),
      app: () =>
        measureStart({
          executable,
          args: [...appArgs, '--symbol', CHARTED],
          env,
          drawsChart: true,
        }),
    };
    return await runRounds(starts, rounds, progress);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
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
 * @param {{ bare: () => Promise<import('./start-run.mjs').StartTimes>, app: () => Promise<import('./start-run.mjs').StartTimes> }} starts
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
  return {
    rounds: done.length,
    measures: measuresOf(done),
    steps: {
      bare: mediansOf(done.map(({ bare }) => bare.steps)),
      app: mediansOf(done.map(({ app }) => app.steps)),
    },
  };
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

/**
 * @param {readonly Round[]} rounds
 * @returns {Measure[]}
 */
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
    measure('shell, first contentful paint', paint, 'x', 1.1),
    measure('chart with stored data painted', chart, 'x', 1.25),
    measure('main bundle loaded', load, 'ms', 20),
  ];
}

/**
 * @param {string} name
 * @param {readonly import('./statistics.mjs').Pair[]} pairs
 * @param {'x' | 'ms'} unit
 * @param {number} target
 * @returns {Measure}
 */
function measure(name, pairs, unit, target) {
  const score = unit === 'x' ? spreadOfRatios(pairs) : spreadOfDifferences(pairs);
  return {
    name,
    valueMs: spreadOf(pairs.map(({ value }) => value)),
    floorMs: spreadOf(pairs.map(({ floor }) => floor)),
    score,
    unit,
    target,
    met: score.median <= target,
  };
}
