import type { Envelope } from '../../../../src/shared/ipc/envelope';

export interface FakeFrame {
  readonly url: string;
  readonly parent: unknown;
}

export const PAGE_FRAME: FakeFrame = { url: 'app://tapeout/index.html', parent: null };

type Listener = (event: { senderFrame: FakeFrame | null }, ...args: unknown[]) => unknown;

/** A fake of Electron's ipcMain that is asked by the test. */
export class FakeIpc {
  readonly listeners = new Map<string, Listener>();

  handle(channel: string, listener: Listener): void {
    if (this.listeners.has(channel)) throw new Error(`${channel} has a handler already`);
    this.listeners.set(channel, listener);
  }

  ask(channel: string, args: readonly unknown[], frame: FakeFrame | null = PAGE_FRAME) {
    const listener = this.listeners.get(channel);
    if (!listener) throw new Error(`no handler for ${channel}`);
    return Promise.resolve(listener({ senderFrame: frame }, ...args)) as Promise<Envelope<unknown>>;
  }
}
