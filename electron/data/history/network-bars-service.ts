import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  type BarColumns,
  isSameBars,
  lowerBound,
  subBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import { cleanBars } from '../../../src/shared/domain/candle/clean-bars';
import { mergeBars } from '../../../src/shared/domain/candle/merge-bars';
import { unexplainedSplits, unitErrors } from '../../../src/shared/domain/candle/suspect-bars';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { FetchedBars, StoredBars, StoreOutcome } from '../../core/history/bars-store-port';
import type { CacheStore } from '../cache/cache-store';
import type { StoredSeries } from '../cache/series-repository';
import type { Clock } from '../time';
import { lastFinalTime } from './last-final-time';

/** Beyond this share of bars in another unit the whole answer is not to be trusted. */
const MOST_UNIT_ERRORS = 0.1;
/** Closes of two answers for one session differ by rounding only. */
const SAME_CLOSE = 0.005;

export interface NetworkBarsParts {
  readonly cache: CacheStore;
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** MIC of the exchange whose sessions an instrument follows. */
  readonly calendarMic: (id: InstrumentId) => string;
  /** UTC milliseconds. */
  readonly clock: Clock;
}

/** Checks bars that came over the network and puts them into the store, or refuses them whole. */
export class NetworkBarsService {
  constructor(private readonly parts: NetworkBarsParts) {}

  store(fetched: FetchedBars): StoredBars {
    const { instrument, interval, source } = fetched;
    const rows = viewPackedBars(fetched.buffer);
    const calendar = this.parts.calendar(this.parts.calendarMic(instrument));
    const finalTime = lastFinalTime(interval, rows.time.at(-1) ?? 0, calendar, this.parts.clock());
    const { bars } = cleanBars(rows, finalTime);
    const known = this.read(fetched, bars);
    const stored = viewPackedBars(known?.buffer ?? new ArrayBuffer(0));
    if (known?.source === 'csv-file') {
      const lastTime = stored.time[stored.length - 1] ?? 0;
      return { instrument, interval, source: known.source, lastTime, outcome: 'kept' };
    }
    const outcome = judge(fetched, bars, stored, known?.source ?? source);
    if (outcome === 'stored' && bars.length > 0) this.write(fetched, bars, stored);
    const lastTime = bars.time[bars.length - 1] ?? stored.time[stored.length - 1] ?? 0;
    return { instrument, interval, source, lastTime, outcome };
  }

  /** Of what is stored, as much as the new bars are to be compared with, and the last bar. */
  private read(
    { instrument, interval, isWhole }: FetchedBars,
    bars: BarColumns,
  ): StoredSeries | null {
    const since = isWhole ? null : (bars.time[0] ?? Infinity);
    return this.parts.cache.use((series) => series.read(instrument, interval, since));
  }

  private write(fetched: FetchedBars, bars: BarColumns, stored: BarColumns): void {
    const { instrument, interval, source, isWhole } = fetched;
    const importedAt = this.parts.clock();
    const origin = { source, importedAt, fingerprint: source, report: null };
    this.parts.cache.use((series) => {
      if (isWhole) {
        const whole = withOlder(bars, stored);
        return series.replace(instrument, interval, whole, origin);
      }
      const newest = newestOf(bars, stored);
      return newest
        ? series.appendNewest(interval, [{ instrument, bars: newest }], origin)
        : series.merge(instrument, interval, bars, origin);
    });
  }
}

/**
 * Sources adjust for dividends or do not. What another source has therefore stands beside what is stored
 * only where both agree, and takes its place only where it reaches back as far or a split made it void.
 */
function judge(
  fetched: FetchedBars,
  bars: BarColumns,
  stored: BarColumns,
  storedSource: MarketSource,
): StoreOutcome {
  if (unitErrors(bars).length > bars.length * MOST_UNIT_ERRORS) return 'refused';
  // The end of a series of which the beginning is lost.
  if (stored.length === 0 && !fetched.isWhole) return 'void';
  if (stored.length === 0 || bars.length === 0) return 'stored';
  return judgeBeside(fetched, bars, stored, storedSource);
}

function judgeBeside(
  fetched: FetchedBars,
  bars: BarColumns,
  stored: BarColumns,
  storedSource: MarketSource,
): StoreOutcome {
  const lastStored = stored.time[stored.length - 1] as number;
  const isSplit = fetched.splits.some(({ time }) => time > lastStored);
  const isMet = meets(stored, bars);
  const isForeign = fetched.source !== storedSource && !isSplit && !isMet;
  if (fetched.isWhole) {
    const losesHistory = (bars.time[0] as number) > (stored.time[0] as number);
    return isForeign && losesHistory ? 'refused' : 'stored';
  }
  if (isForeign) return 'refused';
  return !isSplit && isMet && !jumpsAtSeam(fetched, bars, lastStored) ? 'stored' : 'void';
}

/** Bars that a source no longer serves are kept as long as they meet those that it does. */
function withOlder(bars: BarColumns, stored: BarColumns): BarColumns {
  if (!meets(stored, bars)) return bars;
  return mergeBars(subBars(stored, 0, lowerBound(stored, bars.time[0] as number)), bars);
}

/** The bars from the last stored one on; null where more changes than these, or all of it is new. */
function newestOf(bars: BarColumns, stored: BarColumns): BarColumns | null {
  if (stored.length === 0) return null;
  const last = stored.length - 1;
  const first = lowerBound(bars, stored.time[last] as number);
  const older = subBars(stored, lowerBound(stored, bars.time[0] as number), last);
  const known = mergeBars(older, subBars(bars, 0, first));
  return isSameBars(known, older) ? subBars(bars, first, bars.length) : null;
}

/** True where both have bars of one session and agree on them. */
function meets(stored: BarColumns, bars: BarColumns): boolean {
  const closes = new Map<number, number>();
  for (let index = 0; index < bars.length; index++) {
    closes.set(bars.time[index] as number, bars.close[index] as number);
  }
  let common = 0;
  for (let index = 0; index < stored.length; index++) {
    const close = closes.get(stored.time[index] as number);
    if (close === undefined) continue;
    if (Math.abs(close / (stored.close[index] as number) - 1) > SAME_CLOSE) return false;
    common++;
  }
  return common > 0;
}

function jumpsAtSeam({ splits }: FetchedBars, bars: BarColumns, lastStored: number): boolean {
  const times = splits.map(({ time }) => time);
  return unexplainedSplits(bars, times).some((index) => (bars.time[index] as number) > lastStored);
}
