import type { Bar } from '../../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';

const DAY = 86_400;
/** Today and the day before. */
const KEPT_DAYS = 2;

/**
 * Closes of the last days of each instrument, learned from answers and streams alike, so that both measure
 * the day's change from the same price.
 */
export class DayCloses {
  private readonly closes = new Map<InstrumentId, ReadonlyMap<number, number>>();

  /** @param bars - of days of UTC, in any order */
  learn(id: InstrumentId, bars: readonly Bar[]): void {
    const all = new Map(this.closes.get(id));
    for (const { time, close } of bars) all.set(time, close);
    const days = [...all].sort(([one], [other]) => other - one);
    this.closes.set(id, new Map(days.slice(0, KEPT_DAYS)));
  }

  /** Null where the day before `time` (UTC seconds of a midnight) is not known. */
  before(id: InstrumentId, time: number): number | null {
    return this.closes.get(id)?.get(time - DAY) ?? null;
  }
}
