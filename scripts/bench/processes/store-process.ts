import type {} from 'electron';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { CacheConnection } from '../../../electron/data/cache/cache-connection';
import { openCache } from '../../../electron/data/cache/open-cache';
import { SeriesRepository } from '../../../electron/data/cache/series-repository';
import {
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { minuteBars, YEAR_BARS } from './minute-bars';
import { insertRow, openFloor, readRaw, storeRaw } from './store-floors';

// Runs in a utility process, as the data process does: typed arrays are slower there than in Node.

interface Pair {
  readonly value: number;
  readonly floor: number;
}

type Order =
  | {
      readonly kind: 'store';
      readonly folder: string;
      readonly bars: number;
      readonly id: InstrumentId;
    }
  | { readonly kind: 'measure'; readonly folder: string; readonly rounds: number };

const ORIGIN = { source: 'yahoo', importedAt: 1, fingerprint: 'bench', report: null } as const;
const SYMBOLS = 500;
const APPENDS_A_ROUND = 50;
const FIRST_BARS = 60;

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Value and floor turn about, after one of each that does not count. */
function pairs(rounds: number, value: () => unknown, floor: () => unknown, times = 1): Pair[] {
  value();
  floor();
  return Array.from({ length: rounds }, (_, round) => {
    const [first, second] = round % 2 === 0 ? [value, floor] : [floor, value];
    const [one, other] = [timed(first) / times, timed(second) / times];
    return round % 2 === 0 ? { value: one, floor: other } : { value: other, floor: one };
  });
}

function open(file: string): { connection: CacheConnection; series: SeriesRepository } {
  const { connection } = openCache(file);
  return { connection, series: new SeriesRepository(connection) };
}

function sizeInMb(connection: CacheConnection, file: string): number {
  connection.execute('pragma wal_checkpoint(TRUNCATE)');
  return statSync(file).size / 1e6;
}

function measureReading(folder: string, rounds: number): { reading: Pair[]; size: Pair } {
  const [yearFile, rowsFile, rawFile] = ['year.db', 'rows.db', 'raw.db'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const bars = minuteBars(YEAR_BARS);
  const year = open(yearFile);
  year.series.replace('XNAS:GOOGL', '1m', bars, ORIGIN);
  const raw = openFloor(rawFile);
  storeRaw(raw, bars);
  const rows = openFloor(rowsFile);
  rows.transaction(() => {
    for (let index = 0; index < bars.length; index++) insertRow(rows, 1, bars, index);
  });
  const size = { value: sizeInMb(year.connection, yearFile), floor: sizeInMb(rows, rowsFile) };
  const reading = pairs(
    rounds,
    () => viewPackedBars(year.series.read('XNAS:GOOGL', '1m')?.buffer ?? new ArrayBuffer(0)),
    () => readRaw(raw),
  );
  for (const connection of [year.connection, raw, rows]) connection.close();
  return { reading, size };
}

function measureAppending(
  folder: string,
  rounds: number,
): {
  one: Pair[];
  oneWithOrigin: Pair[];
  many: Pair[];
} {
  const store = open(join(folder, 'append.db'));
  const floor = openFloor(join(folder, 'append-rows.db'));
  const runs = APPENDS_A_ROUND * (rounds + 1);
  const bars = minuteBars(FIRST_BARS + 2 * runs + rounds + 1);
  const ids = Array.from({ length: SYMBOLS }, (_, index): InstrumentId => `XNAS:S${index}`);
  const bar = (index: number): BarColumns => viewPackedBars(packBars(bars, index, index + 1));
  for (const id of ids) {
    store.series.replace(id, '1m', viewPackedBars(packBars(bars, 0, FIRST_BARS)), ORIGIN);
  }
  // A page of the file holds about as many rows as a series has: both sides touch as many pages.
  floor.transaction(() => {
    for (let s = 0; s < SYMBOLS; s++) {
      for (let at = 0; at < FIRST_BARS; at++) insertRow(floor, s, bars, at);
    }
  });
  const singles = Array.from({ length: 2 * runs }, (_, index) => bar(FIRST_BARS + index));
  let [stored, inserted, batch, rowBatch] = [0, 0, 0, 0];
  const appendOnes = (origin: typeof ORIGIN | null): void => {
    for (let turn = 0; turn < APPENDS_A_ROUND; turn++) {
      const newest = singles[stored++] as BarColumns;
      store.series.appendNewest('1m', [{ instrument: 'XNAS:S0', bars: newest }], origin);
    }
  };
  const insertOnes = (): void => {
    for (let turn = 0; turn < APPENDS_A_ROUND; turn++) {
      insertRow(floor, 0, singles[inserted++] as BarColumns, 0);
    }
  };
  const one = pairs(rounds, () => appendOnes(null), insertOnes, APPENDS_A_ROUND);
  const oneWithOrigin = pairs(rounds, () => appendOnes(ORIGIN), insertOnes, APPENDS_A_ROUND);
  const many = pairs(
    rounds,
    () => {
      const newest = bar(FIRST_BARS + 2 * runs + batch++);
      store.series.appendNewest(
        '1m',
        ids.map((instrument) => ({ instrument, bars: newest })),
        ORIGIN,
      );
    },
    () => {
      const newest = bar(FIRST_BARS + 2 * runs + rowBatch++);
      floor.transaction(() => ids.forEach((_, index) => insertRow(floor, index, newest, 0)));
    },
  );
  store.connection.close();
  floor.close();
  return { one, oneWithOrigin, many };
}

/** @returns milliseconds that storing took */
function store(folder: string, id: InstrumentId, count: number): number {
  const bars = minuteBars(count);
  const { connection, series } = open(join(folder, 'cache.db'));
  const spent = timed(() => series.replace(id, '1m', bars, ORIGIN));
  connection.execute('pragma wal_checkpoint(TRUNCATE)');
  connection.close();
  return spent;
}

process.parentPort.on('message', ({ data }) => {
  const order = data as Order;
  process.parentPort.postMessage(
    order.kind === 'store'
      ? { storedMs: store(order.folder, order.id, order.bars) }
      : {
          ...measureReading(order.folder, order.rounds),
          ...measureAppending(order.folder, order.rounds),
        },
  );
});
