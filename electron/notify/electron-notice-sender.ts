import { Notification } from 'electron';
import type { Scheduler } from '../core/quotes/scheduler-port';
import type { Taken } from '../core/alerts/alert-notifier-port';
import type { Notice, NoticeSender } from './notice';
import { cutNotice } from './notice-text';

export interface ElectronNoticeSenderParts {
  readonly scheduler: Scheduler;
  readonly hasSound: () => boolean;
  readonly isSupported?: () => boolean;
  readonly create?: (options: Electron.NotificationConstructorOptions) => Shown;
}

/** What is used of Electron's notification. */
type Shown = Pick<Notification, 'show'> & {
  once(event: 'show' | 'failed' | 'click' | 'close', listener: () => void): unknown;
};

/** macOS cuts what is longer. */
const LONGEST_BYTES = 256;
/** A system that says nothing for so long has shown nothing. */
export const PATIENCE_MS = 1000;

/** Messages by Electron, for macOS and Windows. */
export class ElectronNoticeSender implements NoticeSender {
  /** One that nobody holds is collected, and its click with it. */
  private readonly held = new Set<Shown>();

  constructor(private readonly parts: ElectronNoticeSenderParts) {}

  show(notice: Notice, onClick: () => void): Promise<'delivered' | 'failed'> {
    const {
      isSupported = () => Notification.isSupported(),
      create = (options) => new Notification(options),
    } = this.parts;
    if (!isSupported()) return Promise.resolve('failed');
    const { title, body, tag: id } = cutNotice(notice, LONGEST_BYTES);
    const shown = create({ id, title, body, silent: !this.parts.hasSound() });
    this.held.add(shown);
    return new Promise((resolve) => {
      const stopWaiting = this.parts.scheduler.after(PATIENCE_MS, () => resolve('failed'));
      const settle = (isShown: boolean): void => {
        stopWaiting();
        if (!isShown) this.held.delete(shown);
        resolve(isShown ? 'delivered' : 'failed');
      };
      shown.once('show', () => settle(true));
      shown.once('failed', () => settle(false));
      shown.once('click', onClick);
      shown.once('close', () => this.held.delete(shown));
      shown.show();
    });
  }

  /** Electron does not tell. */
  hasTaken(): Promise<Taken> {
    return Promise.resolve('no');
  }

  dispose(): void {
    this.held.clear();
  }
}
