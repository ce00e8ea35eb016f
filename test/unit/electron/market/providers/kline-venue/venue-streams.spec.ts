import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SourcedQuote } from '../../../../../../electron/core/market/market-data-port';
import type { ProviderRegistry } from '../../../../../../electron/market/registry/provider-registry';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { ManualTime } from '../../../../../helpers/manual-time';
import { marketUnderTest } from '../../../../../helpers/replay/market-under-test';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import { ReplayServer } from '../../../../../helpers/replay/replay-server';
import { VenueSocketReplay } from '../../../../../helpers/replay/venue-socket-replay';

const NOON = Date.parse('2026-05-28T12:00:00Z');
const MINUTE = 60_000;
const EVERY = { interval: 1, timeout: 10_000 };

const BINANCE_SPOT: InstrumentId = 'BINANCE:BTCUSDT';
const BINANCE_PERPETUAL: InstrumentId = 'BINANCE:ZHIPUUSDT';
const BITGET_SPOT: InstrumentId = 'BITGET:BTCUSDT';
const BITGET_PERPETUAL: InstrumentId = 'BITGET:AAPLUSDT.P';
const ALL = [BINANCE_SPOT, BINANCE_PERPETUAL, BITGET_SPOT, BITGET_PERPETUAL];

let time: ManualTime;
let venue: VenueSocketReplay;
let server: ReplayServer;
let market: ProviderRegistry;
let heard: SourcedQuote[];

beforeEach(async () => {
  time = new ManualTime(NOON);
  heard = [];
  venue = new VenueSocketReplay(ALL, time.now);
  server = new ReplayServer([], venue);
  market = marketUnderTest(await server.start(), time);
});

afterEach(async () => {
  market.dispose();
  await server.dispose();
});

const watch = (ids: readonly InstrumentId[]): void =>
  market.watchStreams(ids, (said) => heard.push(said));
const subscribed = (count: number): Promise<unknown> =>
  vi.waitUntil(() => venue.subscribed.length === count, EVERY);
const served = (): readonly InstrumentId[] => [...market.streamed()].sort();
const becomesServed = (ids: readonly InstrumentId[]): Promise<unknown> =>
  vi.waitUntil(() => served().join() === [...ids].sort().join(), EVERY);

/** Subscribed, and traded once. */
async function stream(ids: readonly InstrumentId[]): Promise<void> {
  watch(ids);
  await subscribed(ids.length);
  venue.tick();
  await becomesServed(ids);
}

/** Half minutes go by in which nobody trades, and each connection shows that it is alive. */
async function liveOn(halfMinutes: number, connections = 1): Promise<void> {
  for (let turn = 0; turn < halfMinutes; turn++) {
    const before = venue.signsOfLife;
    time.move(30_000);
    await vi.waitUntil(() => venue.signsOfLife === before + connections, EVERY);
  }
}

describe.each(ALL)('the stream of %s', (id) => {
  it('gives each trade, with money, day and the stamp of the venue', async () => {
    await stream([id]);
    const price = replayPrices(id, time.now())?.price ?? NaN;
    const [first] = heard;
    expect(first?.source).toBe(id.startsWith('BINANCE') ? 'binance' : 'bitget');
    expect(first?.quote).toMatchObject({
      ...{ instrument: id, price, currency: 'USDT', asOf: NOON, session: '2026-05-28' },
      ...{ delayMinutes: 0, openBar: { close: price, time: Date.parse('2026-05-28') / 1000 } },
    });
    time.move(1000);
    venue.tick(1.5);
    await vi.waitUntil(() => heard.length === 2, EVERY);
    expect(heard[1]?.quote.price).toBeCloseTo(price * 1.5, 2);
    expect(heard[1]?.quote.asOf).toBe(NOON + 1000);
  });

  it('is not worth a poll less before something was traded, however well it is connected', async () => {
    watch([id]);
    await subscribed(1);
    venue.say('{"event":"nothing"}');
    venue.say('}garbage{');
    venue.say(new Uint8Array([0xff, 0x00, 0xfe]));
    venue.say('[1,2,3]');
    venue.say('null');
    expect(served()).toEqual([]);
    venue.tick();
    await becomesServed([id]);
    expect(heard).toHaveLength(1);
  });

  it('is polled again two minutes after its last trade, though pongs keep coming', async () => {
    await stream([id]);
    await liveOn(4);
    expect(served()).toEqual([id]);
    time.move(1);
    expect(served()).toEqual([]);
  });

  it('says nothing about the next connection when it is cut after its day, and finds it', async () => {
    await stream([id]);
    venue.cut();
    await becomesServed([]);
    time.move(5000);
    await subscribed(1);
    expect(served()).toEqual([]);
    venue.tick();
    await becomesServed([id]);
  });

  it('notices within 90 seconds that it is dead, and comes back', async () => {
    await stream([id]);
    venue.isMute = true;
    time.move(90_000);
    expect(served()).toEqual([]);
    venue.isMute = false;
    time.move(5000);
    await vi.waitUntil(() => venue.paths.length === 2, EVERY);
    await subscribed(1);
    venue.tick();
    await becomesServed([id]);
  });

  it('comes when the venue, which refused to talk, talks again', async () => {
    venue.refusesUpgrade = true;
    watch([id]);
    await vi.waitUntil(() => venue.paths.length === 1, EVERY);
    venue.refusesUpgrade = false;
    await vi.waitUntil(() => {
      time.move(1000);
      return venue.paths.length > 1;
    }, EVERY);
    await subscribed(1);
    venue.tick();
    await becomesServed([id]);
  });
});

describe('the streams of a venue', () => {
  it('are one for each market: the end of one says nothing about the other', async () => {
    await stream([BINANCE_SPOT, BINANCE_PERPETUAL]);
    expect([...venue.paths].sort()).toEqual(['/market/ws', '/ws']);
    watch([BINANCE_SPOT]);
    await subscribed(1);
    expect(served()).toEqual([BINANCE_SPOT]);
    expect(venue.paths).toHaveLength(2);
  });

  it('know the close of the day before from the past that Bitget sends', async () => {
    await stream([BITGET_SPOT]);
    const { previousClose } = replayPrices(BITGET_SPOT, NOON) ?? {};
    expect(heard[0]?.quote.previousClose).toBe(previousClose);
  });

  it('take over the close of a day that ends while they run, and never its open', async () => {
    await stream([BINANCE_SPOT]);
    expect(heard[0]?.quote.previousClose).toBeNull();
    const close = heard[0]?.quote.price;
    time.set(NOON + 12 * 60 * MINUTE);
    venue.tick();
    await vi.waitUntil(() => heard.length === 2, EVERY);
    expect(heard[1]?.quote).toMatchObject({ previousClose: close, session: '2026-05-29' });
  });

  it('bring what a subscription that is refused leaves out back to the poll', async () => {
    venue.refused.add('AAPLUSDT');
    watch([BITGET_SPOT, BITGET_PERPETUAL]);
    await subscribed(1);
    venue.tick();
    await becomesServed([BITGET_SPOT]);
    venue.say(bitgetRefusal('SPOT', 'BTCUSDT'));
    await becomesServed([]);
  });

  it('keep a quiet line alive: each venue is asked for a sign of life in its own way', async () => {
    await stream([BINANCE_PERPETUAL, BITGET_SPOT]);
    await liveOn(6, 2);
    expect(venue.heard.filter((text) => text === 'ping')).toHaveLength(6);
    expect(venue.paths).toHaveLength(2);
  });

  it('take the stamp of a venue for now where the clock of this machine is slow', async () => {
    watch([BITGET_SPOT]);
    await subscribed(1);
    time.set(NOON - 10 * MINUTE);
    venue.tickAt(NOON);
    await vi.waitUntil(() => heard.length === 1, EVERY);
    expect(heard[0]?.quote.asOf).toBe(NOON - 10 * MINUTE);
  });

  it('stream a perpetual under both of its names at once', async () => {
    watch([BINANCE_PERPETUAL, `${BINANCE_PERPETUAL}.P`]);
    await subscribed(1);
    venue.tick();
    await becomesServed([BINANCE_PERPETUAL, `${BINANCE_PERPETUAL}.P`]);
    expect(heard.map(({ quote }) => quote.instrument)).toEqual([
      BINANCE_PERPETUAL,
      `${BINANCE_PERPETUAL}.P`,
    ]);
  });
});

function bitgetRefusal(instType: string, instId: string): string {
  const arg = { instType, channel: 'candle1Dutc', instId };
  return JSON.stringify({ event: 'error', arg, code: 30001, msg: 'param error' });
}
