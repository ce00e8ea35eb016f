import type { Firing } from '../../../src/shared/domain/alert/firing';

/**
 * What became of one firing. `delivered`: shown, or counted in a summary that was shown; `held`: kept
 * for the digest after the quiet hours; `failed`: nothing was shown, and it may be tried again.
 */
export type DeliveryOutcome = 'delivered' | 'held' | 'failed';

/**
 * The system has the message about these firings: it will come even if the app is killed now.
 *
 * @param holder - names who has it, as {@link AlertNotifier.hasTaken} understands it
 */
export type OnHandedOver = (firings: readonly Firing[], holder: string) => void;

/** Tells the user of firings. Never blocks and never throws. */
export interface AlertNotifier {
  /**
   * Is given firings that are stored, in the order in which they happened, without waiting for the
   * one before. Those younger than fifteen minutes that an earlier run could not deliver come first.
   */
  deliver(firing: Firing, onHandedOver?: OnHandedOver): Promise<DeliveryOutcome>;
  /** Whether a message that an earlier run handed over has come to its holder. False where nobody can say. */
  hasTaken(holder: string): Promise<boolean>;
}
