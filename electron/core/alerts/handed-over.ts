import type { Firing } from '../../../src/shared/domain/alert/firing';
import type { AlertNotifier, HandOver } from './alert-notifier-port';
import type { AlertRepository } from './alert-repository-port';

export interface HandedOverParts {
  readonly repository: Pick<
    AlertRepository,
    'handOver' | 'takeBack' | 'handedOver' | 'setDelivery'
  >;
  readonly notifier: Pick<AlertNotifier, 'hasTaken'>;
  readonly onError: (error: unknown) => void;
}

/** What the system was given of messages, and what became of it where it did not say so at once. */
export class HandedOver {
  private isDisposed = false;

  constructor(private readonly parts: HandedOverParts) {}

  /** To be given to the notifier. */
  readonly handOver: HandOver = (firings, holder, write) => {
    // The next run tells it: no note of it could be made any more.
    if (this.isDisposed) return;
    const { repository, onError } = this.parts;
    const ids = firings.map(({ id }) => id);
    let isWritten = false;
    const writeOnce = (): boolean => {
      isWritten = true;
      return write();
    };
    try {
      repository.handOver(ids, holder, writeOnce);
    } catch (error) {
      onError(error);
      // Rather told twice than not at all.
      if (!isWritten) write();
    }
  };

  /**
   * Those that their holder has taken are delivered; those whose holder is gone can be told anew.
   *
   * @returns ids of those of which nobody can say yet
   */
  async settle(firings: readonly Firing[]): Promise<ReadonlySet<number>> {
    const { repository, notifier } = this.parts;
    const notes = repository.handedOver();
    const holders = new Set(firings.flatMap(({ id }) => notes.get(id) ?? []));
    const unsure = new Set<number>();
    for (const holder of holders) {
      const ids = firings.map(({ id }) => id).filter((id) => notes.get(id) === holder);
      const taken = await notifier.hasTaken(holder);
      if (this.isDisposed) return unsure;
      if (taken === 'yes') repository.setDelivery(ids, 'delivered');
      else if (taken === 'no') repository.takeBack(ids);
      else ids.forEach((id) => unsure.add(id));
    }
    return unsure;
  }

  dispose(): void {
    this.isDisposed = true;
  }
}
