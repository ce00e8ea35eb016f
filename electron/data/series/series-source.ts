import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';
import type { ChartInterval, Interval } from '../../../src/shared/domain/candle/interval';
import type { SeriesWishes } from '../../../src/shared/domain/candle/series-wishes';
import type { OverviewAnswer, SeriesAnswer } from '../../../src/shared/ipc/data-port';

/** What the data process can serve: the stored bars, or a provider that is not stored. */
export interface SeriesSource {
  /** What to show of a long series while all of it is read; null where the whole comes as fast. */
  overview(
    instrument: InstrumentId,
    interval: ChartInterval,
    wishes?: SeriesWishes,
  ): OverviewAnswer | null;
  /**
   * Bars of any interval, made of finer ones where the source does not have it. An empty answer where
   * it has none that will do.
   */
  series(
    instrument: InstrumentId,
    interval: ChartInterval,
    wishes?: SeriesWishes,
  ): Promise<SeriesAnswer>;
  /** The newest closes, oldest first; empty where the source does not have the instrument. */
  newestCloses(instrument: InstrumentId): Promise<Float32Array>;
  /** All quotes that the source has. */
  quotes(nowMs: number): Promise<readonly Quote[]>;
}

/**
 * The answer for a series that the source does not have.
 *
 * @param stored - what it has of the instrument
 */
export function emptyAnswer(
  instrument: InstrumentId,
  interval: ChartInterval,
  stored: readonly Interval[] = [],
): SeriesAnswer {
  return {
    ...{ instrument, interval, stored, source: null, importedAt: null },
    ...{ buffer: new ArrayBuffer(0), madeOf: null, lastTime: 0 },
    ...{ sessions: null, findings: null, basis: 'as-given', extended: 'none' },
  };
}
