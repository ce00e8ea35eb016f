import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListProcess } from '../../electron/ipc/list-process-client';
import { bundleChild, type ChildBundle } from '../store/user/child-bundle';
import { PROJECT_DIR } from './electron-under-test';

/** Gives a child of Node the door that Electron gives to a utility process. */
const PARENT_PORT = `
process.parentPort = {
  once: (name, listener) => process.once(name, (data) => listener({ data })),
  postMessage: (message) => process.send(message),
};
`;

/** The real process that reads a list, built from its source, under Node instead of Electron. */
export class BuiltListProcess {
  private constructor(
    private readonly bundle: ChildBundle,
    private readonly door: string,
  ) {}

  static async build(): Promise<BuiltListProcess> {
    const bundle = await bundleChild(join(PROJECT_DIR, 'electron/list-process.ts'));
    const door = join(dirname(bundle.file), 'parent-port.mjs');
    await writeFile(door, PARENT_PORT);
    return new BuiltListProcess(bundle, door);
  }

  /** @param flags - of Node */
  fork(flags: readonly string[] = []): ListProcess {
    const child = fork(this.bundle.file, [], {
      execArgv: ['--import', this.door, ...flags],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      postMessage: (order) => void child.send(order),
      onMessage: (listener) => void child.on('message', (piece) => listener(piece as never)),
      onExit: (listener) => void child.on('exit', (code) => listener(code ?? -1)),
      kill: () => void child.kill(),
    };
  }

  remove(): void {
    this.bundle.remove();
  }
}
