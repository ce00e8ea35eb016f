import type { KeepInTrayChoice } from '../../src/shared/domain/settings/tray-settings';
import type { Scheduler } from '../core/quotes/scheduler-port';

/** The desk's window, as far as it comes and goes. */
export interface PresentWindow {
  /** Hidden counts; destroyed does not. */
  readonly isOpen: boolean;
  open(): void;
  /** Brings it to the front. */
  focus(): void;
  hide(): void;
  minimize(): void;
  destroy(): void;
}

export interface DeskPresenceParts {
  readonly window: PresentWindow;
  /** Whether an icon of ours stands in a panel at this moment. */
  readonly isTrayReachable: () => boolean;
  readonly choice: () => KeepInTrayChoice;
  readonly remember: (choice: 'yes' | 'no') => void;
  /** Asks the user, over the window. */
  readonly ask: () => Promise<'yes' | 'no' | 'cancel'>;
  readonly quit: () => void;
  readonly scheduler: Scheduler;
  readonly onError: (error: unknown) => void;
}

/** A hidden window is kept for so long; then its memory is given back. */
export const KEPT_HIDDEN_MS = 60_000;
/** A panel that is restarted, or that comes up with the session, is back by then. */
export const PANEL_PATIENCE_MS = 30_000;

/**
 * What becomes of the app when its window is closed, and how the window comes back.
 *
 * Where no panel shows the icon nothing is hidden: a window that the user wants kept is minimised in
 * place of it, and one that is hidden already comes back when its panel stays away. Whatever happened,
 * starting the app again shows the window.
 */
export class DeskPresence {
  private isAway = false;
  private isAsking = false;
  private stopKeeping: (() => void) | null = null;
  private stopWaiting: (() => void) | null = null;

  constructor(private readonly parts: DeskPresenceParts) {}

  /** Whether the app goes on without any window. */
  get livesInTray(): boolean {
    return this.isAway;
  }

  /** The user closes the window. @returns false where it stays, hidden or not */
  mayClose(): boolean {
    const { window, choice, isTrayReachable } = this.parts;
    if (this.isAsking) return false;
    const wish = choice();
    if (wish === 'no') return true;
    if (!isTrayReachable()) {
      if (wish === 'ask') return true;
      window.minimize();
      return false;
    }
    if (wish === 'yes') this.hide();
    else void this.askAndFollow();
    return false;
  }

  /** Starts without a window. */
  startAway(): void {
    this.isAway = true;
    if (!this.parts.isTrayReachable()) this.waitForPanel();
  }

  /** Brings the window to the user, whether it is hidden, destroyed or in the background. */
  show(): void {
    const { window } = this.parts;
    this.isAway = false;
    this.stopTimers();
    if (window.isOpen) window.focus();
    else window.open();
  }

  /** A panel shows our icon from now on, or none does any more. */
  panelChanged(): void {
    this.stopWaiting?.();
    this.stopWaiting = null;
    if (this.isAway && !this.parts.isTrayReachable()) this.waitForPanel();
  }

  dispose(): void {
    this.stopTimers();
  }

  private hide(): void {
    const { window, scheduler } = this.parts;
    this.isAway = true;
    window.hide();
    this.stopKeeping?.();
    this.stopKeeping = scheduler.after(KEPT_HIDDEN_MS, () => window.destroy());
  }

  private async askAndFollow(): Promise<void> {
    const { ask, remember, quit, onError } = this.parts;
    this.isAsking = true;
    try {
      const answer = await ask();
      if (answer === 'cancel') return;
      remember(answer);
      if (answer === 'yes') this.hide();
      else quit();
    } catch (error) {
      onError(error);
    } finally {
      this.isAsking = false;
    }
  }

  private waitForPanel(): void {
    this.stopWaiting = this.parts.scheduler.after(PANEL_PATIENCE_MS, () => this.show());
  }

  private stopTimers(): void {
    this.stopKeeping?.();
    this.stopWaiting?.();
    this.stopKeeping = null;
    this.stopWaiting = null;
  }
}
