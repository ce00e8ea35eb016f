import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Signal } from '../../../../../../electron/core/events/signal';
import { LiveQuoteService } from '../../../../../../electron/core/quotes/live-quote-service';
import {
  QuoteService,
  type QuotesUpdated,
} from '../../../../../../electron/core/quotes/quote-service';
import type { ProviderRegistry } from '../../../../../../electron/market/registry/provider-registry';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../../../../src/shared/domain/quote/quote';
import { ManualTime } from '../../../../../helpers/manual-time';
import { FAULTS } from '../../../../../helpers/replay/fault-table';
import { marketUnderTest } from '../../../../../helpers/replay/market-under-test';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import { ReplayServer } from '../../../../../helpers/replay/replay-server';
import { binanceRoute, bitgetRoute } from '../../../../../helpers/replay/venue-replay';
import { VenueSocketReplay } from '../../../../../helpers/replay/venue-socket-replay';
import { readShippedCalendars } from '../../../../shared/domain/calendar/read-shipped-calendars';

const NOON = Date.parse('2026-05-28T12:00:00Z');
const STEP_MS = 100;
const COINS: readonly InstrumentId[] = ['BINANCE:BTCUSDT', 'BITGET:BTCUSDT'];
const calendars = readShippedCalendars();

let time: ManualTime;
let venue: VenueSocketReplay;
let server: ReplayServer;
let market: ProviderRegistry;
let live: LiveQuoteService;
let quotes: QuoteService;
let onTheWire = 0;

beforeEach(async () => {
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (...request: Parameters<typeof fetch>) => {
    onTheWire++;
    return fetch(...request).finally(() => onTheWire--);
  });
  time = new ManualTime(NOON);
  const { now } = time;
  venue = new VenueSocketReplay(COINS, now);
  server = new ReplayServer([binanceRoute(COINS, now), bitgetRoute(COINS, now)], venue);
  market = marketUnderTest(await server.start(), time);
  const onError = (error: unknown): void => expect.fail(String(error));
  quotes = new QuoteService(new Signal<QuotesUpdated>(onError));
  live = new LiveQuoteService({
    ...{ market, quotes, now, onError, scheduler: time },
    ...{ random: () => 0.5, instrument: () => undefined },
    calendar: (mic) => calendars.get(mic),
  });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  live.dispose();
  market.dispose();
  await server.dispose();
});

const shown = (id: InstrumentId): Quote | undefined =>
  quotes.all().find(({ instrument }) => instrument === id);

/** Time goes by, in small steps and as long as no answer is on its way, until something is so. */
async function until(isSo: () => boolean, meanwhile: () => void = () => undefined): Promise<void> {
  const end = time.now() + 30 * 60_000;
  while (!isSo()) {
    expect(time.now()).toBeLessThan(end);
    await new Promise((resolve) => setImmediate(resolve));
    if (onTheWire > 0) continue;
    time.move(STEP_MS);
    meanwhile();
  }
}

/** What goes wrong besides that no question is answered any more. */
const STREAM_FAULTS: readonly (readonly [string, () => void])[] = [
  [
    'is cut, and then refused',
    () => {
      venue.refusesUpgrade = true;
      venue.cut('reset');
    },
  ],
  ['is ended after its day, and then silent', () => void ((venue.isMute = true), venue.cut())],
  ['falls silent', () => void (venue.isMute = true)],
  ['sends an error', () => venue.say('{"event":"error","arg":{"instId":"BTCUSDT"},"code":30001}')],
  ['sends garbage', () => venue.say('}\u0000{')],
  ['keeps its line and sends nothing', () => undefined],
];

describe.each(COINS)('a good price of %s', (id) => {
  it.each(STREAM_FAULTS)(
    'stays with its date, and is marked, when the stream %s',
    async (_, fail) => {
      live.watch([id], { charted: id });
      live.start();
      live.setActive(true);
      const asked = replayPrices(id, NOON)?.price ?? NaN;
      const traded = Number((asked * 1.25).toFixed(2));
      await until(
        () => shown(id)?.price === traded,
        () => venue.tick(1.25),
      );
      expect(shown(id)?.state).toBe('live');
      server.fault = FAULTS.find(({ name }) => name === '503') ?? null;
      fail();
      // Trades that were sent before may still be on their way.
      const failedAt = time.now();
      await until(() => shown(id)?.state === 'stale');
      expect(shown(id)).toMatchObject({ price: traded, session: '2026-05-28' });
      const kept = shown(id)?.asOf ?? NaN;
      expect(kept).toBeGreaterThan(NOON);
      expect(kept).toBeLessThanOrEqual(failedAt);

      server.fault = null;
      venue.refusesUpgrade = false;
      venue.isMute = false;
      await until(() => shown(id)?.state === 'live');
      expect(shown(id)?.asOf).toBeGreaterThan(kept);
    },
  );
});
