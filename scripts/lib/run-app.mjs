import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { forwardSignals } from './forward-signals.mjs';
import { createStderrFilter } from './stderr-filter.mjs';

const LAST_WORDS_MS = 300;

/**
 * Runs an app to its end. Its stdout is ours; its stderr passes the filter.
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} the exit code; 128 + n when signal n ended it
 */
export async function runApp(executable, args, { env = process.env } = {}) {
  const filter = createStderrFilter((text) => process.stderr.write(text));
  const child = spawn(executable, args, {
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
    // A group of its own, so that Ctrl-C comes through us alone, once.
    detached: process.platform !== 'win32',
  });
  const stopForwarding = forwardSignals(child, ['SIGINT', 'SIGTERM', 'SIGHUP']);
  child.stderr.on('data', (chunk) => filter.push(chunk));
  const closed = once(child.stderr, 'close');
  try {
    const [code, signal] = await once(child, 'exit');
    // A helper process that outlives the app may hold its stderr open.
    await Promise.race([closed, delay(LAST_WORDS_MS)]);
    return code ?? 128 + (constants.signals[/** @type {NodeJS.Signals} */ (signal)] ?? 0);
  } finally {
    stopForwarding();
    child.stderr.destroy();
    filter.end();
  }
}
