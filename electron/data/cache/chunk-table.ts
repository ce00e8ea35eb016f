import {
  allocateBars,
  type BarColumns,
  packBars,
  subBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import { mergeBars } from '../../../src/shared/domain/candle/merge-bars';
import type { CacheConnection, SqlRow } from './cache-connection';
import { decodeChunk, decodeChunkInto, type EncodedChunk, encodeChunk } from './chunk-codec';
import { chunkParts, chunkPeriod } from './chunk-period';
import type { SeriesKey } from './series-key';

/** Before every time of a bar. */
const EVER = Number.MIN_SAFE_INTEGER;
const NO_BARS = allocateBars(0);

/** Sealed bars in the form in which they are stored. */
export interface PreparedChunk extends EncodedChunk {
  /** UTC seconds at which the period of the chunk starts. */
  readonly t0: number;
  /** Bars in it. */
  readonly count: number;
}

/** Bars that share one buffer with room for more behind them. */
export interface RoomyBars {
  readonly bars: BarColumns & { readonly buffer: ArrayBuffer };
  /** How many of them are filled in, from the first on. */
  readonly filled: number;
}

/** The sealed bars of all series, columnar. */
export class ChunkTable {
  constructor(private readonly connection: CacheConnection) {}

  /**
   * All bars of the chunks that reach beyond `since` (UTC seconds; null: all chunks), at the start of
   * a buffer with room for `spare` more, so that what comes behind needs no second copy.
   */
  read({ id, tf }: SeriesKey, since: number | null, spare: number): RoomyBars {
    const chunks = this.connection.rows(
      'select n, codec, data from chunk where s = ? and tf = ? and t0 >= ? order by t0',
      id,
      tf,
      since === null ? EVER : chunkPeriod(since, tf).t0,
    );
    const filled = chunks.reduce((sum, chunk) => sum + (chunk['n'] as number), 0);
    const bars = allocateBars(filled + spare);
    let offset = 0;
    for (const chunk of chunks) {
      const end = offset + (chunk['n'] as number);
      decodeChunkInto(encodedOf(chunk), subBars(bars, offset, end));
      offset = end;
    }
    return { bars, filled };
  }

  /** The last `count` sealed bars, or fewer where the last two chunks hold fewer. */
  readNewest({ id, tf }: SeriesKey, count: number): BarColumns {
    const [last, before] = this.connection.rows(
      'select n, codec, data from chunk where s = ? and tf = ? order by t0 desc limit 2',
      id,
      tf,
    );
    if (!last) return NO_BARS;
    const bars = decodeRow(last);
    const whole = bars.length < count && before ? mergeBars(decodeRow(before), bars) : bars;
    return viewPackedBars(packBars(whole, Math.max(0, whole.length - count)));
  }

  /** The bars of the chunk that starts at `t0`; none where there is no such chunk. */
  readOne({ id, tf }: SeriesKey, t0: number): BarColumns {
    const [chunk] = this.connection.rows(
      'select n, codec, data from chunk where s = ? and tf = ? and t0 = ?',
      id,
      tf,
      t0,
    );
    return chunk ? decodeRow(chunk) : NO_BARS;
  }

  /** Number of sealed bars. */
  count({ id, tf }: SeriesKey): number {
    const [row] = this.connection.rows(
      'select sum(n) as n from chunk where s = ? and tf = ?',
      id,
      tf,
    );
    return (row?.['n'] as number | null) ?? 0;
  }

  /** Writes a chunk, in the place of the one that starts at the same time. */
  put(key: SeriesKey, t0: number, bars: BarColumns): void {
    this.putEncoded(key, { t0, count: bars.length, ...encodeChunk(bars) });
  }

  /** As {@link put}, of bars that are encoded already. */
  putEncoded({ id, tf }: SeriesKey, { t0, count, codec, data }: PreparedChunk): void {
    this.connection.run(
      `insert into chunk(s, tf, t0, n, codec, data) values (?, ?, ?, ?, ?, ?)
       on conflict(s, tf, t0) do update set n = excluded.n, codec = excluded.codec,
         data = excluded.data`,
      id,
      tf,
      t0,
      count,
      codec,
      data,
    );
  }

  /** Writes the bars before index `end` as new chunks; the series must have none. */
  putAll(key: SeriesKey, bars: BarColumns, end: number): void {
    for (const { t0, from, to } of chunkParts(bars, end, key.tf)) {
      this.put(key, t0, subBars(bars, from, to));
    }
  }

  clear({ id, tf }: SeriesKey): void {
    this.connection.run('delete from chunk where s = ? and tf = ?', id, tf);
  }
}

function decodeRow(chunk: SqlRow): BarColumns {
  return decodeChunk(encodedOf(chunk), chunk['n'] as number);
}

function encodedOf(chunk: SqlRow): EncodedChunk {
  return { codec: chunk['codec'] as number, data: chunk['data'] as Uint8Array };
}
