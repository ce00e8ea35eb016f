import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { finnhubRoute } from '../../../../../helpers/replay/keyed-replay';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import { NEW_YORK_OPEN, ReplayedSource } from '../../../../../helpers/replay/replayed-source';

const NVIDIA: InstrumentId = 'XNAS:NVDA';

let source: ReplayedSource;
beforeEach(() => (source = new ReplayedSource(NEW_YORK_OPEN)));
afterEach(() => source.dispose());

const latest = (instrument: InstrumentId) =>
  source.market.latest({ instruments: [instrument], nowMs: NEW_YORK_OPEN });

describe('Finnhub', () => {
  it('gives prompt American prices with the key, which never stands in the address', async () => {
    await source.start('finnhub', finnhubRoute([NVIDIA], source.time.now));
    const prices = replayPrices(NVIDIA, NEW_YORK_OPEN);
    const { quotes } = await latest(NVIDIA);
    expect(quotes[0]?.quote).toEqual({
      ...{ instrument: NVIDIA, price: prices?.price, previousClose: prices?.previousClose },
      ...{ currency: 'USD', asOf: NEW_YORK_OPEN - 1000, session: '2026-05-28', delayMinutes: 0 },
      openBar: {
        time: Date.parse('2026-05-28T00:00:00Z') / 1000,
        ...{ open: prices?.price, high: prices?.price, low: prices?.price, close: prices?.price },
        volume: 0,
      },
    });
    expect(source.requests[0]?.path).toBe('/api/v1/quote?symbol=NVDA');
  });

  it('answers zeros for what it does not know, and is not asked for other markets', async () => {
    await source.start('finnhub', finnhubRoute([NVIDIA], source.time.now));
    const unknown: InstrumentId = 'XNAS:ZZZZ';
    expect((await latest(unknown)).failed.get(unknown)?.reason).toBe('unknown-instrument');
    const london: InstrumentId = 'XLON:VOD';
    expect((await latest(london)).failed.get(london)?.reason).toBe('not-offered');
    expect(source.requests).toHaveLength(1);
  });

  it('names a key that is refused', async () => {
    await source.start('finnhub', () => ({ status: 401, body: '{"error":"Invalid API key"}' }));
    expect((await latest(NVIDIA)).failed.get(NVIDIA)?.reason).toBe('key-refused');
  });
});
