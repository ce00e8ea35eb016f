import { performance } from 'node:perf_hooks';
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { DataProcess, DataProcessParts } from './data-process-client';

/**
 * Electron's part of the data process. It must not write to our stdout, which belongs to the
 * machine-readable output of `--screenshot`.
 *
 * @param modulePath - absolute path of the built `data-process.js`
 */
export function electronDataProcess(
  modulePath: string,
): Pick<DataProcessParts<MessagePortMain>, 'fork' | 'createChannel' | 'monotonicMs'> {
  return {
    fork: () => forkDataProcess(modulePath),
    createChannel: () => new MessageChannelMain(),
    monotonicMs: () => performance.now(),
  };
}

function forkDataProcess(modulePath: string): DataProcess<MessagePortMain> {
  const child = utilityProcess.fork(modulePath, [], {
    serviceName: 'tapeout-data',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    postMessage: (command, ports = []) => child.postMessage(command, ports),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill(),
  };
}
