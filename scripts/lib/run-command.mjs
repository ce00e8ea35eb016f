import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { forwardSignals } from './forward-signals.mjs';

const KEPT_OUTPUT = 200_000;
const NOT_FOUND = 127;

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 127 when the command could not be started, 128 after a signal
 * @property {string} output stdout and stderr together, the last part of it when long
 */

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [stream] show the output instead of collecting it
 * @property {boolean} [shell]
 */

/**
 * Runs a command to its end, without input. When we are told to end meanwhile,
 * the command ends first.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, { stream = false, ...options } = {}) {
  const output = stream ? 'inherit' : 'pipe';
  const child = spawn(command, args, { ...options, stdio: ['ignore', output, output] });
  const stopForwarding = forwardSignals(child, ['SIGTERM', 'SIGHUP']);
  let text = '';
  /** @param {Buffer} chunk */
  const collect = (chunk) => {
    text = (text + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return new Promise((resolve) => {
    /** @param {CommandResult} result */
    const finish = (result) => {
      const signal = stopForwarding();
      if (signal) process.kill(process.pid, signal);
      resolve(result);
    };
    child.once('error', (error) => finish({ code: NOT_FOUND, output: error.message }));
    child.once('close', (code) => finish({ code: code ?? 128, output: text }));
  });
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export function runNode(script, args, options) {
  return runCommand(process.execPath, [script, ...args], options);
}

/**
 * Runs npm: the one that runs us when there is one, otherwise the one on the
 * path (a .cmd file on Windows, which only a shell can start).
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export function runNpm(args, options = {}) {
  const running = process.env['npm_execpath'] ?? '';
  if (basename(running) === 'npm-cli.js') return runNode(running, args, options);
  return runCommand('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * @param {string} output
 * @param {number} [lines]
 */
export function lastLines(output, lines = 30) {
  return stripVTControlCharacters(output).trimEnd().split('\n').slice(-lines).join('\n');
}
