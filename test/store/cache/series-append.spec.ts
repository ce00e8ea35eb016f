import { describe, expect, it } from 'vitest';
import type { CacheConnection, SqlRow } from '../../../electron/data/cache/cache-connection';
import { SEAL_ABOVE } from '../../../electron/data/cache/series-bars';
import { TAIL_BARS } from '../../../electron/data/cache/tail-table';
import type { SeriesRepository } from '../../../electron/data/cache/series-repository';
import { viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { barsOf, DAY, type PackedBars, risingBars, rowsOf } from '../../unit/electron/data/bars-of';
import { openSeries, ORIGIN } from './open-series';

const GOOGL = 'XNAS:GOOGL';
const MINUTE = 60;
/** 00:00 UTC of 2026-01-01. */
const START_OF_2026 = 1_767_225_600;

function readRows(series: SeriesRepository, instrument: InstrumentId = GOOGL): number[][] {
  const stored = series.read(instrument, 'D');
  return rowsOf(viewPackedBars(stored?.buffer ?? new ArrayBuffer(0)));
}

const chunksOf = (connection: CacheConnection): SqlRow[] =>
  connection.rows('select id, t0, n, data from chunk order by t0');

/** Rows that the work inserts, changes or takes away. */
function writtenBy(connection: CacheConnection, work: () => void): number {
  const total = (): number => connection.rows('select total_changes() as n')[0]?.['n'] as number;
  const before = total();
  work();
  return total() - before;
}

/** The rows of the series itself are written by every append. */
const ORIGIN_ROW = 1;

function minuteBars(count: number, first = START_OF_2026): PackedBars {
  return barsOf(
    rowsOf(risingBars(count)).map((row, index) => [first + index * MINUTE, ...row.slice(1)]),
  );
}

describe('appending the newest bars', () => {
  it('writes rows of the tail and no chunk', () => {
    const { series, connection } = openSeries();
    const bars = risingBars(1000);
    series.replace(GOOGL, 'D', barsOf(rowsOf(bars).slice(0, 990)), ORIGIN);
    const sealed = chunksOf(connection);
    const newest = barsOf(rowsOf(bars).slice(980));
    const written = writtenBy(connection, () => series.merge(GOOGL, 'D', newest, ORIGIN));
    expect(written).toBe(10 + ORIGIN_ROW);
    expect(chunksOf(connection)).toEqual(sealed);
    expect(readRows(series)).toEqual(rowsOf(bars));
  });

  it('changes nothing where all of them are stored already', () => {
    const { series, connection } = openSeries();
    const bars = risingBars(1000);
    series.replace(GOOGL, 'D', bars, ORIGIN);
    const again = (): void => series.merge(GOOGL, 'D', bars, ORIGIN);
    expect(writtenBy(connection, again)).toBe(ORIGIN_ROW);
  });

  it('keeps where the bars came from last', () => {
    const { series } = openSeries();
    series.replace(GOOGL, 'D', risingBars(100), ORIGIN);
    const origin = { source: 'yahoo', importedAt: 9, fingerprint: 'yahoo', report: null } as const;
    series.appendNewest('D', [{ instrument: GOOGL, bars: risingBars(1, 100 * DAY) }], origin);
    expect(series.originOf(GOOGL, 'D')).toMatchObject(origin);
    series.merge(GOOGL, 'D', risingBars(2, 100 * DAY), { ...origin, importedAt: 10 });
    expect(series.originOf(GOOGL, 'D')?.importedAt).toBe(10);
  });

  it('makes a series that is not known, and completes one that is shorter than the tail', () => {
    const { series } = openSeries();
    const rows = rowsOf(risingBars(90));
    series.merge(GOOGL, 'D', barsOf(rows.slice(50, 70)), ORIGIN);
    series.merge(GOOGL, 'D', barsOf(rows.slice(0, 50)), ORIGIN);
    expect(series.newestCloses(GOOGL, 'D').length).toBe(TAIL_BARS);
    series.merge(GOOGL, 'D', barsOf(rows.slice(70)), ORIGIN);
    expect(readRows(series)).toEqual(rows);
  });

  it('seals a large batch at once, so that the tail stays short', () => {
    const { series, connection } = openSeries();
    const rows = rowsOf(risingBars(3000));
    series.replace(GOOGL, 'D', barsOf(rows.slice(0, 100)), ORIGIN);
    series.merge(GOOGL, 'D', barsOf(rows.slice(90)), ORIGIN);
    expect(connection.rows('select count(*) as n from tail')).toEqual([{ n: TAIL_BARS }]);
    expect(readRows(series)).toEqual(rows);
  });
});

describe('a sealed bar that changes', () => {
  it('has its chunk written anew, and no other', () => {
    const { series, connection } = openSeries();
    const bars = risingBars(12_000);
    series.replace(GOOGL, 'D', bars, ORIGIN);
    const before = chunksOf(connection);
    const fuller = [5000 * DAY, 1, 2, 0.5, 1, 1e9, 1];
    const written = writtenBy(connection, () => series.merge(GOOGL, 'D', barsOf([fuller]), ORIGIN));
    expect(written).toBe(1 + ORIGIN_ROW);
    const after = chunksOf(connection);
    const changed = after.filter(
      (chunk, at) =>
        chunk['data'] !== before[at]?.['data'] &&
        Buffer.compare(chunk['data'] as Uint8Array, before[at]?.['data'] as Uint8Array) !== 0,
    );
    // 5000 days after 1970 is in 1983.
    expect(changed.map(({ t0 }) => t0)).toEqual([Date.UTC(1980, 0) / 1000]);
    expect(readRows(series)[5000]).toEqual(fuller);
  });

  it('may be one that was missing, also between chunks and tail', () => {
    const { series } = openSeries();
    const rows = rowsOf(risingBars(200));
    const gaps = new Set([20, 200 - TAIL_BARS - 2]);
    series.replace(GOOGL, 'D', barsOf(rows.filter((_, index) => !gaps.has(index))), ORIGIN);
    series.merge(GOOGL, 'D', barsOf(rows.filter((_, index) => gaps.has(index))), ORIGIN);
    expect(readRows(series)).toEqual(rows);
  });
});

describe('reading from a time on', () => {
  it('reads no chunk that ends before: not even a damaged one', () => {
    const { series, connection } = openSeries();
    const bars = risingBars(12_000);
    series.replace(GOOGL, 'D', bars, ORIGIN);
    connection.run("update chunk set data = x'00' where t0 < ?", Date.UTC(2000, 0) / 1000);
    const since = Date.UTC(2001, 5) / 1000;
    const read = viewPackedBars(series.read(GOOGL, 'D', since)?.buffer as ArrayBuffer);
    expect(read.time[0]).toBe(Date.UTC(2000, 0) / 1000);
    expect(rowsOf(read)).toEqual(rowsOf(bars).slice(-read.length));
    expect(() => series.read(GOOGL, 'D')).toThrow();
  });

  it('reads rows alone where the tail begins before', () => {
    const { series, connection } = openSeries();
    series.replace(GOOGL, 'D', risingBars(12_000), ORIGIN);
    connection.execute("update chunk set data = x'00'");
    for (const since of [(12_000 - TAIL_BARS) * DAY, 12_000 * DAY, Infinity]) {
      const read = series.read(GOOGL, 'D', since);
      expect(viewPackedBars(read?.buffer as ArrayBuffer).length).toBe(TAIL_BARS);
    }
  });
});

describe('the newest bars of many series', () => {
  const ids = Array.from({ length: 50 }, (_, index): InstrumentId => `XNAS:A${index}`);

  it('are stored together, a row each', () => {
    const { series, connection } = openSeries();
    for (const id of ids) series.replace(id, 'D', risingBars(100), ORIGIN);
    const newest = risingBars(1, 100 * DAY);
    const additions = ids.map((instrument) => ({ instrument, bars: newest }));
    const written = writtenBy(connection, () => series.appendNewest('D', additions, ORIGIN));
    expect(written).toBe(2 * ids.length);
    for (const id of ids) expect(readRows(series, id).at(-1)).toEqual(rowsOf(newest)[0]);
  });

  it('are stored all or none', () => {
    const { series } = openSeries();
    for (const id of ids) series.replace(id, 'D', risingBars(100), ORIGIN);
    const bad = risingBars(1, 100 * DAY);
    bad.close[0] = NaN;
    const additions = ids.map((instrument, at) => ({
      instrument,
      bars: at === ids.length - 1 ? bad : risingBars(1, 100 * DAY),
    }));
    expect(() => series.appendNewest('D', additions, ORIGIN)).toThrow();
    for (const id of ids) expect(readRows(series, id)).toHaveLength(100);
  });

  it('leave out what is older than the newest, and series without bars', () => {
    const { series } = openSeries();
    series.replace(GOOGL, 'D', risingBars(100), ORIGIN);
    series.replace('XNAS:NVDA', 'D', risingBars(0), ORIGIN);
    const older = barsOf([[98 * DAY, 1, 1, 1, 1, 1e9, 1]]);
    series.appendNewest(
      'D',
      [
        { instrument: GOOGL, bars: older },
        { instrument: 'XNAS:NVDA', bars: older },
        { instrument: 'XNAS:INTC', bars: older },
      ],
      ORIGIN,
    );
    expect(readRows(series)).toEqual(rowsOf(risingBars(100)));
    expect(readRows(series, 'XNAS:NVDA')).toEqual([]);
    expect(series.read('XNAS:INTC', 'D')).toBeNull();
  });
});

describe('tidying', () => {
  it('seals a long tail into the open chunk of each month', () => {
    const { series, connection } = openSeries();
    const first = Date.UTC(2026, 0, 31, 20) / 1000;
    const bars = minuteBars(600, first);
    series.replace(GOOGL, '1m', barsOf(rowsOf(bars).slice(0, 70)), ORIGIN);
    for (const part of [rowsOf(bars).slice(70, 400), rowsOf(bars).slice(400)]) {
      series.merge(GOOGL, '1m', barsOf(part), ORIGIN);
    }
    const counts = (): unknown => connection.rows('select t0, n from chunk order by t0');
    expect(counts()).toEqual([{ t0: START_OF_2026, n: 10 }]);
    series.tidy(GOOGL, '1m');
    // Four hours of January are 240 minutes.
    expect(counts()).toEqual([
      { t0: START_OF_2026, n: 240 },
      { t0: Date.UTC(2026, 1) / 1000, n: 600 - 240 - TAIL_BARS },
    ]);
    const read = series.read(GOOGL, '1m')?.buffer as ArrayBuffer;
    expect(rowsOf(viewPackedBars(read))).toEqual(rowsOf(bars));
  });

  it('leaves a tail alone that is not long, and a series that is not known', () => {
    const { series, connection } = openSeries();
    series.replace(GOOGL, 'D', risingBars(TAIL_BARS), ORIGIN);
    series.merge(GOOGL, 'D', risingBars(SEAL_ABOVE - TAIL_BARS, TAIL_BARS * DAY), ORIGIN);
    const written = writtenBy(connection, () => {
      series.tidy(GOOGL, 'D');
      series.tidy('XNAS:NVDA', 'D');
    });
    expect(written).toBe(0);
    expect(connection.rows('select count(*) as n from tail')).toEqual([{ n: SEAL_ABOVE }]);
  });
});
