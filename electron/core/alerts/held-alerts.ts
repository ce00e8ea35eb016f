import type { Firing } from '../../../src/shared/domain/alert/firing';
import type { Scheduler } from '../quotes/scheduler-port';
import type { AlertNotifier } from './alert-notifier-port';
import type { AlertRepository } from './alert-repository-port';
import type { HandedOver } from './handed-over';

/** Quiet hours may end earlier or later than they did: by a setting, a sleep, another clock. */
export const LOOK_EVERY_MS = 60_000;
/** Until the quiet hours of the next day begin no alert of these is older. */
export const DIGEST_NEWS_MS = 24 * 3_600_000;

export interface HeldAlertsParts {
  readonly repository: Pick<AlertRepository, 'held' | 'setDelivery' | 'takeBack'>;
  readonly notifier: Pick<AlertNotifier, 'digest' | 'quietUntil'>;
  readonly handedOver: Pick<HandedOver, 'handOver' | 'settle'>;
  readonly isMuted: () => boolean;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * Tells in one digest of what fired in the quiet hours, once they are over. What waits for it is on the
 * disk and nowhere else, so that it does not matter which run tells it.
 */
export class HeldAlerts {
  private stopWaiting: (() => void) | null = null;
  private isLooking = false;
  private isDisposed = false;

  constructor(private readonly parts: HeldAlertsParts) {}

  /** To be called whenever the quiet hours may have ended; never rejects. */
  async look(): Promise<void> {
    if (this.isLooking || this.isDisposed) return;
    this.isLooking = true;
    this.stopWaiting?.();
    this.stopWaiting = null;
    try {
      await this.tellWhatWaits();
    } catch (error) {
      this.parts.onError(error);
      this.lookIn(LOOK_EVERY_MS);
    } finally {
      this.isLooking = false;
    }
  }

  dispose(): void {
    this.isDisposed = true;
    this.stopWaiting?.();
  }

  private async tellWhatWaits(): Promise<void> {
    const { repository, notifier, handedOver, isMuted, now } = this.parts;
    if (repository.held().length === 0) return;
    const until = await notifier.quietUntil();
    if (until !== null) return this.lookIn(Math.min(until - now(), LOOK_EVERY_MS));
    if (isMuted()) return this.lookIn(LOOK_EVERY_MS);
    const unsure = await handedOver.settle(repository.held());
    if (this.isDisposed) return;
    const wanted = this.sortOut(repository.held()).filter(({ id }) => !unsure.has(id));
    if (wanted.length > 0) await this.tell(wanted);
    if (!this.isDisposed && repository.held().length > 0) this.lookIn(LOOK_EVERY_MS);
  }

  /** @returns those that are still to be told: neither seen in the list meanwhile nor too old */
  private sortOut(held: readonly Firing[]): readonly Firing[] {
    const { repository, now } = this.parts;
    const isSeen = ({ acknowledgedAt }: Firing): boolean => acknowledgedAt !== null;
    const isNews = ({ seenAt }: Firing): boolean => Math.abs(now() - seenAt) < DIGEST_NEWS_MS;
    const idsOf = (firings: readonly Firing[]): readonly number[] => firings.map(({ id }) => id);
    const seen = held.filter(isSeen);
    const old = held.filter((firing) => !isSeen(firing) && !isNews(firing));
    if (seen.length > 0) repository.setDelivery(idsOf(seen), 'delivered');
    if (old.length > 0) repository.setDelivery(idsOf(old), 'missed');
    return held.filter((firing) => !isSeen(firing) && isNews(firing));
  }

  private async tell(firings: readonly Firing[]): Promise<void> {
    const { repository, notifier, handedOver } = this.parts;
    const outcome = await notifier.digest(firings, handedOver.handOver);
    if (this.isDisposed) return;
    const ids = firings.map(({ id }) => id);
    if (outcome === 'delivered') repository.setDelivery(ids, 'delivered');
    if (outcome === 'failed') repository.takeBack(ids);
  }

  private lookIn(delayMs: number): void {
    if (this.isDisposed) return;
    this.stopWaiting ??= this.parts.scheduler.after(delayMs, () => {
      this.stopWaiting = null;
      void this.look();
    });
  }
}
