import { describe, expect, it } from 'vitest';
import { StoredSeriesSource } from '../../../../../electron/data/series/stored-series-source';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { LONG_SERIES_BARS } from '../../../../../src/shared/domain/candle/bar-buckets';
import { viewPackedBars } from '../../../../../src/shared/domain/candle/bar-columns';
import { risingBars } from '../bars-of';
import { calendarMicOfId, calendarOf } from '../calendar-of';
import { ORIGIN, startCache } from '../start-cache';

function setUp() {
  const cache = startCache();
  const bars = risingBars(2, toSessionKey('2026-11-19'));
  cache.use((series) => series.replace('XNAS:GOOGL', 'D', bars, ORIGIN));
  return { source: new StoredSeriesSource(cache, calendarOf, calendarMicOfId), cache, bars };
}

describe('StoredSeriesSource', () => {
  it('serves stored bars with their source and the time of their import', async () => {
    const { source, bars } = setUp();
    expect(await source.series('XNAS:GOOGL', 'D')).toEqual({
      instrument: 'XNAS:GOOGL',
      interval: 'D',
      source: 'csv-folder',
      buffer: bars.buffer,
      importedAt: 123,
    });
    expect(await source.newestCloses('XNAS:GOOGL')).toEqual(Float32Array.of(100.01, 100.02));
  });

  it('serves an overview of a long series only, packed', () => {
    const { source, cache } = setUp();
    expect(source.overview('XNAS:GOOGL', 'D')).toBeNull();
    const long = risingBars(LONG_SERIES_BARS + 1);
    cache.use((series) => series.replace('XNAS:NVDA', '1m', long, ORIGIN));
    const overview = source.overview('XNAS:NVDA', '1m');
    expect(overview).toMatchObject({ source: 'csv-folder', length: long.length, stride: 16 });
    expect(viewPackedBars(overview?.buckets as ArrayBuffer).length).toBe(6251);
    const newest = viewPackedBars(overview?.newest as ArrayBuffer);
    expect(newest.time.at(-1)).toBe(long.time.at(-1));
  });

  it('serves nothing where nothing is stored', async () => {
    const { source } = setUp();
    expect(await source.series('XNAS:NVDA', 'D')).toEqual({
      instrument: 'XNAS:NVDA',
      interval: 'D',
      source: null,
      buffer: new ArrayBuffer(0),
      importedAt: null,
    });
    expect(await source.newestCloses('XNAS:NVDA')).toEqual(new Float32Array(0));
  });

  it('makes quotes of the last bars, by the calendar of their exchange', async () => {
    const { source } = setUp();
    expect(await source.quotes(Date.parse('2026-11-21T00:00:00Z'))).toEqual([
      {
        instrument: 'XNAS:GOOGL',
        price: 100.02,
        previousClose: 100.01,
        asOf: Date.parse('2026-11-20T21:00:00Z'),
        session: '2026-11-20',
        source: 'csv-folder',
        state: 'closed',
        currency: null,
        delayMinutes: null,
        openBar: null,
        dispute: null,
      },
    ]);
  });

  it('dates a bar of an index by the exchange that the index follows', async () => {
    const cache = startCache();
    const bars = risingBars(2, toSessionKey('2026-11-19'));
    cache.use((series) => series.replace('INDEX:^GSPC', 'D', bars, ORIGIN));
    const source = new StoredSeriesSource(cache, calendarOf, calendarMicOfId);
    expect(await source.quotes(Date.parse('2026-11-21T00:00:00Z'))).toMatchObject([
      { asOf: Date.parse('2026-11-20T21:00:00Z'), session: '2026-11-20', state: 'closed' },
    ]);
  });
});
