import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { projectDir } from '../../lib/project.mjs';
import { writeMadeUpBars } from '../made-up-bars.mjs';
import { absoluteMeasure, ratioMeasure } from '../measure.mjs';
import { isDataProcess, memoryByKind, processorTimeOf, processTree } from '../process-tree.mjs';
import { openScreen } from '../seen-screen.mjs';
import { openPanel } from '../tray-panel.mjs';
import { startRun } from '../tray-run.mjs';

export const name = 'tray';
export const floor = 'an Electron app without a window; the cold start of the desk';

/** Each takes more than a minute, most of it waiting. */
const MOST_ROUNDS = 3;
const SETTLED_MS = 5000;
const WATCHED_MS = 8000;
const HIDDEN_CYCLES = 3;
/** Between two steps of the user. */
const PAUSE_MS = 1500;
/** Longer than the data process goes on without a page. */
const DATA_LIMIT_MS = 40_000;

/** Watch as long as the bench runs, and never fire. */
const RULES = JSON.stringify([
  { symbol: 'XNAS:NVDA', all: [{ op: 'crossingUp', value: 1_000_000 }] },
  { symbol: 'XNAS:GOOGL', all: [{ of: 'change', op: 'greaterThan', value: 1000 }] },
]);
/** Runs in the page. */
const PREPARE = `Promise.all([
  window.api.alerts.importRules({ text: ${JSON.stringify(RULES)} }),
  window.api.app.updateSettings({ keepInTray: 'yes' }),
]).then((answers) => answers.every(({ ok }) => ok))`;

/** @typedef {import('../measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../statistics.mjs').Pair} Pair */
/** @typedef {import('../tray-run.mjs').TrayRun} TrayRun */
/** @typedef {import('../tray-panel.mjs').Panel} Panel */
/** @typedef {import('../seen-screen.mjs').Screen} Screen */

/**
 * @typedef {object} Place where everything runs
 * @property {Panel} panel
 * @property {Screen} screen
 * @property {string} folder
 * @property {(app: string, args: readonly string[]) => TrayRun} start
 * @property {readonly string[]} deskArgs
 */

/** @param {BenchContext} context */
export async function measure(context) {
  const screen = await openScreen(context.folder);
  const panel = await openPanel();
  try {
    if (screen && panel) return await measureOn(context, screen, panel);
    context.progress('left out: it needs Xvfb and dbus-daemon');
    return [];
  } finally {
    await panel?.dispose();
    await screen?.dispose();
  }
}

/** @param {BenchContext} context @param {Screen} screen @param {Panel} panel */
async function measureOn(context, screen, panel) {
  const { folder, rounds, progress, note } = context;
  const place = await prepare(context, screen, panel);
  /** @type {Record<'gone' | 'away' | 'goneProcessor' | 'hidden' | 'destroyed', Pair[]>} */
  const pairs = { gone: [], away: [], goneProcessor: [], hidden: [], destroyed: [] };
  const kinds = [];
  const wanted = Math.min(rounds, MOST_ROUNDS);
  for (let round = 0; round < wanted; round++) {
    progress(`round ${round + 1} of ${wanted}`);
    const bare = await watchBare(place, join(folder, `bare-${round}`));
    const desk = await watchDesk(place);
    const away = await watchAway(place);
    kinds.push({ floor: bare.kinds, gone: desk.seen.kinds, away: away.kinds });
    pairs.gone.push({ value: desk.seen.memory, floor: bare.memory });
    pairs.away.push({ value: away.memory, floor: bare.memory });
    pairs.goneProcessor.push({ value: desk.seen.processor, floor: bare.processor });
    pairs.hidden.push(...desk.hidden.map((value) => ({ value, floor: desk.cold })));
    pairs.destroyed.push({ value: desk.destroyed, floor: desk.cold });
  }
  note('megabytesOfEach', kinds);
  return [
    ratioMeasure('memory with alerts, the window destroyed', pairs.gone, 1.25, 'MB'),
    ratioMeasure('memory with alerts, started hidden', pairs.away, 1.25, 'MB'),
    absoluteMeasure('processor with alerts, the window destroyed', pairs.goneProcessor, 1, '%'),
    absoluteMeasure('click until a hidden window is seen', pairs.hidden, 60),
    ratioMeasure('click until a destroyed window is seen', pairs.destroyed, 0.5),
  ];
}

/**
 * A desk with stored bars, rules and the wish to stay in the tray.
 * @param {BenchContext} context
 * @param {Screen} screen
 * @param {Panel} panel
 * @returns {Promise<Place>}
 */
async function prepare({ executable, switches, env, folder, progress }, screen, panel) {
  progress('storing bars and rules');
  // Whatever else runs of the same file would share its pages, and make floor and value smaller alike.
  const own = join(folder, 'electron');
  await cp(dirname(executable), own, { recursive: true, verbatimSymlinks: true });
  const bars = join(folder, 'bars');
  await writeMadeUpBars(bars);
  const place = {
    ...{ panel, screen, folder },
    deskArgs: ['--user-data', join(folder, 'desk'), '--no-network', '--bars-folder', bars],
    start: (/** @type {string} */ app, /** @type {readonly string[]} */ args) =>
      startRun(join(own, basename(executable)), switches, [app, ...args], {
        ...{ ...env, ...screen.env, ...panel.env },
      }),
  };
  const { run } = await startDesk(place);
  if ((await run.order('page', PREPARE)) !== true) throw new Error('the rules were not kept');
  await run.end();
  return place;
}

/** @param {Place} place */
async function startDesk({ start, panel, screen, deskArgs }) {
  const icon = panel.iconCame();
  const run = start(projectDir, deskArgs);
  const cold = await screen.pictureCame(run.startedAtMs);
  await icon;
  await delay(PAUSE_MS);
  return { run, cold };
}

/** What an app holds and does from here on. @param {TrayRun} run */
async function watch({ pid }) {
  await delay(SETTLED_MS);
  const before = processorTimeOf(processTree(pid));
  await delay(WATCHED_MS);
  const pids = processTree(pid);
  const processor = ((processorTimeOf(pids) - before) / WATCHED_MS) * 100;
  const kinds = memoryByKind(pids);
  return { memory: Object.values(kinds).reduce((sum, each) => sum + each, 0), processor, kinds };
}

/** @param {Place} place @param {string} userData */
async function watchBare({ start }, userData) {
  const app = join(import.meta.dirname, '..', 'no-window-app');
  const run = start(app, [`--user-data-dir=${userData}`]);
  const seen = await watch(run);
  await run.end();
  return seen;
}

/** As the session starts it. @param {Place} place */
async function watchAway({ start, deskArgs }) {
  const run = start(projectDir, [...deskArgs, '--hidden']);
  const seen = await watch(run);
  await run.end();
  return seen;
}

/** The desk as a user starts it, hides it, gets it back, and loses it to the tray. @param {Place} place */
async function watchDesk(place) {
  const { run, cold } = await startDesk(place);
  /** @type {number[]} */
  const hidden = [];
  for (let cycle = 0; cycle < HIDDEN_CYCLES; cycle++) hidden.push(await comeBack(place, run));
  const destroyed = await comeBack(place, run, 'destroyed');
  await leave(place, run, 'destroyed');
  const limit = AbortSignal.timeout(DATA_LIMIT_MS);
  while (processTree(run.pid).some(isDataProcess))
    await delay(PAUSE_MS, undefined, { signal: limit });
  const seen = await watch(run);
  await run.end();
  return { cold, hidden, destroyed, seen };
}

/** @param {Place} place @param {TrayRun} run @param {'hidden' | 'destroyed'} [how] */
async function leave({ screen }, run, how = 'hidden') {
  await run.order('close');
  await screen.emptied();
  if (how === 'destroyed') await run.order('destroy');
  await delay(PAUSE_MS);
}

/** From a click on the icon until the window is on the screen. @type {(...args: Parameters<typeof leave>) => Promise<number>} */
async function comeBack(place, run, how) {
  await leave(place, run, how);
  const clickedAtMs = performance.now();
  place.panel.click();
  const cameMs = await place.screen.pictureCame(clickedAtMs);
  await delay(PAUSE_MS);
  return cameMs;
}
