import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { lastLines } from '../lib/run-command.mjs';

const RUN_LIMIT_MS = 20_000;
const END_LIMIT_MS = 3000;
const POLL_MS = 20;

/**
 * @typedef {object} StartTimes in milliseconds since the parent asked the system for the process
 * @property {number} contentPaintedMs first contentful paint of the page
 * @property {number | null} chartPaintedMs the page's mark; null where it makes none
 * @property {number} mainLoadMs from Node's readiness to the first line after all imports of main
 * @property {Readonly<Record<string, number>>} steps of the main process, since Node was ready in it
 */

/**
 * @typedef {object} StartCommand
 * @property {string} executable
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} drawsChart whether the page marks that its chart is painted
 */

/** The clock of `performance.timeOrigin` in the page and in here is the wall clock. */
function wallClockMs() {
  return performance.timeOrigin + performance.now();
}

/**
 * Starts Electron once, reads what it and its page say about the start, and ends it. Nothing is
 * attached to the page before it has painted.
 * @param {StartCommand} command
 * @returns {Promise<StartTimes>}
 */
export async function measureStart({ executable, args, env, drawsChart }) {
  const limit = AbortSignal.timeout(RUN_LIMIT_MS);
  const startedAtMs = wallClockMs();
  const child = spawn(executable, ['--remote-debugging-port=0', ...args], {
    env: { ...env, TAPEOUT_TRACE_START: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const { steps, debuggerAddress } = await readTrace(child, limit);
    const page = await readPage(debuggerAddress, drawsChart, limit);
    const sinceStart = (/** @type {number} */ atMs) => page.timeOriginMs + atMs - startedAtMs;
    return {
      contentPaintedMs: sinceStart(page.contentPaintedMs),
      chartPaintedMs: page.chartPaintedMs === null ? null : sinceStart(page.chartPaintedMs),
      mainLoadMs: steps['mainEvaluated'] ?? NaN,
      steps,
    };
  } finally {
    await end(child);
  }
}

/**
 * Waits for the line of marks that main prints once the window has painted.
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} child
 * @param {AbortSignal} limit
 * @returns {Promise<{ steps: Record<string, number>, debuggerAddress: string }>}
 */
async function readTrace(child, limit) {
  let text = '';
  const failed = new Promise((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`Electron ended with code ${code}:\n${lastLines(text)}`)),
    );
    limit.addEventListener('abort', () =>
      reject(new Error(`nothing was painted in time:\n${lastLines(text)}`)),
    );
  });
  failed.catch(() => undefined);
  const told = new Promise((resolve) => {
    child.stderr.on('data', (chunk) => {
      text += chunk;
      const line = text.split('\n').find((candidate) => candidate.startsWith('{"startTrace"'));
      const address = /^DevTools listening on (ws:\S+)$/m.exec(text)?.[1];
      if (line?.endsWith('}') && address) {
        resolve({ steps: sinceNodeReady(JSON.parse(line).startTrace), debuggerAddress: address });
      }
    });
  });
  return await Promise.race([told, failed]);
}

/**
 * The system's word for when a process was made is coarse; Node's own clock is not.
 * @param {Readonly<Record<string, number>>} steps
 * @returns {Record<string, number>}
 */
function sinceNodeReady({ nodeReady = NaN, ...later }) {
  return Object.fromEntries(Object.entries(later).map(([step, atMs]) => [step, atMs - nodeReady]));
}

/**
 * @param {string} debuggerAddress
 * @param {boolean} drawsChart
 * @param {AbortSignal} limit
 */
async function readPage(debuggerAddress, drawsChart, limit) {
  const browser = await chromium.connectOverCDP(debuggerAddress);
  try {
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error('there is no window');
    for (;;) {
      const marks = await page.evaluate(() => ({
        timeOriginMs: performance.timeOrigin,
        contentPaintedMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
        chartPaintedMs: performance.getEntriesByName('chart-painted')[0]?.startTime ?? null,
      }));
      const { contentPaintedMs } = marks;
      if (contentPaintedMs !== undefined && (marks.chartPaintedMs !== null || !drawsChart)) {
        return { ...marks, contentPaintedMs };
      }
      await delay(POLL_MS, undefined, { signal: limit });
    }
  } finally {
    await browser.close();
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
  await exited;
  clearTimeout(patience);
}
