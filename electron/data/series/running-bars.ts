import {
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import { cleanBars } from '../../../src/shared/domain/candle/clean-bars';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import { joinBars } from '../../../src/shared/domain/candle/join-bars';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { FetchedBars } from '../../core/history/bars-store-port';

/**
 * The bars that a source gave of periods still under way. They are shown behind the stored ones and
 * never stored, because they are not final.
 */
export class RunningBars {
  private readonly bySeries = new Map<string, BarColumns>();

  /** @param lastTime - UTC seconds of the last bar that was final */
  note({ instrument, interval, buffer }: FetchedBars, lastTime: number): void {
    const key = keyOf(instrument, interval);
    const { bars } = cleanBars(viewPackedBars(buffer), Infinity);
    const from = bars.time.findIndex((time) => time > lastTime);
    if (from < 0) this.bySeries.delete(key);
    else this.bySeries.set(key, viewPackedBars(packBars(bars, from)));
  }

  has(instrument: InstrumentId, interval: Interval): boolean {
    return this.bySeries.has(keyOf(instrument, interval));
  }

  /** The bars of a series, with the running ones behind the last. */
  behind(instrument: InstrumentId, interval: Interval, stored: BarColumns): BarColumns {
    const running = this.bySeries.get(keyOf(instrument, interval));
    if (!running || stored.length === 0) return stored;
    const last = stored.time[stored.length - 1] as number;
    const from = running.time.findIndex((time) => time > last);
    if (from < 0) return stored;
    return joinBars([stored, viewPackedBars(packBars(running, from))]);
  }
}

function keyOf(instrument: InstrumentId, interval: Interval): string {
  return `${instrument} ${interval}`;
}
