import type { WebContents } from 'electron';
import type { Scheduler } from '../core/quotes/scheduler-port';

export interface PageWatchParts {
  readonly scheduler: Scheduler;
  readonly log: { error(message: string, cause?: unknown): void };
  /** The page could not be loaded, or died too often. */
  readonly onBroken: (reason: string) => void;
}

/** A page that dies again and again is not brought back for ever. */
const MOST_REVIVALS = 3;
const FORGOTTEN_AFTER_MS = 60_000;

/** Chromium's code for a load that gave way to another one. */
const ABORTED = -3;

/** Writes down what goes wrong in the page, and brings it back when its process dies. */
export class PageWatch {
  private revivals = 0;

  constructor(private readonly parts: PageWatchParts) {}

  watch(contents: Pick<WebContents, 'on' | 'reload'>): void {
    const { log, onBroken } = this.parts;
    contents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
      if (isMainFrame && code !== ABORTED) {
        onBroken(`the page could not be loaded: ${description || code}`);
      }
    });
    contents.on('preload-error', (_event, _path, error) => {
      log.error('the preload script failed', error);
      onBroken(`the preload script failed: ${error.message}`);
    });
    contents.on('console-message', ({ level, message }) => {
      if (level === 'error') log.error(`page: ${message}`);
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      log.error(`the page's process is gone: ${reason}`);
      if (this.mayRevive()) contents.reload();
      else onBroken(`the page's process is gone: ${reason}`);
    });
  }

  private mayRevive(): boolean {
    if (this.revivals >= MOST_REVIVALS) return false;
    this.revivals += 1;
    this.parts.scheduler.after(FORGOTTEN_AFTER_MS, () => {
      this.revivals -= 1;
    });
    return true;
  }
}
