import type { Firing } from '../../../src/shared/domain/alert/firing';
import type { Scheduler } from '../quotes/scheduler-port';
import type { AlertNotifier, DeliveryOutcome } from './alert-notifier-port';
import type { AlertRepository } from './alert-repository-port';
import type { HandedOver } from './handed-over';

/** What is older than this is listed, and no more shown. */
export const NEWS_MS = 15 * 60_000;
export const RETRY_MS = 60_000;

export interface AlertDeliveryParts {
  readonly repository: Pick<AlertRepository, 'pending' | 'setDelivery' | 'takeBack'>;
  readonly notifier: Pick<AlertNotifier, 'deliver'>;
  readonly handedOver: Pick<HandedOver, 'handOver' | 'settle'>;
  /** A firing waits for the end of the quiet hours. */
  readonly onHeld: () => void;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * Sees to it that the user is told of each firing that is on the disk. What could not be shown is
 * tried again, also by the next run, for as long as it is news. What the system was given is not told
 * again where its holder still is and has taken it, and not before that is known.
 */
export class AlertDelivery {
  /** Ids that the notifier has in hand. */
  private readonly underWay = new Set<number>();
  private stopRetry: (() => void) | null = null;
  private isDisposed = false;

  constructor(private readonly parts: AlertDeliveryParts) {}

  /** Takes up what an earlier run left. */
  start(): Promise<void> {
    return this.takeUp();
  }

  dispose(): void {
    this.isDisposed = true;
    this.stopRetry?.();
  }

  /** @param firings - on the disk, in the order in which they happened */
  deliver(firings: readonly Firing[]): void {
    const pending = firings.filter(({ delivery }) => delivery === 'pending');
    for (const firing of this.news(this.idle(pending))) void this.tell(firing);
  }

  private async takeUp(): Promise<void> {
    const { repository, handedOver } = this.parts;
    const unsure = await handedOver.settle(this.idle(repository.pending()));
    if (this.isDisposed) return;
    const news = this.news(this.idle(repository.pending()));
    for (const firing of news) {
      if (unsure.has(firing.id)) this.retryLater();
      else void this.tell(firing);
    }
  }

  private idle(firings: readonly Firing[]): readonly Firing[] {
    return firings.filter(({ id }) => !this.underWay.has(id));
  }

  /** What is none any more is missed. */
  private news(firings: readonly Firing[]): readonly Firing[] {
    const { repository, now } = this.parts;
    const isNews = ({ seenAt }: Firing): boolean => Math.abs(now() - seenAt) <= NEWS_MS;
    const old = firings.filter((firing) => !isNews(firing)).map(({ id }) => id);
    if (old.length > 0) repository.setDelivery(old, 'missed');
    return firings.filter(isNews);
  }

  private async tell(firing: Firing): Promise<void> {
    const { notifier, handedOver, onError } = this.parts;
    this.underWay.add(firing.id);
    try {
      const outcome = await notifier.deliver(firing, handedOver.handOver);
      // A store that is closed keeps it as it was, for the next run.
      if (!this.isDisposed) this.keep(firing.id, outcome);
    } catch (error) {
      onError(error);
    } finally {
      this.underWay.delete(firing.id);
    }
  }

  private keep(id: number, outcome: DeliveryOutcome): void {
    const { repository, onHeld } = this.parts;
    if (outcome === 'delivered' || outcome === 'held') repository.setDelivery([id], outcome);
    if (outcome === 'held') onHeld();
    if (outcome === 'failed') repository.takeBack([id]);
    if (outcome === 'failed' || outcome === 'unsure') this.retryLater();
  }

  private retryLater(): void {
    const { scheduler, onError } = this.parts;
    this.stopRetry ??= scheduler.after(RETRY_MS, () => {
      this.stopRetry = null;
      void this.takeUp().catch(onError);
    });
  }
}
