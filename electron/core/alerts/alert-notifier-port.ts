import type { Firing } from '../../../src/shared/domain/alert/firing';

/**
 * What became of one firing. `delivered`: shown, or counted in a summary that was shown; `held`: kept
 * for the digest after the quiet hours; `failed`: nothing was shown, and it may be tried again.
 */
export type DeliveryOutcome = 'delivered' | 'held' | 'failed';

/** Tells the user of firings. Never blocks and never throws. */
export interface AlertNotifier {
  /**
   * Is given firings that are stored, in the order in which they happened, without waiting for the
   * one before. Those younger than fifteen minutes that an earlier run could not deliver come first.
   */
  deliver(firing: Firing): Promise<DeliveryOutcome>;
}
