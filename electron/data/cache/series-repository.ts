import type { Bar, BarColumns } from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import {
  type Interval,
  INTERVALS,
  INTERVAL_SECONDS,
} from '../../../src/shared/domain/candle/interval';
import type { SeriesOverview } from '../../../src/shared/domain/candle/series-overview';
import type { StoredSeriesFact } from '../../../src/shared/ipc/data-port';
import type { CacheConnection, SqlRow } from './cache-connection';
import type { PreparedSeries } from './prepared-series';
import { SeriesBars } from './series-bars';
import { TAIL_BARS } from './tail-table';
import type { SeriesOrigin } from './series-origin';
import { type SeriesFacts, SeriesTable } from './series-table';

export interface StoredSeries extends SeriesFacts {
  /** Packed columns, see `viewPackedBars`. */
  readonly buffer: ArrayBuffer;
}

export interface SeriesSummary {
  readonly instrument: InstrumentId;
  readonly source: MarketSource;
  readonly currency: string | null;
  readonly lastBar: Bar;
  /** Close of the bar before; null where there is none. */
  readonly previousClose: number | null;
}

/** The newest bars of one series. */
export interface NewestBars {
  readonly instrument: InstrumentId;
  readonly bars: BarColumns;
}

/** Bars by instrument and interval. Each writing call is one transaction. */
export class SeriesRepository {
  private readonly series: SeriesTable;
  private readonly bars: SeriesBars;

  constructor(private readonly connection: CacheConnection) {
    this.series = new SeriesTable(connection);
    this.bars = new SeriesBars(connection);
  }

  /**
   * Puts `bars` in the place of all that is known of the series.
   *
   * Doubles come back bit for bit, except that a zero loses its sign. Prices and volume must be
   * finite; `adjustedClose` may be NaN.
   */
  replace(
    instrument: InstrumentId,
    interval: Interval,
    bars: BarColumns,
    origin: SeriesOrigin,
  ): void {
    this.connection.transaction(() => {
      this.bars.replace(this.series.put(instrument, INTERVAL_SECONDS[interval], origin), bars);
    });
  }

  /** Puts each series in the place of all that is known of it: all of them in one transaction. */
  write(all: readonly PreparedSeries[]): void {
    this.connection.transaction(() => {
      for (const series of all) {
        const tf = INTERVAL_SECONDS[series.interval];
        this.bars.putPrepared(this.series.put(series.instrument, tf, series.origin), series);
      }
    });
  }

  /** Forgets the series of an instrument that came from a source. */
  remove(instrument: InstrumentId, source: MarketSource): void {
    this.connection.transaction(() => {
      for (const key of this.series.keysOf(instrument, source)) {
        this.bars.clear(key);
        this.series.remove(key);
      }
    });
  }

  /**
   * Takes `bars` into the series by the rule of `mergeBars`, and makes it where it is not known.
   * Writes the rows and chunks that change and no others.
   */
  merge(
    instrument: InstrumentId,
    interval: Interval,
    bars: BarColumns,
    origin: SeriesOrigin,
  ): void {
    this.connection.transaction(() => {
      this.bars.merge(this.series.put(instrument, INTERVAL_SECONDS[interval], origin), bars);
    });
  }

  /**
   * Takes in the newest bars of many series at once: bars at or after the last one of their series,
   * by the rule of `mergeBars`. A bar that is older, or of a series without bars, changes nothing.
   * Reads and rewrites no chunk.
   *
   * @param origin - of all these bars; null: their series come from where they came from before
   */
  appendNewest(
    interval: Interval,
    additions: readonly NewestBars[],
    origin: SeriesOrigin | null,
  ): void {
    const tf = INTERVAL_SECONDS[interval];
    const append = (): void => {
      for (const { instrument, bars } of additions) {
        for (let index = 0; index < bars.length; index++) {
          this.bars.tail.append(instrument, tf, bars, index);
        }
      }
      if (!origin) return;
      const instruments = additions.map(({ instrument }) => instrument);
      this.series.putOrigin(instruments, tf, origin);
    };
    // One statement is a transaction by itself; beginning and ending another costs twice as much.
    const isOneStatement =
      origin === null && additions.length === 1 && additions[0]?.bars.length === 1;
    if (isOneStatement) append();
    else this.connection.transaction(append);
  }

  /**
   * Brings a series that was appended to into its compact form: seals a tail that has grown long and
   * makes a level of a long series that is missing. Costs more than an append; what is read is the same.
   */
  tidy(instrument: InstrumentId, interval: Interval): void {
    this.connection.transaction(() => {
      const key = this.series.keyOf(instrument, INTERVAL_SECONDS[interval]);
      if (key) this.bars.tidy(key);
    });
  }

  /**
   * The series in one packed buffer; null where it is not known.
   *
   * @param since - UTC seconds: earlier bars may be left out, and are where they stand in chunks of
   *   their own; the last bar never is. Null: the whole series
   */
  read(
    instrument: InstrumentId,
    interval: Interval,
    since: number | null = null,
  ): StoredSeries | null {
    const series = this.series.find(instrument, INTERVAL_SECONDS[interval]);
    return series && { ...series.facts, buffer: this.bars.read(series.key, since).buffer };
  }

  /** What a long series looks like; null where it is not known, is short, or is yet to be tidied. */
  overview(
    instrument: InstrumentId,
    interval: Interval,
  ): (SeriesOverview & { readonly source: MarketSource }) | null {
    const series = this.series.find(instrument, INTERVAL_SECONDS[interval]);
    const overview = series && this.bars.overview(series.key);
    return overview && { ...overview, source: series.facts.source };
  }

  /** The newest closes, oldest first, at most {@link TAIL_BARS}; empty where the series is not known. */
  newestCloses(instrument: InstrumentId, interval: Interval): Float32Array {
    const rows = this.connection.rows(
      `select c from series join tail on tail.s = series.id and tail.tf = series.tf
       where instrument = ? and series.tf = ? order by t desc limit ?`,
      instrument,
      INTERVAL_SECONDS[interval],
      TAIL_BARS,
    );
    return Float32Array.from(rows, (row) => row['c'] as number).reverse();
  }

  /** All series of an interval with their last bar, by instrument. */
  list(interval: Interval): readonly SeriesSummary[] {
    const tf = INTERVAL_SECONDS[interval];
    const series = this.connection.rows(
      'select id, instrument, source, currency from series where tf = ? order by instrument',
      tf,
    );
    return series.flatMap((row) => {
      const [last, previous] = this.connection.rows(
        'select t, o, h, l, c, v from tail where s = ? and tf = ? order by t desc limit 2',
        row['id'] as number,
        tf,
      );
      if (!last) return [];
      return {
        instrument: row['instrument'] as InstrumentId,
        source: row['source'] as MarketSource,
        currency: row['currency'] as string | null,
        lastBar: toBar(last),
        previousClose: previous ? (previous['c'] as number) : null,
      };
    });
  }

  /** Every series with the time of its last bar. */
  ends(): readonly StoredSeriesFact[] {
    const rows = this.connection.rows(
      `select instrument, source, whole_at, series.tf as tf, max(t) as t from series
       join tail on tail.s = series.id and tail.tf = series.tf group by series.id`,
    );
    return rows.flatMap((row) => {
      const interval = INTERVALS.find((each) => INTERVAL_SECONDS[each] === row['tf']);
      if (!interval) return [];
      return {
        instrument: row['instrument'] as InstrumentId,
        interval,
        source: row['source'] as MarketSource,
        lastTime: row['t'] as number,
        wholeAt: row['whole_at'] as number | null,
      };
    });
  }

  count(): number {
    return this.series.count();
  }

  /** Where the series came from; null where it is not known. */
  originOf(instrument: InstrumentId, interval: Interval): SeriesOrigin | null {
    return this.series.originOf(instrument, INTERVAL_SECONDS[interval]);
  }
}

function toBar(row: SqlRow): Bar {
  const number = (name: string): number => row[name] as number;
  return {
    time: number('t'),
    open: number('o'),
    high: number('h'),
    low: number('l'),
    close: number('c'),
    volume: number('v'),
  };
}
