import { utilityProcess } from 'electron';
import type { ListProcess } from './list-process-client';

/** Several times what the largest file needs. */
const MOST_MEMORY_MB = 1024;

/**
 * Electron's part of a process that reads a list. It must not write to our stdout, which belongs to the
 * machine-readable output of `--screenshot`.
 *
 * @param modulePath - absolute path of the built `list-process.js`
 */
export function forkListProcess(modulePath: string): ListProcess {
  const child = utilityProcess.fork(modulePath, [], {
    serviceName: 'tapeout-list',
    stdio: ['ignore', 'ignore', 'inherit'],
    execArgv: [`--max-old-space-size=${MOST_MEMORY_MB}`],
  });
  return {
    postMessage: (order) => child.postMessage(order),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill(),
  };
}
