import type { ProviderStatus } from '../../../src/shared/domain/market/provider-status';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';
import type { Subscribable, Unsubscribe } from '../events/signal';
import type { Scheduler } from '../quotes/scheduler-port';

/** How soon a change of the settings is told, and how close two pushes may be. */
export const TELL_MS = 1000;
/** How often the health of the sources is looked at while the window is shown. */
export const LOOK_MS = 5000;

export interface ProviderStatusParts {
  readonly statuses: () => readonly ProviderStatus[];
  readonly changed: Subscribable<NetworkSource>;
  readonly scheduler: Scheduler;
  readonly publish: (statuses: readonly ProviderStatus[]) => void;
}

/**
 * Tells the page how the sources do, where that is other than what it was told last. While the page
 * is hidden nothing is told and no timer runs.
 */
export class ProviderStatusPublisher {
  private told = '';
  private visible = false;
  private stopTimer: (() => void) | null = null;
  private unsubscribe: Unsubscribe | null = null;

  constructor(private readonly parts: ProviderStatusParts) {}

  start(): void {
    this.unsubscribe ??= this.parts.changed.subscribe(() => {
      if (this.visible) this.lookIn(TELL_MS);
    });
  }

  dispose(): void {
    this.unsubscribe?.();
    this.unsubscribe = null;
    this.rest();
  }

  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    if (visible) this.lookIn(TELL_MS);
    else this.rest();
  }

  private lookIn(delayMs: number): void {
    this.rest();
    this.stopTimer = this.parts.scheduler.after(delayMs, () => {
      this.look();
      this.lookIn(LOOK_MS);
    });
  }

  private look(): void {
    const statuses = this.parts.statuses();
    const shown = JSON.stringify(statuses.map(withoutTime));
    if (shown === this.told) return;
    this.told = shown;
    this.parts.publish(statuses);
  }

  private rest(): void {
    this.stopTimer?.();
    this.stopTimer = null;
  }
}

/** That a source answered once more is no news: the minute of it is enough. */
function withoutTime({ health, ...rest }: ProviderStatus): unknown {
  const { lastAnswerAt, ...others } = health;
  return { ...rest, health: others, minute: Math.floor((lastAnswerAt ?? 0) / 60_000) };
}
