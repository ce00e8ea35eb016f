import type { Firing } from '../../../src/shared/domain/alert/firing';
import type { Scheduler } from '../quotes/scheduler-port';
import type { AlertNotifier } from './alert-notifier-port';
import type { AlertRepository } from './alert-repository-port';

/** What is older than this is listed, and no more shown. */
export const NEWS_MS = 15 * 60_000;
export const RETRY_MS = 60_000;

export interface AlertDeliveryParts {
  readonly repository: Pick<AlertRepository, 'pending' | 'setDelivery'>;
  readonly notifier: AlertNotifier;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * Sees to it that the user is told of each firing that is on the disk. What could not be shown is
 * tried again, also by the next run, for as long as it is news; a kill between the telling and its mark
 * tells once more.
 */
export class AlertDelivery {
  /** Ids that the notifier has in hand. */
  private readonly underWay = new Set<number>();
  private stopRetry: (() => void) | null = null;
  private isDisposed = false;

  constructor(private readonly parts: AlertDeliveryParts) {}

  /** Takes up what an earlier run left. */
  start(): void {
    this.deliver(this.parts.repository.pending());
  }

  dispose(): void {
    this.isDisposed = true;
    this.stopRetry?.();
  }

  /** @param firings - on the disk, in the order in which they happened */
  deliver(firings: readonly Firing[]): void {
    const { repository, now } = this.parts;
    const pending = firings.filter(
      ({ id, delivery }) => delivery === 'pending' && !this.underWay.has(id),
    );
    const isNews = ({ seenAt }: Firing): boolean => Math.abs(now() - seenAt) <= NEWS_MS;
    const old = pending.filter((firing) => !isNews(firing));
    if (old.length > 0) {
      repository.setDelivery(
        old.map(({ id }) => id),
        'missed',
      );
    }
    for (const firing of pending.filter(isNews)) void this.tell(firing);
  }

  private async tell(firing: Firing): Promise<void> {
    const { notifier, repository, onError } = this.parts;
    this.underWay.add(firing.id);
    try {
      const outcome = await notifier.deliver(firing);
      // A store that is closed keeps it as it was, for the next run.
      if (this.isDisposed) return;
      if (outcome === 'failed') this.retryLater();
      else repository.setDelivery([firing.id], outcome);
    } catch (error) {
      onError(error);
    } finally {
      this.underWay.delete(firing.id);
    }
  }

  private retryLater(): void {
    this.stopRetry ??= this.parts.scheduler.after(RETRY_MS, () => {
      this.stopRetry = null;
      this.deliver(this.parts.repository.pending());
    });
  }
}
