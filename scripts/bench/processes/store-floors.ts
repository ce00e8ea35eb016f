import { openCache } from '../../../electron/data/cache/open-cache';
import type { CacheConnection } from '../../../electron/data/cache/cache-connection';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import { chunkParts } from '../../../electron/data/cache/chunk-period';

const MINUTE_SECONDS = 60;

/** A file with the settings of the cache: what the store is compared with lives under the same rules. */
export function openFloor(file: string): CacheConnection {
  const { connection, notice } = openCache(file);
  if (notice !== null) throw new Error(notice);
  connection.execute(`
    create table bar(s integer, t integer, o real, h real, l real, c real, v real,
      primary key(s, t)) without rowid;
    create table raw(t0 integer primary key, data blob not null);
  `);
  return connection;
}

export function insertRow(
  connection: CacheConnection,
  s: number,
  bars: BarColumns,
  at: number,
): void {
  const values = BAR_COLUMN_NAMES.slice(0, -1).map((name) => bars[name][at] as number);
  connection.run('insert into bar(s, t, o, h, l, c, v) values (?, ?, ?, ?, ?, ?, ?)', s, ...values);
}

/** The columns of each month as they are in memory. */
export function storeRaw(connection: CacheConnection, bars: BarColumns): void {
  connection.transaction(() => {
    for (const { t0, from, to } of chunkParts(bars, bars.length, MINUTE_SECONDS)) {
      const data = new Uint8Array(packBars(bars, from, to));
      connection.run('insert into raw(t0, data) values (?, ?)', t0, data);
    }
  });
}

/** The least that reading columns can cost: blobs copied behind one another. */
export function readRaw(connection: CacheConnection): BarColumns {
  const blobs = connection.rows('select data from raw order by t0').map((row) => {
    const data = row['data'] as Uint8Array;
    return viewPackedBars(
      data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer,
    );
  });
  const bars = allocateBars(blobs.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const blob of blobs) {
    for (const name of BAR_COLUMN_NAMES) bars[name].set(blob[name], offset);
    offset += blob.length;
  }
  return bars;
}
