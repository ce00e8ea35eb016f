import type { Firing } from '../../../src/shared/domain/alert/firing';
import type { Scheduler } from '../quotes/scheduler-port';
import type { AlertNotifier } from './alert-notifier-port';
import type { AlertRepository } from './alert-repository-port';

/** What is older than this is listed, and no more shown. */
export const NEWS_MS = 15 * 60_000;
export const RETRY_MS = 60_000;

export interface AlertDeliveryParts {
  readonly repository: Pick<AlertRepository, 'pending' | 'setDelivery' | 'handOver' | 'handedOver'>;
  readonly notifier: AlertNotifier;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * Sees to it that the user is told of each firing that is on the disk. What could not be shown is
 * tried again, also by the next run, for as long as it is news. What a killed run had handed over to the
 * system is not told again where its holder still is and has taken it.
 */
export class AlertDelivery {
  /** Ids that the notifier has in hand. */
  private readonly underWay = new Set<number>();
  private stopRetry: (() => void) | null = null;
  private isDisposed = false;

  constructor(private readonly parts: AlertDeliveryParts) {}

  /** Takes up what an earlier run left. */
  async start(): Promise<void> {
    const { repository } = this.parts;
    const pending = repository.pending();
    const holders = repository.handedOver();
    for (const { id } of pending) {
      const holder = holders.get(id);
      if (holder !== undefined) await this.settle(id, holder);
    }
    if (!this.isDisposed) this.deliver(repository.pending());
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

  private async settle(id: number, holder: string): Promise<void> {
    const { notifier, repository } = this.parts;
    const hasTaken = await notifier.hasTaken(holder);
    if (hasTaken && !this.isDisposed) repository.setDelivery([id], 'delivered');
  }

  private async tell(firing: Firing): Promise<void> {
    const { notifier, repository, onError } = this.parts;
    this.underWay.add(firing.id);
    try {
      const outcome = await notifier.deliver(firing, (firings, holder) => {
        if (this.isDisposed) return;
        repository.handOver(
          firings.map(({ id }) => id),
          holder,
        );
      });
      // A store that is closed keeps it as it was, for the next run.
      if (this.isDisposed) return;
      if (outcome !== 'failed') return repository.setDelivery([firing.id], outcome);
      repository.handOver([firing.id], null);
      this.retryLater();
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
