import type { AlertTick } from '../../../src/shared/domain/alert/firing';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';

/** Prices that are kept with a firing. */
export const KEPT_TICKS = 60;

/** The last prices of each instrument, for `why did this fire?`. */
export class RecentTicks {
  private readonly ticks = new Map<InstrumentId, AlertTick[]>();

  hear(instrument: InstrumentId, tick: AlertTick): void {
    const known = this.ticks.get(instrument);
    if (known === undefined) this.ticks.set(instrument, [tick]);
    else if (known.push(tick) > KEPT_TICKS) known.shift();
  }

  /** Oldest first. */
  of(instrument: InstrumentId): readonly AlertTick[] {
    return [...(this.ticks.get(instrument) ?? [])];
  }

  forget(instrument: InstrumentId): void {
    this.ticks.delete(instrument);
  }

  clear(): void {
    this.ticks.clear();
  }
}
