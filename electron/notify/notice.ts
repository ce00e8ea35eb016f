import type { DeliveryOutcome, Taken } from '../core/alerts/alert-notifier-port';

/** One message to the user. */
export interface Notice {
  /** Begins with what must not be cut away. */
  readonly title: string;
  readonly body: string;
  /** Stays on the screen until it is seen, where the system can do that. */
  readonly isUrgent: boolean;
  /** The same for messages about the same: where the system knows such marks the later one takes the place of the first. */
  readonly tag: string;
}

/**
 * Runs in the turn of the event loop in which a message goes out. Who does not call `write` keeps it back.
 *
 * @param holder - who gets it
 * @param write - gives it to the system; true where it will come even if the app is killed at once
 */
export type HandNoticeOver = (holder: string, write: () => boolean) => void;

/** Shows messages by the means of the system. */
export interface NoticeSender {
  /**
   * Never blocks, never rejects, and answers within little more than a second.
   *
   * @param onClick - runs when the user clicks on the message, however much later
   * @param handOver - runs where the system can say afterwards whether it has the message
   */
  show(
    notice: Notice,
    onClick: () => void,
    handOver?: HandNoticeOver,
  ): Promise<Exclude<DeliveryOutcome, 'held'>>;
  /** Whether a message that was handed over has come to its holder. Never rejects. */
  hasTaken(holder: string): Promise<Taken>;
  dispose(): void;
}
