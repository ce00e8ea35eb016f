import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeChunk, PLANES_CODEC, RAW_CODEC } from '../../../electron/data/cache/chunk-codec';
import { TAIL_BARS } from '../../../electron/data/cache/tail-table';
import type { SeriesRepository } from '../../../electron/data/cache/series-repository';
import { viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { barsOf, DAY, risingBars, rowsOf } from '../../unit/electron/data/bars-of';
import { openSeries, ORIGIN } from './open-series';

const GOOGL = 'XNAS:GOOGL';
const NVDA = 'XNAS:NVDA';
/** 00:00 UTC of 2009-12-31 and of 2010-01-01. */
const END_OF_2009 = 1_262_217_600;
const START_OF_2010 = 1_262_304_000;

function readRows(series: SeriesRepository, instrument: InstrumentId): number[][] | null {
  const stored = series.read(instrument, 'D');
  return stored ? rowsOf(viewPackedBars(stored.buffer)) : null;
}

describe('SeriesRepository', () => {
  it('gives back a series with its origin', () => {
    const { series } = openSeries();
    const bars = risingBars(3);
    series.replace(GOOGL, 'D', bars, ORIGIN);
    const unchecked = { currency: null, findings: null, wholeAt: null };
    expect(series.read(GOOGL, 'D')).toEqual({
      source: 'csv-folder',
      importedAt: ORIGIN.importedAt,
      ...unchecked,
      buffer: bars.buffer,
    });
    expect(series.originOf(GOOGL, 'D')).toEqual({ ...ORIGIN, ...unchecked });
  });

  it('gives back what checking found, the currency and the day of the whole, by every way in', () => {
    const { series } = openSeries();
    const suspects = [{ time: 86_400, kind: 'unit', close: 1000, reference: 10 } as const];
    const checked = {
      ...{ currency: 'GBp', wholeAt: 9 },
      findings: { suspects, leftOut: [], skippedRows: 2, splits: [86_400] },
    };
    const bars = risingBars(3);
    const origin = { ...ORIGIN, ...checked };
    series.replace(GOOGL, 'D', bars, origin);
    expect(series.read(GOOGL, 'D')).toMatchObject(checked);
    series.merge(GOOGL, 'D', bars, { ...origin, wholeAt: 10 });
    expect(series.originOf(GOOGL, 'D')).toMatchObject({ ...checked, wholeAt: 10 });
    series.appendNewest('D', [{ instrument: GOOGL, bars }], { ...origin, currency: null });
    expect(series.originOf(GOOGL, 'D')).toMatchObject({ ...checked, currency: null });
    expect(series.ends()).toMatchObject([{ instrument: GOOGL, wholeAt: 9 }]);
  });

  it('knows nothing of other instruments', () => {
    const { series } = openSeries();
    series.replace(GOOGL, 'D', risingBars(3), ORIGIN);
    expect(series.read(NVDA, 'D')).toBeNull();
    expect(series.originOf(NVDA, 'D')).toBeNull();
    expect([...series.newestCloses(NVDA, 'D')]).toEqual([]);
  });

  it('puts a series in the place of the earlier one and leaves the others', () => {
    const { series } = openSeries();
    const nvda = risingBars(200, START_OF_2010);
    series.replace(NVDA, 'D', nvda, ORIGIN);
    series.replace(GOOGL, 'D', risingBars(8000), ORIGIN);
    const shorter = risingBars(100, 5 * DAY);
    series.replace(GOOGL, 'D', shorter, { ...ORIGIN, importedAt: 7, fingerprint: 'new' });
    expect(readRows(series, GOOGL)).toEqual(rowsOf(shorter));
    expect(series.originOf(GOOGL, 'D')).toMatchObject({ importedAt: 7, fingerprint: 'new' });
    expect(readRows(series, NVDA)).toEqual(rowsOf(nvda));
    expect(series.count()).toBe(2);
  });

  it('keeps an empty series, which has no last bar', () => {
    const { series } = openSeries();
    series.replace(GOOGL, 'D', risingBars(0), ORIGIN);
    expect(readRows(series, GOOGL)).toEqual([]);
    expect(series.list('D')).toEqual([]);
    expect(series.count()).toBe(1);
  });

  it('keeps the newest bars as rows and seals the others, ten calendar years a chunk', () => {
    const { series, connection } = openSeries();
    const bars = risingBars(2 + TAIL_BARS, END_OF_2009);
    series.replace(GOOGL, 'D', bars, ORIGIN);
    expect(connection.rows('select t0, n from chunk order by t0')).toEqual([
      { t0: 946_684_800, n: 1 },
      { t0: START_OF_2010, n: 1 },
    ]);
    expect(connection.rows('select count(*) as n, min(t) as first from tail')).toEqual([
      { n: TAIL_BARS, first: END_OF_2009 + 2 * DAY },
    ]);
    expect(readRows(series, GOOGL)).toEqual(rowsOf(bars));
  });

  it('stores bars of the first and the last year of dates', () => {
    const { series, connection } = openSeries();
    const first = -62_135_596_800;
    const rows = [
      [first, 1, 1, 1, 1, 1, 1],
      [253_402_214_400 - 100 * DAY, 1, 1, 1, 1, 1, 1],
      ...rowsOf(risingBars(TAIL_BARS, 253_402_214_400 - 99 * DAY)),
    ];
    series.replace(GOOGL, 'D', barsOf(rows), ORIGIN);
    expect(readRows(series, GOOGL)).toEqual(rows);
    // 0000-01-01 and 9990-01-01.
    expect(connection.rows('select t0 from chunk order by t0')).toEqual([
      { t0: -62_167_219_200 },
      { t0: 253_086_768_000 },
    ]);
  });

  it('gives the newest closes, oldest first', () => {
    const { series } = openSeries();
    series.replace(GOOGL, 'D', risingBars(3), ORIGIN);
    series.replace(NVDA, 'D', risingBars(TAIL_BARS + 10), ORIGIN);
    expect(series.newestCloses(GOOGL, 'D')).toEqual(Float32Array.of(100.01, 100.02, 100.03));
    const closes = series.newestCloses(NVDA, 'D');
    expect(closes.length).toBe(TAIL_BARS);
    expect(closes[0]).toBe(Math.fround(100.11));
    expect(closes.at(-1)).toBe(Math.fround(100.01 + (TAIL_BARS + 9) / 100));
  });

  it('lists series by instrument with their last bars', () => {
    const { series } = openSeries();
    series.replace(NVDA, 'D', risingBars(1), ORIGIN);
    series.replace(GOOGL, 'D', risingBars(100), ORIGIN);
    expect(series.list('D')).toEqual([
      {
        instrument: GOOGL,
        source: 'csv-folder',
        currency: null,
        lastBar: { time: 99 * DAY, open: 101, high: 102, low: 100, close: 101, volume: 1099 },
        previousClose: 101 - 0.01,
      },
      {
        instrument: NVDA,
        source: 'csv-folder',
        currency: null,
        lastBar: { time: 0, open: 100.01, high: 101.01, low: 99.01, close: 100.01, volume: 1000 },
        previousClose: null,
      },
    ]);
  });

  it('leaves the earlier series alone where the new one cannot be stored', () => {
    const { series } = openSeries();
    const earlier = risingBars(300);
    series.replace(GOOGL, 'D', earlier, ORIGIN);
    // Infinite prices are not allowed; SQLite takes NaN for null, which `not null` refuses.
    const bad = risingBars(500);
    bad.close[499] = NaN;
    expect(() => series.replace(GOOGL, 'D', bad, { ...ORIGIN, importedAt: 8 })).toThrow();
    expect(readRows(series, GOOGL)).toEqual(rowsOf(earlier));
    expect(series.originOf(GOOGL, 'D')?.importedAt).toBe(ORIGIN.importedAt);
  });

  it('takes no simulated bars', () => {
    const { series } = openSeries();
    const simulated = { ...ORIGIN, source: 'simulated' } as const;
    expect(() => series.replace(GOOGL, 'D', risingBars(3), simulated)).toThrow('CHECK');
    expect(series.count()).toBe(0);
  });

  it('is the same after closing and opening the file', () => {
    const { series, connection, file } = openSeries();
    const bars = risingBars(500);
    series.replace(GOOGL, 'D', bars, ORIGIN);
    connection.close();
    expect(readRows(openSeries(file).series, GOOGL)).toEqual(rowsOf(bars));
  });
});

describe('any series', () => {
  const double = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => (value === 0 ? 0 : value));
  const cents = fc.integer({ min: 1, max: 10 ** 9 }).map((value) => value / 100);

  const rowsFrom = (value: fc.Arbitrary<number>): fc.Arbitrary<number[][]> =>
    fc.nat(3 * TAIL_BARS).chain((count) => {
      const size = { minLength: count, maxLength: count };
      const adjusted = fc.oneof(value, fc.constant(NaN));
      return fc
        .tuple(
          fc.uniqueArray(fc.integer({ min: -20_000, max: 20_000 }), size),
          fc.array(fc.tuple(value, value, value, value, value, adjusted), size),
        )
        .map(([days, values]) =>
          days
            .sort((one, other) => one - other)
            .map((day, index) => [day * DAY, ...(values[index] as number[])]),
        );
    });

  it.each([
    ['of any finite doubles', double, RAW_CODEC],
    ['of cents', cents, PLANES_CODEC],
  ])('%s comes back bit for bit', (_, value, codec) => {
    const { series, connection } = openSeries();
    const codecs = new Set<unknown>();
    fc.assert(
      fc.property(rowsFrom(value), (rows) => {
        series.replace(GOOGL, 'D', barsOf(rows), ORIGIN);
        const read = (readRows(series, GOOGL) as number[][]).flat();
        expect(read.length).toBe(7 * rows.length);
        expect(rows.flat().every((number, index) => Object.is(number, read[index]))).toBe(true);
        for (const chunk of connection.rows('select codec from chunk')) codecs.add(chunk['codec']);
      }),
      { numRuns: 60 },
    );
    expect(codecs.has(codec)).toBe(true);
  });

  it('is encoded as its chunks say', () => {
    const { series, connection } = openSeries();
    const bars = risingBars(10 + TAIL_BARS);
    series.replace(GOOGL, 'D', bars, ORIGIN);
    const { codec, data } = encodeChunk(barsOf(rowsOf(bars).slice(0, 10)));
    expect(connection.rows('select n, codec, data from chunk')).toEqual([
      { n: 10, codec, data: new Uint8Array(data) },
    ]);
  });
});
