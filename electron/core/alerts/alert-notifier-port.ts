import type { Firing } from '../../../src/shared/domain/alert/firing';

/**
 * What became of one firing. `delivered`: shown, or counted in a summary that was shown; `held`: waits
 * for the end of the quiet hours; `failed`: nothing was shown, and it may be tried again; `unsure`: the
 * system was given the message, see {@link HandOver}, and did not say what it did with it.
 */
export type DeliveryOutcome = 'delivered' | 'held' | 'failed' | 'unsure';

/**
 * Runs in the turn of the event loop in which the message about these firings goes out. Who does not
 * call `write` keeps it back.
 *
 * @param holder - names who gets it, as {@link AlertNotifier.hasTaken} understands it
 * @param write - gives it to the system; true where it will come even if the app is killed at once
 */
export type HandOver = (firings: readonly Firing[], holder: string, write: () => boolean) => void;

/** `unknown`: its holder is there and says nothing. */
export type Taken = 'yes' | 'no' | 'unknown';

/** Tells the user of firings. Never blocks and never throws. */
export interface AlertNotifier {
  /**
   * Is given firings that are stored, in the order in which they happened, without waiting for the
   * one before. Those younger than fifteen minutes that an earlier run could not deliver come first.
   */
  deliver(firing: Firing, handOver?: HandOver): Promise<DeliveryOutcome>;
  /** One message about all that the quiet hours held back. */
  digest(firings: readonly Firing[], handOver?: HandOver): Promise<DeliveryOutcome>;
  /** When the quiet hours end that hold now (UTC milliseconds); null where there are none. */
  quietUntil(): Promise<number | null>;
  /** Whether a message that was handed over has come to its holder. `no` where nobody can ever say. */
  hasTaken(holder: string): Promise<Taken>;
}
