import {
  allocateBars,
  type BarColumns,
  subBars,
} from '../../../src/shared/domain/candle/bar-columns';
import type { CacheConnection } from './cache-connection';
import { decodeChunkInto, encodeChunk } from './chunk-codec';
import type { SeriesKey } from './series-key';

/** A level of detail of the sealed bars of a series. */
export interface StoredLevel {
  /** Bars in one bucket. */
  readonly stride: number;
  /** Sealed bars that the buckets cover, from the first on: all of them. */
  readonly covered: number;
  /** See `bucketsOf`. */
  readonly buckets: BarColumns;
}

/** Buckets in one row: so many are written anew when the newest bucket changes. */
const BLOCK_BUCKETS = 4096;

/** The coarser level of each long series, in rows of a fixed number of buckets. */
export class LevelTable {
  constructor(private readonly connection: CacheConnection) {}

  /** Null where the series has no level. */
  read({ id, tf }: SeriesKey): StoredLevel | null {
    const blocks = this.connection.rows(
      'select stride, covered, n, codec, data from level where s = ? and tf = ? order by first',
      id,
      tf,
    );
    const [head] = blocks;
    if (!head) return null;
    const buckets = allocateBars(blocks.reduce((sum, block) => sum + (block['n'] as number), 0));
    let covered = 0;
    let offset = 0;
    for (const block of blocks) {
      const encoded = { codec: block['codec'] as number, data: block['data'] as Uint8Array };
      const end = offset + (block['n'] as number);
      decodeChunkInto(encoded, subBars(buckets, offset, end));
      offset = end;
      covered += block['covered'] as number;
    }
    return { stride: head['stride'] as number, covered, buckets };
  }

  isThere({ id, tf }: SeriesKey): boolean {
    const rows = this.connection.rows('select 1 from level where s = ? and tf = ? limit 1', id, tf);
    return rows.length > 0;
  }

  /** Writes the blocks from the one of `firstChanged` (index of a bucket) on; those before it stay. */
  put({ id, tf }: SeriesKey, { stride, covered, buckets }: StoredLevel, firstChanged = 0): void {
    const start = Math.floor(firstChanged / BLOCK_BUCKETS) * BLOCK_BUCKETS;
    for (let first = start; first < buckets.length; first += BLOCK_BUCKETS) {
      const to = Math.min(buckets.length, first + BLOCK_BUCKETS);
      const { codec, data } = encodeChunk(subBars(buckets, first, to));
      this.connection.run(
        `insert or replace into level(s, tf, first, stride, covered, n, codec, data)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        tf,
        first,
        stride,
        Math.min(covered, to * stride) - first * stride,
        to - first,
        codec,
        data,
      );
    }
  }

  clear({ id, tf }: SeriesKey): void {
    this.connection.run('delete from level where s = ? and tf = ?', id, tf);
  }
}
