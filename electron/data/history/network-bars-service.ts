import { toSessionKey } from '../../../src/shared/domain/calendar/calendar-date';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { lastFinishedSession } from '../../../src/shared/domain/calendar/session-clock';
import {
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import { cleanBars } from '../../../src/shared/domain/candle/clean-bars';
import { INTERVAL_SECONDS } from '../../../src/shared/domain/candle/interval';
import { mergeBars } from '../../../src/shared/domain/candle/merge-bars';
import { unexplainedSplits, unitErrors } from '../../../src/shared/domain/candle/suspect-bars';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { FetchedBars, StoredBars, StoreOutcome } from '../../core/history/bars-store-port';
import type { CacheStore } from '../cache/cache-store';
import type { Clock } from '../time';

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
    const { bars } = cleanBars(viewPackedBars(fetched.buffer), this.lastFinalTime(fetched));
    const known = this.parts.cache.use((series) => series.read(instrument, interval));
    const stored = viewPackedBars(known?.buffer ?? new ArrayBuffer(0));
    const outcome = judge(fetched, bars, stored, known?.source ?? source);
    if (outcome === 'stored' && bars.length > 0) this.write(fetched, joined(fetched, bars, stored));
    const lastTime = bars.time[bars.length - 1] ?? stored.time[stored.length - 1] ?? 0;
    return { instrument, interval, source, lastTime, outcome };
  }

  /** UTC seconds of the last bar that can be final. */
  private lastFinalTime({ instrument, interval }: FetchedBars): number {
    const nowMs = this.parts.clock();
    const calendar = this.parts.calendar(this.parts.calendarMic(instrument));
    if (interval !== 'D' || !calendar) return nowMs / 1000 - INTERVAL_SECONDS[interval];
    return toSessionKey(lastFinishedSession(calendar, nowMs));
  }

  private write({ instrument, interval, source }: FetchedBars, bars: BarColumns): void {
    this.parts.cache.use((series) =>
      series.replace(instrument, interval, bars, {
        source,
        importedAt: this.parts.clock(),
        fingerprint: source,
        report: null,
      }),
    );
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
  if (stored.length === 0 || bars.length === 0) return 'stored';
  const lastStored = stored.time[stored.length - 1] as number;
  const isSplit = fetched.splits.some(({ time }) => time > lastStored);
  const isForeign = fetched.source !== storedSource && !isSplit && !meets(stored, bars);
  if (fetched.isWhole) {
    const losesHistory = (bars.time[0] as number) > (stored.time[0] as number);
    return isForeign && losesHistory ? 'refused' : 'stored';
  }
  if (isForeign) return 'refused';
  if (isSplit) return 'void';
  return meets(stored, bars) && !jumpsAtSeam(fetched, bars, lastStored) ? 'stored' : 'void';
}

/** Bars that a source no longer serves are kept as long as they meet those that it does. */
function joined(fetched: FetchedBars, bars: BarColumns, stored: BarColumns): BarColumns {
  if (!fetched.isWhole) return mergeBars(stored, bars);
  if (!meets(stored, bars)) return bars;
  const first = bars.time[0] as number;
  const older = stored.time.findIndex((time) => time >= first);
  return mergeBars(viewPackedBars(packBars(stored, 0, older < 0 ? stored.length : older)), bars);
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
