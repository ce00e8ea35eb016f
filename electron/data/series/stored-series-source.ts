import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { packBars, viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import {
  buildsFrom,
  type ChartInterval,
  INTERVALS,
  type Interval,
  isIntraday,
} from '../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import type { OverviewAnswer, SeriesAnswer } from '../../../src/shared/ipc/data-port';
import { NOTHING_SAID, wholeFindings } from '../../../src/shared/domain/candle/series-findings';
import { regularBars } from '../../../src/shared/domain/candle/regular-bars';
import { NO_WISHES, type SeriesWishes } from '../../../src/shared/domain/candle/series-wishes';
import type { CacheStore } from '../cache/cache-store';
import { storedQuote } from '../quotes/stored-quote';
import { chartSeries } from './chart-series';
import type { RunningBars } from './running-bars';
import { emptyAnswer, type SeriesSource } from './series-source';

/** Serves the bars of `cache.db`, and behind them those of periods under way. */
export class StoredSeriesSource implements SeriesSource {
  constructor(
    private readonly cache: CacheStore,
    private readonly calendar: (id: InstrumentId) => ExchangeCalendar | undefined,
    private readonly running: RunningBars,
  ) {}

  overview(
    instrument: InstrumentId,
    interval: ChartInterval,
    wishes: SeriesWishes = NO_WISHES,
  ): OverviewAnswer | null {
    const stored = INTERVALS.find((each) => each === interval);
    // What is made of other bars, or has one under way behind it, is longer or shorter than what is stored.
    if (!stored || this.running.has(instrument, stored)) return null;
    const overview = this.cache.use((series) => series.overview(instrument, stored));
    if (!overview || wishes.adjusted) return null;
    const calendar = isIntraday(stored) ? this.calendar(instrument) : undefined;
    // It counts bars that are to be left out.
    const leavesOut =
      calendar && !wishes.extended && regularBars(overview.newest, calendar).leftOut;
    if (leavesOut) return null;
    const { source, length, stride, buckets, newest } = overview;
    return { source, length, stride, buckets: packBars(buckets), newest: packBars(newest) };
  }

  async series(
    instrument: InstrumentId,
    interval: ChartInterval,
    wishes: SeriesWishes = NO_WISHES,
  ): Promise<SeriesAnswer> {
    const stored = this.storedIntervals(instrument);
    const from = buildsFrom(interval).find((each) => stored.includes(each));
    const series = from && this.cache.use((all) => all.read(instrument, from));
    if (!from || !series) return emptyAnswer(instrument, interval, stored);
    const final = viewPackedBars(series.buffer);
    const bars = isIntraday(from) ? this.running.behind(instrument, from, final) : final;
    const owned = bars === final ? { ...bars, buffer: series.buffer } : bars;
    // Weeks and months of daily bars need none, and loading the time zones takes long.
    const calendar = from === 'D' ? undefined : this.calendar(instrument);
    const { source, importedAt } = series;
    // Bars of before they were checked are checked now.
    const findings = series.findings ?? wholeFindings(final, NOTHING_SAID);
    const made = chartSeries({ from, bars: owned, wishes }, interval, calendar);
    return { instrument, interval, source, importedAt, findings, stored, ...made };
  }

  async newestCloses(instrument: InstrumentId): Promise<Float32Array> {
    return this.cache.use((series) => series.newestCloses(instrument, 'D'));
  }

  async quotes(nowMs: number): Promise<readonly Quote[]> {
    return this.cache
      .use((series) => series.list('D'))
      .map((summary) => storedQuote(summary, this.calendar(summary.instrument), nowMs));
  }

  private storedIntervals(instrument: InstrumentId): readonly Interval[] {
    return this.cache.use((series) =>
      INTERVALS.filter((interval) => series.originOf(instrument, interval) !== null),
    );
  }
}
