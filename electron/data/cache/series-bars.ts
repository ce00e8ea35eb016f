import {
  allocateBars,
  type BarColumns,
  isSameBar,
  isSameBars,
  lowerBound,
  subBars,
} from '../../../src/shared/domain/candle/bar-columns';
import {
  bucketsOf,
  extendBuckets,
  LONG_SERIES_BARS,
  overviewStride,
} from '../../../src/shared/domain/candle/bar-buckets';
import { mergeBars } from '../../../src/shared/domain/candle/merge-bars';
import type { SeriesOverview } from '../../../src/shared/domain/candle/series-overview';
import type { CacheConnection } from './cache-connection';
import { chunkParts } from './chunk-period';
import { ChunkTable } from './chunk-table';
import { LevelTable } from './level-table';
import type { PreparedSeries } from './prepared-series';
import type { SeriesKey } from './series-key';
import { fillFromRows, TAIL_BARS, TailTable } from './tail-table';

/** More rows than this are sealed, all but the newest {@link TAIL_BARS}. */
export const SEAL_ABOVE = 500;
/** Newest bars that go with an overview: those that a chart shows at first, and room to move. */
const OVERVIEW_NEWEST = 1500;

type PackedBars = BarColumns & { readonly buffer: ArrayBuffer };

/**
 * The bars of a series over its three tables. Chunks and tail together are the series: every sealed
 * bar is older than every row of the tail, and there are chunks only where the tail has at least
 * {@link TAIL_BARS} rows. A level is right or not there at all. Writers belong into a transaction.
 */
export class SeriesBars {
  readonly tail: TailTable;
  private readonly chunks: ChunkTable;
  private readonly levels: LevelTable;

  constructor(connection: CacheConnection) {
    this.tail = new TailTable(connection);
    this.chunks = new ChunkTable(connection);
    this.levels = new LevelTable(connection);
  }

  /** @param since - UTC seconds; chunks that end before are not read. Null: the whole series */
  read(key: SeriesKey, since: number | null): PackedBars {
    const rows = this.tail.rows(key);
    const tailStart = (rows[0]?.['t'] as number | undefined) ?? -Infinity;
    const needsNoChunk = since !== null && since >= tailStart;
    const { bars, filled } = needsNoChunk
      ? { bars: allocateBars(rows.length), filled: 0 }
      : this.chunks.read(key, since, rows.length);
    fillFromRows(bars, filled, rows);
    return bars;
  }

  /** Null where the series has no level. */
  overview(key: SeriesKey): SeriesOverview | null {
    const level = this.levels.read(key);
    if (!level) return null;
    const { stride, covered } = level;
    const tail = this.tail.read(key);
    const buckets = extendBuckets(level.buckets, stride, covered, tail);
    const sealed = this.chunks.readNewest(key, Math.max(0, OVERVIEW_NEWEST - tail.length));
    return { length: covered + tail.length, stride, buckets, newest: mergeBars(sealed, tail) };
  }

  replace(key: SeriesKey, bars: BarColumns): void {
    this.clear(key);
    const sealed = Math.max(0, bars.length - TAIL_BARS);
    this.chunks.putAll(key, bars, sealed);
    for (let index = sealed; index < bars.length; index++) this.tail.put(key, bars, index);
    if (bars.length > LONG_SERIES_BARS) this.putLevel(key, subBars(bars, 0, sealed));
  }

  /** As {@link replace}, of bars that are encoded already; a level is left to {@link tidy}. */
  putPrepared(key: SeriesKey, { chunks, tail }: Pick<PreparedSeries, 'chunks' | 'tail'>): void {
    this.clear(key);
    for (const chunk of chunks) this.chunks.putEncoded(key, chunk);
    for (let index = 0; index < tail.length; index++) this.tail.put(key, tail, index);
  }

  clear(key: SeriesKey): void {
    for (const table of [this.chunks, this.tail, this.levels]) table.clear(key);
  }

  /** Takes bars in as `mergeBars` does. Writes the rows and chunks that differ then, and no others. */
  merge(key: SeriesKey, bars: BarColumns): void {
    const tail = this.tail.read(key);
    if (tail.length < TAIL_BARS) return this.replace(key, mergeBars(tail, bars));
    const sealed = lowerBound(bars, tail.time[0] as number);
    this.mergeSealed(key, bars, sealed);
    const merged = mergeBars(tail, subBars(bars, sealed, bars.length));
    // So many rows would cost more than the chunk that they are for.
    const isLargeBatch = merged.length - tail.length > SEAL_ABOVE;
    this.writeTail(key, tail, merged, isLargeBatch ? merged.length - TAIL_BARS : 0);
  }

  /** Seals a tail that has grown long, and makes a level that is missing. */
  tidy(key: SeriesKey): void {
    if (this.tail.count(key) > SEAL_ABOVE) {
      const tail = this.tail.read(key);
      this.writeTail(key, tail, tail, tail.length - TAIL_BARS);
    }
    if (!this.levels.isThere(key) && this.chunks.count(key) + TAIL_BARS > LONG_SERIES_BARS) {
      this.putLevel(key, this.chunks.read(key, null, 0).bars);
    }
  }

  private mergeSealed(key: SeriesKey, bars: BarColumns, end: number): void {
    let changed = false;
    for (const { t0, from, to } of chunkParts(bars, end, key.tf)) {
      const stored = this.chunks.readOne(key, t0);
      const merged = mergeBars(stored, subBars(bars, from, to));
      if (isSameBars(merged, stored)) continue;
      this.chunks.put(key, t0, merged);
      changed = true;
    }
    if (changed) this.levels.clear(key);
  }

  /** @param sealed - so many of the first bars of `after` leave the tail for their chunks */
  private writeTail(key: SeriesKey, before: BarColumns, after: BarColumns, sealed: number): void {
    if (sealed > 0) {
      this.seal(key, subBars(after, 0, sealed));
      this.tail.removeBefore(key, after.time[sealed] as number);
    }
    for (let index = sealed; index < after.length; index++) {
      const known = lowerBound(before, after.time[index] as number);
      if (!isSameBar(after, index, before, known)) this.tail.put(key, after, index);
    }
  }

  private seal(key: SeriesKey, bars: BarColumns): void {
    const level = this.levels.read(key);
    for (const { t0, from, to } of chunkParts(bars, bars.length, key.tf)) {
      const open = this.chunks.readOne(key, t0);
      this.chunks.put(key, t0, mergeBars(open, subBars(bars, from, to)));
    }
    if (!level) return;
    const covered = level.covered + bars.length;
    const { stride } = level;
    if (stride === overviewStride(covered)) {
      const buckets = extendBuckets(level.buckets, stride, level.covered, bars);
      this.levels.put(key, { stride, covered, buckets }, level.buckets.length - 1);
    } else this.levels.clear(key);
  }

  private putLevel(key: SeriesKey, sealed: BarColumns): void {
    const stride = overviewStride(sealed.length);
    this.levels.put(key, { stride, covered: sealed.length, buckets: bucketsOf(sealed, stride) });
  }
}
