import { describe, expect, it } from 'vitest';
import { RunningBars } from '../../../../../electron/data/series/running-bars';
import { StoredSeriesSource } from '../../../../../electron/data/series/stored-series-source';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { LONG_SERIES_BARS } from '../../../../../src/shared/domain/candle/bar-buckets';
import { packBars, viewPackedBars } from '../../../../../src/shared/domain/candle/bar-columns';
import { barsOf, risingBars } from '../bars-of';
import { calendarOfInstrument } from '../calendar-of';
import { ORIGIN, startCache } from '../start-cache';

function setUp() {
  const cache = startCache();
  const running = new RunningBars();
  const bars = risingBars(2, toSessionKey('2026-11-19'));
  cache.use((series) => series.replace('XNAS:GOOGL', 'D', bars, ORIGIN));
  return {
    source: new StoredSeriesSource(cache, calendarOfInstrument, running),
    bars,
    cache,
    running,
  };
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
      madeOf: 'D',
      lastTime: toSessionKey('2026-11-20'),
      stored: ['D'],
      sessions: null,
      ...{ basis: 'raw', extended: 'none' },
      findings: { suspects: [], leftOut: [], skippedRows: 0, splits: [] },
    });
    expect(await source.newestCloses('XNAS:GOOGL')).toEqual(Float32Array.of(100.01, 100.02));
  });

  it('serves an overview of a long series only, packed', () => {
    const { source, cache } = setUp();
    expect(source.overview('XNAS:GOOGL', 'D')).toBeNull();
    const long = risingBars(LONG_SERIES_BARS + 1);
    cache.use((series) => series.replace('XNAS:NVDA', '1m', long, ORIGIN));
    const wishes = { adjusted: false, extended: true };
    const overview = source.overview('XNAS:NVDA', '1m', wishes);
    expect(overview).toMatchObject({ source: 'csv-folder', length: long.length, stride: 16 });
    expect(viewPackedBars(overview?.buckets as ArrayBuffer).length).toBe(6251);
    const newest = viewPackedBars(overview?.newest as ArrayBuffer);
    expect(newest.time.at(-1)).toBe(long.time.at(-1));
    // These are minutes around the clock: with those of the night left out it is another series.
    expect(source.overview('XNAS:NVDA', '1m')).toBeNull();
    expect(source.overview('XNAS:NVDA', '1m', { ...wishes, adjusted: true })).toBeNull();
  });

  it('tells what was found in the bars, and looks itself where nobody has', async () => {
    const { cache, source } = setUp();
    const bars = barsOf([10, 10, 5].map((close, day) => [day * 86_400, ...Array(6).fill(close)]));
    const findings = { suspects: [], leftOut: [], skippedRows: 3, splits: [2 * 86_400] };
    cache.use((series) => series.replace('XNAS:NVDA', 'D', bars, { ...ORIGIN, findings }));
    expect((await source.series('XNAS:NVDA', 'D')).findings).toEqual(findings);
    cache.use((series) => series.replace('XNAS:NVDA', 'D', bars, ORIGIN));
    expect((await source.series('XNAS:NVDA', 'W')).findings?.suspects).toEqual([
      { time: 2 * 86_400, kind: 'split', close: 5, reference: 10 },
    ]);
  });

  it('serves nothing where nothing is stored', async () => {
    const { source } = setUp();
    expect(await source.series('XNAS:NVDA', 'D')).toEqual({
      instrument: 'XNAS:NVDA',
      interval: 'D',
      source: null,
      buffer: new ArrayBuffer(0),
      importedAt: null,
      madeOf: null,
      lastTime: 0,
      stored: [],
      sessions: null,
      ...{ basis: 'as-given', extended: 'none' },
      findings: null,
    });
    expect(await source.newestCloses('XNAS:NVDA')).toEqual(new Float32Array(0));
  });

  it('makes what is not stored of the best that is', async () => {
    const { source, cache } = setUp();
    const noon = Date.parse('2026-11-20T17:00:00Z') / 1000;
    const rows = [0, 60, 3600].map((after) => [noon + after, 5, 9, 1, 6, 100, 6]);
    cache.use((series) => series.replace('XNAS:GOOGL', '1m', barsOf(rows), ORIGIN));
    expect(await source.series('XNAS:GOOGL', 'W')).toMatchObject({
      madeOf: 'D',
      source: 'csv-folder',
    });
    const hours = await source.series('XNAS:GOOGL', '1h');
    expect(hours).toMatchObject({ madeOf: '1m', stored: ['1m', 'D'], lastTime: noon + 3600 });
    expect(viewPackedBars(hours.buffer).length).toBe(2);
  });

  it('says what it has where that will not do', async () => {
    const { source } = setUp();
    expect(await source.series('XNAS:GOOGL', '5m')).toMatchObject({ source: null, stored: ['D'] });
  });

  it('shows intraday bars under way behind the stored ones', async () => {
    const { source, cache, running } = setUp();
    const OPEN = Date.parse('2026-11-20T14:30:00Z') / 1000;
    const bars = barsOf([
      [OPEN, 5, 9, 1, 6, 100, 6],
      [OPEN + 300, 5, 9, 1, 7, 100, 7],
    ]);
    const first = viewPackedBars(packBars(bars, 0, 1));
    cache.use((series) => series.replace('XNAS:GOOGL', '5m', first, ORIGIN));
    running.note(
      {
        ...{ instrument: 'XNAS:GOOGL', interval: '5m', source: 'yahoo', currency: null },
        ...{ splits: [], skippedRows: 0, isWhole: false, buffer: bars.buffer },
      },
      OPEN,
    );
    expect(await source.series('XNAS:GOOGL', '5m')).toMatchObject({
      lastTime: OPEN + 300,
      madeOf: '5m',
    });
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
    const source = new StoredSeriesSource(cache, calendarOfInstrument, new RunningBars());
    expect(await source.quotes(Date.parse('2026-11-21T00:00:00Z'))).toMatchObject([
      { asOf: Date.parse('2026-11-20T21:00:00Z'), session: '2026-11-20', state: 'closed' },
    ]);
  });
});
