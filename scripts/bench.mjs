import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './lib/build-app.mjs';
import { electronCommand } from './lib/electron-command.mjs';
import { prepare } from './lib/prepare.mjs';
import { runMain, UserError } from './lib/user-error.mjs';
import { withDisplay } from './lib/virtual-display.mjs';

// npm run bench [-- --only start,store --rounds N --json]: speed in suites, each value beside its
// floor of the same run. A missed target is told and is no failure: a bench is no test.
// docs/bench.md says what is measured and how to add a suite.

const DEFAULT_ROUNDS = 15;
// Medians of fewer move by more than the targets allow.
const FEWEST_ROUNDS = 9;
const MOST_ROUNDS = 50;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        rounds: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const rounds = Number(values.rounds ?? DEFAULT_ROUNDS);
    if (!Number.isInteger(rounds) || rounds < FEWEST_ROUNDS || rounds > MOST_ROUNDS) {
      throw new Error(`--rounds must be a whole number from ${FEWEST_ROUNDS} to ${MOST_ROUNDS}`);
    }
    return { only: values.only?.split(',') ?? null, rounds, json: values.json };
  } catch (error) {
    throw new UserError({
      happened: error instanceof Error ? error.message : String(error),
      todo: 'Run it as: npm run bench -- --only start,store --rounds 15 --json',
    });
  }
}

/**
 * @param {import('./bench/measure.mjs').Suite} suite
 * @param {Omit<import('./bench/measure.mjs').BenchContext, 'folder' | 'note'>} context
 */
async function runSuite(suite, context) {
  const folder = await mkdtemp(join(tmpdir(), `tapeout-bench-${suite.name}-`));
  /** @type {Record<string, unknown>} */
  const notes = {};
  try {
    const measures = await suite.measure({
      ...context,
      folder,
      note: (name, fact) => {
        notes[name] = fact;
      },
    });
    return { suite: suite.name, floor: suite.floor, measures, ...notes };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function main() {
  const { only, rounds, json } = readOptions();
  await prepare({ forTests: true });
  await buildApp();
  // These need installed packages.
  const { loadSuites } = await import('./bench/suites.mjs');
  const { reportTable } = await import('./bench/report.mjs');
  const suites = await loadSuites(only);
  return await withDisplay(async (display) => {
    const electron = await electronCommand({ virtualDisplay: display.virtual });
    for (const warning of electron.warnings) process.stderr.write(`${warning}\n`);
    const results = [];
    for (const suite of suites) {
      const result = await runSuite(suite, {
        executable: electron.executable,
        switches: electron.args,
        env: { ...process.env, ...display.env },
        rounds,
        progress: (text) => void process.stderr.write(`${suite.name}: ${text}\n`),
      });
      results.push(result);
      if (!json) {
        const title = `${suite.name}, Electron ${electron.version}, floor: ${suite.floor}`;
        process.stdout.write(`\n${title}\n\n${reportTable(result.measures)}\n`);
      }
    }
    if (json) {
      process.stdout.write(`${JSON.stringify({ electron: electron.version, suites: results })}\n`);
    }
    return 0;
  });
}

await runMain(main);
