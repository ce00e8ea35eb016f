import type { AlertTick } from '../firing';
import { heardTick } from '../heard-tick';

/** The price before the last of the slot that was looked at last; one object for all, as each look writes it. */
export class PriorPrice {
  slot = -1;
  at = NaN;
  heardAt = NaN;
  price = NaN;
  previousClose = NaN;
  volume = NaN;

  /** What happens next happens without a price. */
  forget(): void {
    this.slot = -1;
  }

  /** Null where there was none. */
  tick(): AlertTick | null {
    return Number.isNaN(this.at) ? null : heardTick(this);
  }
}
