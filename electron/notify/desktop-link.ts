import { join } from 'node:path';
import type { Scheduler } from '../core/quotes/scheduler-port';
import { DbusNoticeSender } from './dbus/dbus-notice-sender';
import { SessionBus } from './dbus/session-bus';
import { TrayHostWatch } from './dbus/tray-host-watch';
import { ElectronNoticeSender } from './electron-notice-sender';
import type { NoticeSender } from './notice';

export interface DesktopLinkParts {
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Word for what a click on a notification does. */
  readonly clickLabel: () => string;
  readonly hasSound: () => boolean;
  /** A panel came, or came again: the icon has to be registered with it. */
  readonly onPanelCame: () => void;
  readonly onPanelChanged: () => void;
}

/** What the app needs of the user's desktop. */
export interface DesktopLink {
  readonly sender: NoticeSender;
  /** Whether a panel shows the icon. */
  isReachable(): boolean;
  /** @returns once it is known whether there is a panel */
  start(): Promise<void>;
  dispose(): void;
}

/** On Linux over a message bus of our own; elsewhere the system always has a place for the icon. */
export function createDesktopLink(parts: DesktopLinkParts): DesktopLink {
  if (process.platform === 'linux') return linuxDesktop(parts);
  let isStarted = false;
  return {
    sender: new ElectronNoticeSender(parts),
    isReachable: () => isStarted,
    start() {
      isStarted = true;
      return Promise.resolve();
    },
    dispose: () => undefined,
  };
}

function linuxDesktop(parts: DesktopLinkParts): DesktopLink {
  const bus = new SessionBus({
    address: busAddress(process.env),
    scheduler: parts.scheduler,
  });
  const sender = new DbusNoticeSender({ ...parts, bus });
  const panel = new TrayHostWatch({
    ...{ bus, pid: process.pid },
    onCame: parts.onPanelCame,
    onChanged: parts.onPanelChanged,
  });
  return {
    sender,
    isReachable: () => panel.showsOurIcon,
    async start() {
      sender.start();
      await panel.start();
    },
    dispose() {
      panel.dispose();
      bus.dispose();
    },
  };
}

/** Where the session's bus is; null where there is none. */
export function busAddress(env: NodeJS.ProcessEnv): string | null {
  const { DBUS_SESSION_BUS_ADDRESS: named, XDG_RUNTIME_DIR: runtime } = env;
  if (named) return named;
  return runtime ? `unix:path=${join(runtime, 'bus')}` : null;
}
