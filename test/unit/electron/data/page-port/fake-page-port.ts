import type { PagePort } from '../../../../../electron/data/page-port/page-port';

/** The data process's end of a channel; `say` and `hangUp` are what the page does at the other. */
export class FakePagePort implements PagePort {
  readonly heard: unknown[] = [];
  started = false;
  private readonly messageListeners: ((event: { readonly data: unknown }) => void)[] = [];
  private readonly closeListeners: (() => void)[] = [];

  postMessage(message: unknown): void {
    this.heard.push(message);
  }

  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  on(event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void): unknown {
    if (event === 'message') this.messageListeners.push(listener);
    else this.closeListeners.push(listener as () => void);
    return this;
  }

  start(): void {
    this.started = true;
  }

  say(data: unknown): void {
    if (!this.started) throw new Error('messages wait until the port is started');
    for (const listener of this.messageListeners) listener({ data });
  }

  hangUp(): void {
    for (const listener of this.closeListeners) listener();
  }
}
