import { describe, expect, it } from 'vitest';
import { StoredSeriesSource } from '../../../../../electron/data/series/stored-series-source';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { risingBars } from '../bars-of';
import { calendarMicOfId, calendarOf } from '../calendar-of';
import { ORIGIN, startCache } from '../start-cache';

function setUp() {
  const cache = startCache();
  const bars = risingBars(2, toSessionKey('2026-11-19'));
  cache.use((series) => series.replace('XNAS:GOOGL', 'D', bars, ORIGIN));
  return { source: new StoredSeriesSource(cache, calendarOf, calendarMicOfId), bars };
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
