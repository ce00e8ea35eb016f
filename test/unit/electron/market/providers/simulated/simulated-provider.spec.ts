import { describe, expect, it } from 'vitest';
import { SimulatedProvider } from '../../../../../../electron/market/providers/simulated/simulated-provider';
import { toDate } from '../../../../../../src/shared/domain/calendar/calendar-date';
import { type BarColumns, barAt } from '../../../../../../src/shared/domain/candle/bar-columns';
import type { Interval } from '../../../../../../src/shared/domain/candle/interval';
import { resampleBars } from '../../../../../../src/shared/domain/candle/resample';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../../../src/shared/domain/instrument/instrument';
import type { ProviderQuote } from '../../../../../../electron/core/market/market-data-provider-port';
import { calendarOf } from '../../../data/calendar-of';
import { CATALOGUE } from '../../../data/catalogue';

const MINUTE = 60_000;
/** Monday 2026-11-23, 11:00 in New York: the session is open. */
const OPEN = Date.parse('2026-11-23T16:00:00Z');
/** The same day after the close. */
const CLOSED = Date.parse('2026-11-23T21:00:00Z');

function setUp(nowMs: number) {
  let now = nowMs;
  const provider = new SimulatedProvider({
    instrument: (id) => CATALOGUE.find((instrument) => instrument.id === id),
    calendar: calendarOf,
    now: () => now,
    seed: 'test',
  });
  const bars = async (id: InstrumentId): Promise<BarColumns> => {
    const result = await provider.history({ instrument: id, interval: 'D', since: null });
    if (!result.ok) throw new Error(result.error.reason);
    return result.history.bars;
  };
  const intraday = async (id: InstrumentId, interval: Interval): Promise<BarColumns> => {
    const result = await provider.history({ instrument: id, interval, since: null });
    if (!result.ok) throw new Error(result.error.reason);
    return result.history.bars;
  };
  const quotes = async (ids: readonly InstrumentId[], nowMs: number) => {
    const answer = await provider.latest({ instruments: ids, nowMs });
    return answer.ok ? answer.quotes : [];
  };
  const quote = async (id: InstrumentId, atMs = now): Promise<ProviderQuote | undefined> =>
    (await quotes([id], atMs))[0];
  return { provider, bars, intraday, quote, quotes, setNow: (atMs: number) => (now = atMs) };
}

const lastOf = (bars: BarColumns) => barAt(bars, bars.length - 1);

describe('SimulatedProvider', () => {
  it('has the finished sessions of the exchange', async () => {
    const { bars, setNow } = setUp(OPEN);
    const before = await bars('XNAS:GOOGL');
    expect(toDate(lastOf(before)?.time as number)).toBe('2026-11-20');
    setNow(CLOSED);
    const after = await bars('XNAS:GOOGL');
    expect(after.length).toBe(before.length + 1);
    expect(toDate(lastOf(after)?.time as number)).toBe('2026-11-23');
    expect(lastOf(await bars('XHKG:00700'))?.time).toBe(lastOf(after)?.time);
  });

  it('begins on the first trading day of the instrument', async () => {
    const { bars } = setUp(OPEN);
    expect(toDate((await bars('XHKG:02513')).time[0] as number)).toBe('2026-01-08');
  });

  it("gives bars that are the receiver's own", async () => {
    const { bars } = setUp(OPEN);
    const mine = await bars('XNAS:GOOGL');
    const close = mine.close[0];
    mine.close.fill(0);
    expect((await bars('XNAS:GOOGL')).close[0]).toBe(close);
  });

  it('quotes an open session with its bar so far', async () => {
    const { quote, bars } = setUp(OPEN);
    const now = await quote('XNAS:GOOGL');
    expect(now).toMatchObject({
      instrument: 'XNAS:GOOGL',
      session: '2026-11-23',
      asOf: OPEN,
      previousClose: lastOf(await bars('XNAS:GOOGL'))?.close,
      currency: 'USD',
      delayMinutes: 0,
    });
    expect(now?.openBar?.close).toBe(now?.price);
    expect(now?.openBar?.time).toBe(Date.parse('2026-11-23T00:00:00Z') / 1000);
  });

  it('moves, and ends as the bar of the history', async () => {
    const { quote, bars, setNow } = setUp(OPEN);
    const prices = new Set<number>();
    for (let minute = 0; minute < 30; minute++) {
      prices.add((await quote('XNAS:GOOGL', OPEN + minute * MINUTE))?.price as number);
    }
    expect(prices.size).toBeGreaterThan(10);
    const late = await quote('XNAS:GOOGL', CLOSED - 1);
    setNow(CLOSED);
    const finished = lastOf(await bars('XNAS:GOOGL'));
    expect(late?.openBar?.open).toBe(finished?.open);
    const after = await quote('XNAS:GOOGL');
    expect(after).toMatchObject({ price: finished?.close, openBar: null, asOf: CLOSED });
    expect(after?.previousClose).toBe(late?.previousClose);
  });

  it('stands still after the close, as of the close', async () => {
    const { quote } = setUp(CLOSED);
    const atClose = await quote('XNAS:GOOGL', CLOSED);
    expect(await quote('XNAS:GOOGL', CLOSED + 600 * MINUTE)).toEqual(atClose);
  });

  it('stands still over lunch, as of its beginning', async () => {
    const { quote } = setUp(OPEN);
    // Hong Kong closes from 12:00 to 13:00, 04:00 to 05:00 UTC.
    const inLunch = await quote('XHKG:00700', Date.parse('2026-11-23T04:30:00Z'));
    expect(inLunch).toMatchObject({
      asOf: Date.parse('2026-11-23T04:00:00Z'),
      session: '2026-11-23',
    });
    expect(inLunch?.openBar).not.toBeNull();
    const later = await quote('XHKG:00700', Date.parse('2026-11-23T04:59:00Z'));
    expect(later).toEqual(inLunch);
  });

  it('has no quote before the first trading day, and no previous close on it', async () => {
    const { quote } = setUp(OPEN);
    // Zhipu was listed on 2026-01-08; the session of the 7th closed at 08:00 UTC.
    expect(await quote('XHKG:02513', Date.parse('2026-01-07T03:00:00Z'))).toBeUndefined();
    expect(await quote('XHKG:02513', Date.parse('2026-01-07T09:00:00Z'))).toBeUndefined();
    const first = await quote('XHKG:02513', Date.parse('2026-01-08T03:00:00Z'));
    expect(first).toMatchObject({ session: '2026-01-08', previousClose: null });
    const evening = await quote('XHKG:02513', Date.parse('2026-01-08T09:00:00Z'));
    expect(evening).toMatchObject({ previousClose: null, openBar: null });
  });

  it('is the same market after a restart', async () => {
    const one = setUp(OPEN);
    const other = setUp(OPEN);
    expect(await one.quote('XNAS:NVDA')).toEqual(await other.quote('XNAS:NVDA'));
    expect((await one.bars('XNAS:NVDA')).close).toEqual((await other.bars('XNAS:NVDA')).close);
  });

  it('has indices, on the sessions of their exchange', async () => {
    const { bars, quote } = setUp(CLOSED);
    const index = await bars('INDEX:^IXIC');
    expect(index.time).toEqual((await bars('XNAS:NVDA')).time);
    expect(await quote('INDEX:^IXIC')).toMatchObject({ currency: 'USD', session: '2026-11-23' });
  });

  it('leaves out what is not in the catalogue', async () => {
    const { provider, quotes } = setUp(OPEN);
    expect(
      await provider.history({ instrument: 'XNAS:NOPE', interval: 'D', since: null }),
    ).toMatchObject({
      ok: false,
      error: { reason: 'not-offered', retry: 'next-provider' },
    });
    const known = await quotes(['XNAS:NOPE', 'XNAS:GOOGL'], OPEN);
    expect(known.map(({ instrument }) => instrument)).toEqual(['XNAS:GOOGL']);
  });

  it.each(['XNAS:GOOGL', 'XHKG:00700'] as const)(
    'has minutes of the last thirty sessions that add up to their days: %s',
    async (id) => {
      const { bars, intraday } = setUp(OPEN);
      const daily = await bars(id);
      const minutes = await intraday(id, '1m');
      const calendar = calendarOf(splitInstrumentId(id).mic);
      const days = resampleBars(minutes, { from: '1m', to: 'D', calendar, extended: false });
      const finished = days.time.filter((time) => time <= (daily.time.at(-1) as number)).length;
      expect(finished).toBe(30);
      for (const name of ['time', 'open', 'high', 'low', 'close', 'volume'] as const) {
        expect([...days[name].subarray(0, 30)]).toEqual([...daily[name].subarray(-30)]);
      }
    },
  );

  it('goes on with the session under way, to the price of this moment', async () => {
    const { intraday, quote, setNow } = setUp(OPEN);
    for (const atMs of [OPEN + 5000, OPEN + 17_000]) {
      setNow(atMs);
      const last = lastOf(await intraday('XNAS:GOOGL', '5m'));
      expect(last?.time).toBe(OPEN / 1000);
      expect(last?.close).toBe((await quote('XNAS:GOOGL'))?.price);
    }
  });

  it('sees a new listing from its first minute on, and further back in hours', async () => {
    const { intraday } = setUp(Date.parse('2026-01-14T12:00:00Z'));
    const first = (await intraday('XHKG:02513', '1m')).time[0] as number;
    expect(new Date(first * 1000).toISOString()).toBe('2026-01-08T01:30:00.000Z');
    const old = setUp(OPEN);
    const [minutes, hours] = await Promise.all([
      old.intraday('XNAS:GOOGL', '1m'),
      old.intraday('XNAS:GOOGL', '1h'),
    ]);
    expect(hours.time[0]).toBeLessThan(minutes.time[0] as number);
  });

  it('may not be stored', () => {
    expect(setUp(OPEN).provider.capabilities).toMatchObject({ storable: false, stream: false });
  });

  it('lets others have a turn between two long walks', async () => {
    const { quotes } = setUp(OPEN);
    let turns = 0;
    let done = false;
    const answer = quotes(['XNAS:GOOGL', 'XNAS:NVDA', 'XNAS:AMD'], OPEN).then(() => {
      done = true;
    });
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve));
      turns++;
    }
    await answer;
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});
