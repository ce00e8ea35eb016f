import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { _electron } from 'playwright-core';
import { projectDir } from '../../lib/project.mjs';
import { ratioMeasure } from '../measure.mjs';
import { memoryOf, processorTimeOf, processTree } from '../process-tree.mjs';

export const name = 'tray';
export const floor = 'an Electron app without a window; the cold start of the desk';

/** Each takes half a minute, most of it waiting. */
const MOST_ROUNDS = 5;
const SETTLED_MS = 5000;
const WATCHED_MS = 8000;
const LOADER = join(projectDir, 'node_modules/playwright-core/lib/server/electron/loader.js');

/** Watches as long as the bench runs, and never fires. */
const RULES = JSON.stringify([
  { symbol: 'XNAS:NVDA', all: [{ op: 'crossingUp', value: 1_000_000 }] },
  { symbol: 'XHKG:02513', all: [{ of: 'change', op: 'greaterThan', value: 1000 }] },
]);
/** Runs in the page: rules that are kept already stay as they are. */
const KEEP_RULES = `window.api.alerts.importRules({ text: ${JSON.stringify(RULES)} })`;

/** @typedef {import('../measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../statistics.mjs').Pair} Pair */
/** @typedef {import('playwright-core').ElectronApplication} App */

/** @param {BenchContext} context */
export async function measure(context) {
  const { rounds, progress } = context;
  /** @type {Record<'memory' | 'processor' | 'destroyed', Pair[]>} */
  const measured = { memory: [], processor: [], destroyed: [] };
  const wanted = Math.min(rounds, MOST_ROUNDS);
  for (let round = 0; round < wanted; round++) {
    progress(`round ${round + 1} of ${wanted}`);
    const bare = await watchBare(context, round);
    const desk = await watchDesk(context);
    measured.memory.push({ value: desk.memory, floor: bare.memory });
    measured.processor.push({ value: desk.processor, floor: bare.processor });
    measured.destroyed.push({ value: desk.destroyedMs, floor: desk.coldMs });
  }
  return [
    ratioMeasure('memory in the tray with alerts, the window gone', measured.memory, 1.25, 'MB'),
    ratioMeasure(
      'processor in the tray with alerts, the window gone',
      measured.processor,
      null,
      '%',
    ),
    ratioMeasure('a destroyed window back, first contentful paint', measured.destroyed, 0.5),
  ];
}

/** @param {BenchContext} context @param {string} app @param {readonly string[]} args */
function launch({ executable, switches, env }, app, args) {
  return _electron.launch({
    executablePath: executable,
    args: [...switches, '-r', LOADER, app, ...args],
    env: /** @type {Record<string, string>} */ (env),
  });
}

/** @param {App} app */
async function watch(app) {
  const pid = app.process().pid ?? 0;
  await delay(SETTLED_MS);
  const before = processorTimeOf(processTree(pid));
  await delay(WATCHED_MS);
  const pids = processTree(pid);
  const processor = ((processorTimeOf(pids) - before) / WATCHED_MS) * 100;
  return { memory: memoryOf(pids), processor };
}

/** @param {BenchContext} context @param {number} round */
async function watchBare(context, round) {
  const folder = join(import.meta.dirname, '..', 'no-window-app');
  const userData = join(context.folder, `no-window-${round}`);
  const app = await launch(context, folder, [`--user-data-dir=${userData}`]);
  const seen = await watch(app);
  await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
  return seen;
}

/** @param {import('playwright-core').Page} page @param {number} sinceMs wall clock */
async function paintedAfter(page, sinceMs) {
  await page.getByRole('contentinfo').waitFor();
  const atMs = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return performance.timeOrigin + (paint?.startTime ?? NaN);
  });
  return atMs - sinceMs;
}

/** The desk as a user starts it, hides it, loses it to the tray and gets it back. */
async function watchDesk(/** @type {BenchContext} */ context) {
  const userData = join(context.folder, 'desk');
  const args = ['--user-data', userData, '--offline', '--no-network'];
  const startedAtMs = performance.timeOrigin + performance.now();
  const app = await launch(context, projectDir, args);
  const page = await app.firstWindow();
  const coldMs = await paintedAfter(page, startedAtMs);
  await page.evaluate(KEEP_RULES);
  await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
  const away = await launch(context, projectDir, [...args, '--hidden']);
  const seen = await watch(away);
  const openedAtMs = performance.timeOrigin + performance.now();
  // As a second start of the app asks for it.
  await away.evaluate(({ app: electron }) => void electron.emit('second-instance', {}, [], '', {}));
  const destroyedMs = await paintedAfter(await away.firstWindow(), openedAtMs);
  await away.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
  return { ...seen, coldMs, destroyedMs };
}
