import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import { packBars } from '../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../src/shared/domain/candle/interval';
import type { OverviewAnswer, SeriesAnswer } from '../../../src/shared/ipc/data-port';
import type { CacheStore } from '../cache/cache-store';
import { storedQuote } from '../quotes/stored-quote';
import { emptyAnswer, type SeriesSource } from './series-source';

/** Serves the bars of `cache.db`. */
export class StoredSeriesSource implements SeriesSource {
  constructor(
    private readonly cache: CacheStore,
    private readonly calendar: (mic: string) => ExchangeCalendar | undefined,
    /** MIC whose calendar an instrument follows: for an index not the first part of its id. */
    private readonly calendarMic: (instrument: InstrumentId) => string,
  ) {}

  overview(instrument: InstrumentId, interval: Interval): OverviewAnswer | null {
    const overview = this.cache.use((series) => series.overview(instrument, interval));
    if (!overview) return null;
    const { source, length, stride, buckets, newest } = overview;
    return { source, length, stride, buckets: packBars(buckets), newest: packBars(newest) };
  }

  async series(instrument: InstrumentId, interval: Interval): Promise<SeriesAnswer> {
    const stored = this.cache.use((series) => series.read(instrument, interval));
    return stored ? { instrument, interval, ...stored } : emptyAnswer(instrument, interval);
  }

  async newestCloses(instrument: InstrumentId): Promise<Float32Array> {
    return this.cache.use((series) => series.newestCloses(instrument, 'D'));
  }

  async quotes(nowMs: number): Promise<readonly Quote[]> {
    return this.cache
      .use((series) => series.list('D'))
      .map((summary) =>
        storedQuote(summary, this.calendar(this.calendarMic(summary.instrument)), nowMs),
      );
  }
}
