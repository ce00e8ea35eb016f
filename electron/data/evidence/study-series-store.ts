import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { type BarColumns, viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import type { StudySeries } from '../../../src/shared/domain/event-study/evidence-study';
import type { DataFacts } from '../../../src/shared/domain/event-study/data-doubts';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { barCloses } from '../../../src/shared/domain/replay/bar-close';
import { barsUntil, completeBars } from '../../../src/shared/domain/replay/bars-until';
import type { SeriesAnswer } from '../../../src/shared/ipc/data-port';
import type { SeriesService } from '../series/series-service';

export type LoadedSeries = StudySeries &
  DataFacts & {
    /** True where closes are adjusted for dividends and splits. */
    readonly isAdjusted: boolean;
  };

export interface StudySeriesParts {
  readonly series: Pick<SeriesService, 'open'>;
  readonly calendar: (id: InstrumentId) => ExchangeCalendar | undefined;
  /** UTC milliseconds. */
  readonly clock: () => number;
}

/** Series that a panel goes through while a control of it is dragged. */
const MOST_KEPT = 48;

/**
 * The daily bars that studies are made of, kept while nothing changes them: a panel asks for the same
 * few series with every step of a control.
 */
export class StudySeriesStore {
  private readonly kept = new Map<string, Promise<LoadedSeries | null>>();

  constructor(private readonly parts: StudySeriesParts) {}

  /**
   * Bars that are complete by a moment (UTC milliseconds; null: by now); null where there are none.
   * Prices are adjusted for dividends, but at a moment of the past as they were traded, because
   * adjusting works backwards from today.
   */
  async load(instrument: InstrumentId, until: number | null): Promise<LoadedSeries | null> {
    const isAdjusted = until === null;
    const key = `${instrument} ${isAdjusted ? 'adjusted' : 'raw'}`;
    const known = this.kept.get(key) ?? this.read(instrument, isAdjusted);
    // The newest stands last.
    this.kept.delete(key);
    this.kept.set(key, known);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    try {
      const loaded = await known;
      return loaded && cut(loaded, until ?? this.parts.clock());
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }

  /** Bars of these have changed; null: of all. */
  forget(instruments: readonly InstrumentId[] | null): void {
    if (instruments === null) return this.kept.clear();
    for (const instrument of instruments) {
      this.kept.delete(`${instrument} adjusted`);
      this.kept.delete(`${instrument} raw`);
    }
  }

  private async read(instrument: InstrumentId, adjusted: boolean): Promise<LoadedSeries | null> {
    const wishes = { adjusted, extended: false };
    const answer = await this.parts.series.open(instrument, 'D', wishes);
    if (answer.source === null || answer.buffer.byteLength === 0) return null;
    const bars = viewPackedBars(answer.buffer);
    return {
      ...{ instrument, bars, closes: closesOf(bars), source: answer.source },
      suspects: suspectsOf(answer),
      isAdjusted: answer.basis === 'adjusted',
      calendar: this.parts.calendar(instrument) ?? null,
    };
  }
}

/** Cheap: columns over the same memory. */
function cut(series: LoadedSeries, moment: number): LoadedSeries {
  const count = completeBars(series.bars, barCloses('D', series.calendar), moment);
  if (count === series.bars.length) return series;
  const bars = barsUntil(series.bars, count);
  return { ...series, bars, closes: closesOf(bars) };
}

function closesOf({ time, close, length }: BarColumns): LoadedSeries['closes'] {
  return { keys: time.subarray(0, length), values: close.subarray(0, length) };
}

function suspectsOf({ findings }: SeriesAnswer): readonly number[] {
  return findings?.suspects.map(({ time }) => time) ?? [];
}
