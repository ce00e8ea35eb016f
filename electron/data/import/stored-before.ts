import { type BarColumns, viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import { compareBars } from '../../../src/shared/domain/candle/overlay-bars';
import type {
  ImportMode,
  StoredBefore,
} from '../../../src/shared/domain/formats/import/import-preview';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { CacheStore } from '../cache/cache-store';
import type { StoredSeries } from '../cache/series-repository';

/** Closes of two sources for one bar differ by rounding only. */
const SAME_CLOSE = 0.005;

/** The series as it is stored; null where it is not known. */
export function storedSeries(
  cache: CacheStore,
  instrument: InstrumentId,
  interval: Interval,
): (StoredSeries & { readonly bars: BarColumns }) | null {
  const stored = cache.use((series) => series.read(instrument, interval));
  return stored && { ...stored, bars: viewPackedBars(stored.buffer) };
}

/** What an import would be written over; null where it is nothing. */
export function storedBefore(
  cache: CacheStore,
  instrument: InstrumentId | null,
  interval: Interval,
  bars: BarColumns,
): StoredBefore | null {
  const stored = instrument === null ? null : storedSeries(cache, instrument, interval);
  if (stored === null || stored.bars.length === 0) return null;
  const { time, length } = stored.bars;
  return {
    ...{ source: stored.source, bars: length },
    firstTime: time[0] as number,
    lastTime: time[length - 1] as number,
    ...compareBars(stored.bars, bars, SAME_CLOSE),
  };
}

/** Bars that were adjusted otherwise must not stand in one series; those of an earlier import belong to it. */
export function usualMode(stored: StoredBefore | null): ImportMode {
  if (stored === null) return 'merge';
  const meets = stored.shared > 0 || stored.source === 'csv-file';
  return meets && stored.agrees ? 'merge' : 'replace';
}
