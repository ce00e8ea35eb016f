import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { lastLines } from '../lib/run-command.mjs';

const HAND = join(import.meta.dirname, 'tray-hand.cjs');
const END_LIMIT_MS = 5000;

/**
 * @typedef {object} TrayRun
 * @property {number} pid
 * @property {number} startedAtMs of `performance`
 * @property {(command: 'close' | 'destroy' | 'page', text?: string) => Promise<unknown>} order see `tray-hand.cjs`
 * @property {() => Promise<void>} end
 */

/**
 * Starts an app with a hand in it, and without a test driver.
 * @param {string} executable
 * @param {readonly string[]} switches
 * @param {readonly string[]} appArgs the folder of the app first
 * @param {NodeJS.ProcessEnv} env
 * @returns {TrayRun}
 */
export function startRun(executable, switches, appArgs, env) {
  const startedAtMs = performance.now();
  const child = spawn(executable, [...switches, '-r', HAND, ...appArgs], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk) => (complaints += chunk));
  const ended = once(child, 'exit');
  const hand = /** @type {import('node:net').Socket} */ (child.stdio[3]);
  /** @type {((answer: unknown) => void)[]} */
  const waiting = [];
  const answers = createInterface({ input: hand });
  answers.on('line', (line) => waiting.shift()?.(JSON.parse(line)));
  // Who is ended on order is gone before it answers.
  for (const end of [hand, answers]) end.on('error', () => undefined);
  const tell = (/** @type {string} */ command, /** @type {string | undefined} */ text) =>
    void hand.write(`${JSON.stringify({ command, text })}\n`);
  return {
    pid: child.pid ?? 0,
    startedAtMs,
    order: async (command, text) => {
      tell(command, text);
      const answer = new Promise((resolve) => waiting.push(resolve));
      const early = ended.then(() => {
        throw new Error(`the app ended early:\n${lastLines(complaints, 10)}`);
      });
      return await Promise.race([answer, early]);
    },
    end: async () => {
      tell('exit', undefined);
      const patience = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
      await ended;
      clearTimeout(patience);
    },
  };
}
