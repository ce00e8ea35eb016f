import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';

/** A fake that notes what it is told, and emits what the test wants. */
export class FakeBrowserWindow extends EventEmitter {
  readonly happened: unknown[] = [];
  readonly webContents = Object.assign(new EventEmitter(), {
    send: (...args: unknown[]) => this.happened.push(['send', ...args]),
    postMessage: (...args: unknown[]) => this.happened.push(['postMessage', ...args]),
  });
  isMinimizedNow = false;
  isMaximizedNow = false;

  constructor(readonly options: BrowserWindowConstructorOptions) {
    super();
  }

  async loadURL(address: string): Promise<void> {
    this.happened.push(`load ${address}`);
  }

  private note(what: string): void {
    this.happened.push(what);
  }

  readonly show = (): void => this.note('show');
  readonly focus = (): void => this.note('focus');
  readonly hide = (): void => this.note('hide');
  readonly minimize = (): void => this.note('minimize');
  readonly destroy = (): void => this.note('destroy');
  readonly restore = (): void => this.note('restore');
  readonly maximize = (): void => this.note('maximize');
  readonly setBackgroundColor = (colour: string): void => this.note(`background ${colour}`);
  readonly setIgnoreMouseEvents = (): void => this.note('ignore mouse');
  readonly isMinimized = (): boolean => this.isMinimizedNow;
  readonly isMaximized = (): boolean => this.isMaximizedNow;
  readonly isFullScreen = (): boolean => false;
  readonly getNormalBounds = () => ({ x: 1, y: 2, width: 900, height: 700 });
}
