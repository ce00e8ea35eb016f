import type { TrayMessages } from '../../src/shared/i18n/tray/en-tray';
import type { Scheduler } from '../core/quotes/scheduler-port';
import type { TrayIcon } from './tray-icon';
import { trayMenu, type TrayState, trayState, trayTooltip, type TrayView } from './tray-view';

export interface TrayServiceParts {
  readonly icon: Pick<TrayIcon, 'show' | 'renew' | 'dispose'>;
  readonly view: () => TrayView;
  readonly messages: () => TrayMessages;
  /** Absolute path of the icon of a state. */
  readonly imagePath: (state: TrayState) => string;
  readonly scheduler: Scheduler;
}

/** Prices change all the time, and a menu that is set anew closes under the pointer. */
export const PRICES_EVERY_MS = 10_000;
/** Several things that happen at once are one change. */
export const TOGETHER_MS = 100;

/** Keeps the tray up to date. */
export class TrayService {
  private isShown = false;
  private stopWaiting: (() => void) | null = null;
  private waitsForPrices = false;

  constructor(private readonly parts: TrayServiceParts) {}

  start(): void {
    this.isShown = true;
    this.refresh();
  }

  /** Alerts, mute, sources, settings or language changed. */
  stateChanged(): void {
    if (this.stopWaiting !== null && !this.waitsForPrices) return;
    this.wait(TOGETHER_MS, false);
  }

  pricesChanged(): void {
    if (this.stopWaiting === null) this.wait(PRICES_EVERY_MS, true);
  }

  /** A panel came that does not know the icon. */
  panelCame(): void {
    if (this.isShown) this.parts.icon.renew();
  }

  dispose(): void {
    this.stopWaiting?.();
    this.stopWaiting = null;
    if (this.isShown) this.parts.icon.dispose();
    this.isShown = false;
  }

  private wait(delayMs: number, isForPrices: boolean): void {
    if (!this.isShown) return;
    this.stopWaiting?.();
    this.waitsForPrices = isForPrices;
    this.stopWaiting = this.parts.scheduler.after(delayMs, () => this.refresh());
  }

  private refresh(): void {
    const { icon, view: read, messages, imagePath } = this.parts;
    this.stopWaiting = null;
    const view = read();
    const t = messages();
    icon.show({
      imagePath: imagePath(trayState(view)),
      tooltip: trayTooltip(view, t),
      menu: trayMenu(view, t),
    });
  }
}
