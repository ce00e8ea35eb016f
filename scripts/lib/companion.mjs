import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findCommand } from './find-command.mjs';

// A companion is a server that lives exactly as long as we do: an X server or a
// message bus. Wrappers such as xvfb-run and dbus-run-session leave theirs (or
// the command) behind when they are ended by a signal, so we start it ourselves.

const START_LIMIT_MS = 15_000;
const END_LIMIT_MS = 5000;
const ADDRESS_FD = 3;

/**
 * @typedef {object} Companion
 * @property {string} address the first line that the server wrote to descriptor 3
 * @property {() => Promise<void>} dispose ends it and waits until it is gone
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function boundToOurLife(command, args) {
  // Also when we are killed without a chance to tidy up.
  const setpriv = process.platform === 'linux' && findCommand('setpriv');
  return setpriv
    ? { command: setpriv, args: ['--pdeathsig', 'TERM', command, ...args] }
    : { command, args };
}

/**
 * @param {NodeJS.ReadableStream} stream
 * @returns {Promise<string>}
 */
function firstLine(stream) {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')).trim());
    });
  });
}

/**
 * Starts a server that writes its address to descriptor 3 once it is ready.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<Companion>}
 */
export async function startCompanion(command, args) {
  const bound = boundToOurLife(command, args);
  // A group of its own: Ctrl-C must reach the app first, and end this one last.
  const child = spawn(bound.command, bound.args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = once(child, 'exit').catch(() => []);
  const limit = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
  const pipe = /** @type {import('node:net').Socket} */ (child.stdio[ADDRESS_FD]);
  const address = await Promise.race([firstLine(pipe), ended.then(() => null)]);
  clearTimeout(limit);
  if (address === null) throw new Error(`${command} did not start`);
  // It must not keep us running when somebody forgets to dispose of it.
  child.unref();
  pipe.unref();
  return {
    address,
    dispose: async () => {
      child.ref();
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
      await ended;
      clearTimeout(patience);
    },
  };
}
