import {
  allocateBars,
  type Bar,
  BAR_COLUMN_NAMES,
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { FileReport } from '../../../src/shared/domain/market/market-status';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import {
  type Interval,
  INTERVALS,
  INTERVAL_SECONDS,
} from '../../../src/shared/domain/candle/interval';
import { SPARKLINE_BARS, type StoredSeriesFact } from '../../../src/shared/ipc/data-port';
import type { CacheConnection, SqlRow } from './cache-connection';
import { decodeChunk, encodeChunk } from './chunk-codec';

/** Where the bars of a series came from. */
export interface SeriesOrigin {
  readonly source: MarketSource;
  /** UTC milliseconds. */
  readonly importedAt: number;
  /** Changes when the file changes; see `BarsFile`. */
  readonly fingerprint: string;
  /** What reading the file found, kept because an unchanged file is not read again; null without a file. */
  readonly report: FileReport | null;
}

export interface StoredSeries {
  readonly source: MarketSource;
  readonly importedAt: number;
  /** Packed columns, see `viewPackedBars`. */
  readonly buffer: ArrayBuffer;
}

export interface SeriesSummary {
  readonly instrument: InstrumentId;
  readonly source: MarketSource;
  readonly lastBar: Bar;
  /** Close of the bar before; null where there is none. */
  readonly previousClose: number | null;
}

/** The newest bars stay rows; enough of them for a sparkline. */
export const TAIL_BARS = SPARKLINE_BARS;
const CHUNK_YEARS = 10;
const DAILY_SECONDS = INTERVAL_SECONDS.D;

/** Bars by instrument and interval. Chunks and tail together are the series; they never overlap. */
export class SeriesRepository {
  constructor(private readonly connection: CacheConnection) {}

  /**
   * Puts `bars` in the place of all that is known of the series, in one transaction.
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
    const tf = INTERVAL_SECONDS[interval];
    const sealed = Math.max(0, bars.length - TAIL_BARS);
    this.connection.transaction(() => {
      const id = this.putSeries(instrument, tf, origin);
      this.connection.run('delete from chunk where s = ? and tf = ?', id, tf);
      this.connection.run('delete from tail where s = ? and tf = ?', id, tf);
      this.putChunks(id, tf, bars, sealed);
      this.putTail(id, tf, bars, sealed);
    });
  }

  /** The whole series in one packed buffer; null where it is not known. */
  read(instrument: InstrumentId, interval: Interval): StoredSeries | null {
    const tf = INTERVAL_SECONDS[interval];
    const series = this.find(instrument, tf);
    if (!series) return null;
    const id = series['id'] as number;
    const chunks = this.connection.rows(
      'select n, codec, data from chunk where s = ? and tf = ? order by t0',
      id,
      tf,
    );
    const tail = this.connection.rows(
      'select t, o, h, l, c, v, a from tail where s = ? and tf = ? order by t',
      id,
      tf,
    );
    return {
      source: series['source'] as MarketSource,
      importedAt: series['imported_at'] as number,
      buffer: joinBars(chunks, tail),
    };
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
      'select id, instrument, source from series where tf = ? order by instrument',
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
        lastBar: toBar(last),
        previousClose: previous ? (previous['c'] as number) : null,
      };
    });
  }

  /** Every series with the time of its last bar. */
  ends(): readonly StoredSeriesFact[] {
    const rows = this.connection.rows(
      `select instrument, source, series.tf as tf, max(t) as t from series
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
      };
    });
  }

  count(): number {
    return this.connection.rows('select count(*) as n from series')[0]?.['n'] as number;
  }

  /** Where the series came from; null where it is not known. */
  originOf(instrument: InstrumentId, interval: Interval): SeriesOrigin | null {
    const series = this.find(instrument, INTERVAL_SECONDS[interval]);
    return series
      ? {
          source: series['source'] as MarketSource,
          importedAt: series['imported_at'] as number,
          fingerprint: series['fingerprint'] as string,
          report: JSON.parse(series['report'] as string) as FileReport | null,
        }
      : null;
  }

  private find(instrument: InstrumentId, tf: number): SqlRow | undefined {
    return this.connection.rows(
      `select id, source, imported_at, fingerprint, report from series
       where instrument = ? and tf = ?`,
      instrument,
      tf,
    )[0];
  }

  private putSeries(instrument: InstrumentId, tf: number, origin: SeriesOrigin): number {
    this.connection.run(
      `insert into series(instrument, tf, source, imported_at, fingerprint, report)
       values (?, ?, ?, ?, ?, ?)
       on conflict(instrument, tf) do update set source = excluded.source,
         imported_at = excluded.imported_at, fingerprint = excluded.fingerprint,
         report = excluded.report`,
      instrument,
      tf,
      origin.source,
      origin.importedAt,
      origin.fingerprint,
      JSON.stringify(origin.report),
    );
    return this.find(instrument, tf)?.['id'] as number;
  }

  private putChunks(id: number, tf: number, bars: BarColumns, end: number): void {
    for (let from = 0; from < end;) {
      const { t0, until } = chunkPeriod(bars.time[from] as number, tf);
      let to = from;
      while (to < end && (bars.time[to] as number) < until) to++;
      const { codec, data } = encodeChunk(viewPackedBars(packBars(bars, from, to)));
      this.connection.run(
        'insert into chunk(s, tf, t0, n, codec, data) values (?, ?, ?, ?, ?, ?)',
        id,
        tf,
        t0,
        to - from,
        codec,
        data,
      );
      from = to;
    }
  }

  private putTail(id: number, tf: number, bars: BarColumns, from: number): void {
    for (let index = from; index < bars.length; index++) {
      const [t, ...values] = BAR_COLUMN_NAMES.map((name) => bars[name][index] as number);
      this.connection.run(
        'insert into tail(s, tf, t, o, h, l, c, v, a) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        id,
        tf,
        t as number,
        ...values,
      );
    }
  }
}

/** The ten calendar years (UTC) that a session key lies in; for shorter bars the calendar month. */
function chunkPeriod(time: number, tf: number): { readonly t0: number; readonly until: number } {
  const date = new Date(time * 1000);
  const year = date.getUTCFullYear();
  if (tf < DAILY_SECONDS) {
    const month = date.getUTCMonth();
    return { t0: Date.UTC(year, month) / 1000, until: Date.UTC(year, month + 1) / 1000 };
  }
  const first = Math.floor(year / CHUNK_YEARS) * CHUNK_YEARS;
  return { t0: startOfYear(first), until: startOfYear(first + CHUNK_YEARS) };
}

/** `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1) / 1000;
}

function joinBars(chunks: readonly SqlRow[], tail: readonly SqlRow[]): ArrayBuffer {
  const sealed = chunks.reduce((sum, chunk) => sum + (chunk['n'] as number), 0);
  const joined = allocateBars(sealed + tail.length);
  let offset = 0;
  for (const chunk of chunks) {
    const count = chunk['n'] as number;
    const encoded = { codec: chunk['codec'] as number, data: chunk['data'] as Uint8Array };
    const bars = decodeChunk(encoded, count);
    for (const name of BAR_COLUMN_NAMES) joined[name].set(bars[name], offset);
    offset += count;
  }
  for (const [index, row] of tail.entries()) {
    const { time, open, high, low, close, volume } = toBar(row);
    const values = [time, open, high, low, close, volume, row['a'] ?? NaN] as number[];
    for (const [column, name] of BAR_COLUMN_NAMES.entries()) {
      joined[name][offset + index] = values[column] as number;
    }
  }
  return joined.buffer;
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
