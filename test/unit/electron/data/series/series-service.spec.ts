import { describe, expect, it } from 'vitest';
import { RunningBars } from '../../../../../electron/data/series/running-bars';
import { SeriesService } from '../../../../../electron/data/series/series-service';
import { StoredSeriesSource } from '../../../../../electron/data/series/stored-series-source';
import { barsOf, risingBars } from '../bars-of';
import { calendarOfInstrument } from '../calendar-of';
import { ORIGIN, startCache } from '../start-cache';
import { FakeProvider } from './fake-provider';

function setUp() {
  const cache = startCache();
  cache.use((series) => series.replace('XNAS:GOOGL', 'D', risingBars(3), ORIGIN));
  const simulated = new FakeProvider(
    new Map([
      ['XNAS:GOOGL', risingBars(5)],
      ['XNAS:NVDA', risingBars(7)],
    ]),
  );
  return {
    cache,
    service: new SeriesService(
      new StoredSeriesSource(cache, calendarOfInstrument, new RunningBars()),
      simulated,
      calendarOfInstrument,
    ),
  };
}

describe('SeriesService', () => {
  it('serves stored bars until told otherwise', async () => {
    const { service } = setUp();
    expect(service.isSimulated).toBe(false);
    const answer = await service.open('XNAS:GOOGL', 'D');
    expect(answer.source).toBe('csv-folder');
    expect(answer.buffer.byteLength).toBe(3 * 56);
  });

  it('serves the simulated market and not one stored bar beside it', async () => {
    const { service } = setUp();
    service.serveSimulated(['XNAS:NVDA']);
    expect(service.isSimulated).toBe(true);
    const answers = [await service.open('XNAS:GOOGL', 'D'), await service.open('XNAS:INTC', 'D')];
    expect(answers.map(({ source }) => source)).toEqual(['simulated', null]);
    expect((await service.quotes(1)).map(({ source }) => source)).toEqual(['simulated']);
  });

  it('tells what rows of a list show, in the order asked for', async () => {
    const { service, cache } = setUp();
    const wanted = { sessions: 2, extended: true };
    const [none, stored] = await service.listFacts({
      instruments: ['XNAS:NVDA', 'XNAS:GOOGL'],
      ...wanted,
    });
    expect(none).toEqual({ instrument: 'XNAS:NVDA', source: null, price: null, extended: null });
    expect(stored).toMatchObject({ source: 'csv-folder', extended: null });
    expect(stored?.price?.closes).toEqual(Float32Array.of(100.02, 100.03));
    // Twenty past four in the afternoon, New York.
    const late = barsOf([[Date.parse('2026-05-27T20:20Z') / 1000, 9, 9, 9, 9, 1, NaN]]);
    cache.use((series) => series.replace('XNAS:GOOGL', '5m', late, ORIGIN));
    const ask = { instruments: ['XNAS:GOOGL'] as const, sessions: 2 };
    const [outside] = await service.listFacts({ ...ask, extended: true });
    expect(outside?.extended).toMatchObject({ price: 9, side: 'after', regularClose: null });
    const [unasked] = await service.listFacts({ ...ask, extended: false });
    expect(unasked?.extended).toBeNull();
  });

  it('stores nothing that is simulated', async () => {
    const { service, cache } = setUp();
    service.serveSimulated(['XNAS:NVDA']);
    await service.open('XNAS:NVDA', 'D');
    await service.quotes(1);
    service.serveStored();
    expect((await service.open('XNAS:NVDA', 'D')).source).toBeNull();
    expect(cache.use((series) => series.count())).toBe(1);
  });

  it('goes back to the stored bars', async () => {
    const { service } = setUp();
    service.serveSimulated([]);
    service.serveStored();
    expect(service.isSimulated).toBe(false);
    expect((await service.open('XNAS:GOOGL', 'D')).source).toBe('csv-folder');
  });

  it('gives sparklines in the order asked for', async () => {
    const { service } = setUp();
    const sparklines = await service.sparklines(['XNAS:NVDA', 'XNAS:GOOGL']);
    expect(sparklines).toEqual([
      { instrument: 'XNAS:NVDA', closes: new Float32Array(0) },
      { instrument: 'XNAS:GOOGL', closes: Float32Array.of(100.01, 100.02, 100.03) },
    ]);
  });
});
