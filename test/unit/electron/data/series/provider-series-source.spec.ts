import { describe, expect, it } from 'vitest';
import { ProviderSeriesSource } from '../../../../../electron/data/series/provider-series-source';
import { DAY, risingBars } from '../bars-of';
import { calendarOfInstrument } from '../calendar-of';
import { FakeProvider } from './fake-provider';

const bars = risingBars(100);

function setUp() {
  const provider = new FakeProvider(
    new Map([
      ['XNAS:GOOGL', bars],
      ['XHKG:00100', risingBars(0)],
    ]),
  );
  return {
    provider,
    source: new ProviderSeriesSource(provider, ['XNAS:NVDA'], calendarOfInstrument),
  };
}

describe('ProviderSeriesSource', () => {
  it('serves what the provider has, marked with its name', async () => {
    const { source } = setUp();
    expect(await source.series('XNAS:GOOGL', 'D')).toEqual({
      instrument: 'XNAS:GOOGL',
      interval: 'D',
      source: 'simulated',
      buffer: bars.buffer,
      importedAt: null,
      madeOf: 'D',
      lastTime: 99 * DAY,
      stored: ['D'],
      sessions: null,
      ...{ basis: 'raw', extended: 'none' },
      findings: null,
    });
  });

  it.each(['XNAS:NVDA', 'XHKG:00100'] as const)(
    'serves nothing where it has none: %s',
    async (id) => {
      const { source } = setUp();
      const answer = await source.series(id, 'D');
      expect(answer).toMatchObject({ source: null, importedAt: null });
      expect(answer.buffer.byteLength).toBe(0);
      expect((await source.newestCloses(id)).length).toBe(0);
    },
  );

  it('gives the last sixty closes', async () => {
    const { source } = setUp();
    const closes = await source.newestCloses('XNAS:GOOGL');
    expect(closes.length).toBe(60);
    expect([closes[0], closes[59]]).toEqual([Math.fround(100.41), 101]);
  });

  it('asks for quotes of the instruments that are wanted', async () => {
    const { source, provider } = setUp();
    expect(await source.quotes(5)).toMatchObject([
      { instrument: 'XNAS:NVDA', asOf: 5, source: 'simulated', state: 'simulated' },
    ]);
    expect(provider.asked).toEqual([['XNAS:NVDA']]);
  });
});
