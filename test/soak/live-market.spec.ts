import { beforeAll, describe, expect, it } from 'vitest';
import { Signal } from '../../electron/core/events/signal';
import { HistoryRefreshService } from '../../electron/core/history/history-refresh-service';
import { LiveQuoteService } from '../../electron/core/quotes/live-quote-service';
import { QuoteService, type QuotesUpdated } from '../../electron/core/quotes/quote-service';
import { SecondOpinionService } from '../../electron/core/quotes/second-opinion-service';
import { createNetworkMarket } from '../../electron/market/registry/network-market';
import { NETWORK_PROFILES } from '../../electron/market/registry/network-profiles';
import { sessionStateAt } from '../../src/shared/domain/calendar/session-clock';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../src/shared/domain/instrument/instrument';
import type { NetworkSource, Quote } from '../../src/shared/domain/quote/quote';
import { readShippedCalendars } from '../unit/shared/domain/calendar/read-shipped-calendars';
import { ManualScheduler } from '../unit/electron/core/quotes/manual-scheduler';
import { passTime } from '../unit/electron/core/quotes/pass-time';
import { SoakSources } from './soak-sources';
import { SoakStream, type StreamHealth } from './soak-stream';

/**
 * An hour of injected time with 500 made-up instruments over the real registry and transport: Hong
 * Kong closes, London and Frankfurt open, Tokyo and New York are closed; Yahoo is cut off from minute
 * 36 to minute 48. Binance's stream sends no trade from minute 15 to minute 25 while it answers pings, and
 * says nothing at all from minute 40 to minute 50.
 */
const START = Date.UTC(2026, 10, 24, 7, 30);
const MINUTE = 60_000;
const CUT = { from: 36 * MINUTE, to: 48 * MINUTE };
const YAHOO = 'query1.finance.yahoo.com';
const BINANCE = 'data-api.binance.vision';
const MUTE = { from: 15 * MINUTE, to: 25 * MINUTE };
const DEAD = { from: 40 * MINUTE, to: 50 * MINUTE };
const SOURCES: readonly NetworkSource[] = ['yahoo', 'tencent', 'sina', 'binance'];
/** A price may be called live or delayed for no longer after its last answer, however slow the source. */
const LONGEST_UNCONFIRMED_MS = 2 * 5 * MINUTE + 10_000;

const codes = (mic: string, count: number, code: (index: number) => string): InstrumentId[] =>
  Array.from({ length: count }, (_, index): InstrumentId => `${mic}:${code(index)}`);
const letters = (index: number): string =>
  `ZZ${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`;
const INSTRUMENTS = [
  ...codes('XHKG', 200, (index) => String(6000 + index).padStart(5, '0')),
  ...codes('XLON', 100, letters),
  ...codes('XETR', 60, letters),
  ...codes('XNAS', 100, letters),
  ...codes('XTKS', 20, (index) => String(9900 + index)),
  ...codes('CRYPTO', 10, (index) => `${letters(index)}-USD`),
  ...codes('BINANCE', 10, (index) => `${letters(index)}USDT`),
];
/** A minute or so where the processor is shared with much else. */
const LONGEST_RUN_MS = 180_000;
const CHARTED: InstrumentId = 'XLON:ZZAA';

interface Minute {
  readonly at: number;
  readonly quotes: ReadonlyMap<InstrumentId, Quote>;
  readonly answeredAt: ReadonlyMap<InstrumentId, number>;
  readonly timers: number;
}

const calendars = readShippedCalendars();
const minutes: Minute[] = [];
const faults: unknown[] = [];
let sources: SoakSources;
let scheduler: ManualScheduler;
let streamHealth: StreamHealth = 'well';
let connections = 0;
let emitted = 0;
let timersAfterwards = NaN;

beforeAll(async () => {
  const noteRejection = (error: unknown): void => void faults.push(error);
  process.on('unhandledRejection', noteRejection);
  scheduler = new ManualScheduler();
  const now = (): number => START + scheduler.now;
  const calendar = (mic: string): ReturnType<typeof calendars.get> => calendars.get(mic);
  const after = scheduler.after.bind(scheduler);
  sources = new SoakSources({ instruments: INSTRUMENTS, calendar, now, after });
  // Spread evenly, the same in every run.
  let drawn = 0;
  const random = (): number => (drawn++ * 0.618_033_988_7) % 1;
  const instrument = (): undefined => undefined;
  const registry = createNetworkMarket({
    fetch: sources.fetch,
    userAgent: 'soak',
    settings: {
      isEnabled: (id) => SOURCES.includes(id),
      ownAddress: () => null,
      key: () => null,
      keyState: () => 'not-needed',
    },
    ...{ instrument, calendar, now, random, after },
    connect: () => {
      connections++;
      return new SoakStream({
        health: () => streamHealth,
        after,
        frame: sources.binanceFrame,
      }).start();
    },
  });
  const onError = noteRejection;
  const updated = new Signal<QuotesUpdated>(onError);
  updated.subscribe(() => (emitted += 1));
  const quotes = new QuoteService(updated);
  const common = { market: registry, scheduler, now, random, instrument, calendar, onError };
  const live = new LiveQuoteService({ ...common, quotes });
  const opinions = new SecondOpinionService({ ...common, live });
  const history = new HistoryRefreshService({
    ...common,
    gateway: {
      storeBars: (bars) => {
        const lastTime = new Float64Array(bars.buffer)[bars.buffer.byteLength / 56 - 1] ?? 0;
        after(5, () =>
          history.barsStored({ ...bars, lastTime, wholeAt: now(), outcome: 'stored' }),
        );
      },
    },
    onKept: () => undefined,
  });
  const services = [live, opinions, history];
  live.start();
  for (const service of [live, opinions]) service.watch(INSTRUMENTS, { charted: CHARTED });
  history.watch(INSTRUMENTS, [{ instrument: CHARTED, interval: 'D' }]);
  for (const service of services) service.setActive(true);
  history.seriesKnown([]);
  for (let minute = 1; minute <= 60; minute++) {
    const at = minute * MINUTE;
    if (at > CUT.from && at <= CUT.to) sources.cutOff.add(YAHOO);
    else sources.cutOff.delete(YAHOO);
    if (at > MUTE.from && at <= MUTE.to) streamHealth = 'mute';
    else streamHealth = at > DEAD.from && at <= DEAD.to ? 'dead' : 'well';
    await passTime(scheduler, MINUTE, 250);
    minutes.push({
      at,
      quotes: new Map(quotes.all().map((quote) => [quote.instrument, quote])),
      answeredAt: new Map(sources.answeredAt),
      timers: scheduler.pending,
    });
  }
  for (const service of [...services, registry]) service.dispose();
  timersAfterwards = scheduler.pending;
  await passTime(scheduler, MINUTE, 250);
  process.off('unhandledRejection', noteRejection);
}, LONGEST_RUN_MS);

const isOpen = (id: InstrumentId, at: number): boolean => {
  const calendar = calendars.get(splitInstrumentId(id).mic);
  return calendar !== undefined && sessionStateAt(calendar, START + at).state === 'open';
};

describe('an hour with 500 instruments', () => {
  it('gives every one of them a price within minutes', () => {
    expect(INSTRUMENTS).toHaveLength(500);
    expect(minutes[9]?.quotes.size).toBe(500);
    expect(minutes[0]?.quotes.has(CHARTED)).toBe(true);
  });

  it('refreshes each price or marks it', () => {
    for (const { at, quotes, answeredAt } of minutes) {
      for (const [id, { state }] of quotes) {
        const silentMs = START + at - (answeredAt.get(id) ?? 0);
        if (state === 'live' || state === 'delayed') {
          expect(silentMs, `${id} at minute ${at / MINUTE}`).toBeLessThan(LONGEST_UNCONFIRMED_MS);
        } else if (state === 'closed') {
          const wasOpen = isOpen(id, at) && isOpen(id, at - LONGEST_UNCONFIRMED_MS);
          expect(wasOpen && silentMs > LONGEST_UNCONFIRMED_MS, id).toBe(false);
        }
      }
    }
  });

  it('keeps the charted one as fresh as its source allows while it answers', () => {
    for (const { at, quotes, answeredAt } of minutes) {
      if (!isOpen(CHARTED, at - MINUTE) || (at > CUT.from && at <= CUT.to + 5 * MINUTE)) continue;
      const silentMs = START + at - (answeredAt.get(CHARTED) ?? 0);
      // Yahoo has London, and puts up with one question a minute.
      expect(silentMs, `${at / MINUTE}`).toBeLessThan(90_000);
      expect(quotes.get(CHARTED)?.state).not.toBe('error');
    }
    const last = minutes.at(-1)?.quotes.get(CHARTED);
    expect(['live', 'delayed']).toContain(last?.state);
  });

  it('marks what a cut source had, keeps the prices, and revives them afterwards', () => {
    const during = minutes[47]?.quotes;
    const london = INSTRUMENTS.filter((id) => id.startsWith('XLON'));
    expect(london.map((id) => during?.get(id)?.state)).toEqual(london.map(() => 'stale'));
    const after = minutes.at(-1)?.quotes;
    const revived = london.filter((id) => after?.get(id)?.state !== 'stale');
    expect(revived.length).toBeGreaterThan(95);
    const hongKong = minutes.at(-1)?.quotes.get('XHKG:06000');
    expect(hongKong?.state).toBe('closed');
  });

  it('asks for nothing that a stream sends, and for all that it stops to send', () => {
    const askedWithin = (from: number, to: number): number =>
      (sources.requests.get(BINANCE) ?? []).filter((at) => at >= START + from && at < START + to)
        .length;
    // The first turn of everything, in which what is streamed is asked for once, takes minutes.
    expect(askedWithin(10 * MINUTE, MUTE.from)).toBe(0);
    for (const { from, to } of [MUTE, DEAD]) {
      expect(askedWithin(from + 3 * MINUTE, to)).toBeGreaterThan(50);
      for (const { quotes, answeredAt } of minutes.filter(
        (each) => each.at > from + 4 * MINUTE && each.at <= to,
      )) {
        const coins = INSTRUMENTS.filter((id) => id.startsWith('BINANCE'));
        expect(coins.map((id) => quotes.get(id)?.state)).toEqual(coins.map(() => 'live'));
        expect(coins.every((id) => answeredAt.has(id))).toBe(true);
      }
    }
    expect(askedWithin(MUTE.to + 2 * MINUTE, DEAD.from)).toBe(0);
    // A line that answers pings stays; one that does not is made anew, and not over and over.
    expect(connections).toBeGreaterThan(1);
    expect(connections).toBeLessThan(12);
  });

  it('respects the budget of every host', () => {
    for (const [host, times] of sources.requests) {
      const profile = NETWORK_PROFILES.find(({ addresses }) =>
        Object.values(addresses).some((address) => new URL(address).host === host),
      );
      if (profile === undefined) throw new Error(`${host} is nobody's`);
      const { requestsPerSecond, burst, inFlight } = profile.budget;
      expect(sources.mostInFlight.get(host), host).toBeLessThanOrEqual(inFlight);
      for (const windowMs of [10_000, MINUTE, 10 * MINUTE]) {
        const allowed = burst + (requestsPerSecond * windowMs) / 1000 + 1;
        expect(mostWithin(times, windowMs), `${host} in ${windowMs} ms`).toBeLessThanOrEqual(
          allowed,
        );
      }
    }
    expect(sources.requests.get(YAHOO)?.length).toBeGreaterThan(1000);
  });

  it('asks a cut host at most ten times in ten minutes', () => {
    // What was under way at the cut failed with it.
    const cut = START + CUT.from + 1000;
    const times = sources.requests.get(YAHOO) ?? [];
    const during = times.filter((at) => at >= cut && at < cut + 10 * MINUTE);
    expect(during.length).toBeLessThanOrEqual(10);
  });

  it('hears Sina out on Hong Kong where Yahoo is cut off, and contradicts nobody who agrees', () => {
    expect(sources.sinaLines).toBeGreaterThan(0);
    for (const { quotes } of minutes) {
      for (const [id, { dispute }] of quotes) expect(dispute, id).toBeNull();
    }
  });

  it('leaves nothing behind: no timers, no more prices than instruments, no faults', () => {
    for (const { timers, quotes } of minutes) {
      expect(timers).toBeLessThan(20);
      expect(quotes.size).toBeLessThanOrEqual(INSTRUMENTS.length);
    }
    expect(timersAfterwards).toBeLessThan(6);
    expect(scheduler.pending).toBe(0);
    expect(faults).toEqual([]);
    expect(emitted).toBeLessThan(60 * 60 * 4);
  });
});

function mostWithin(times: readonly number[], windowMs: number): number {
  let most = 0;
  let from = 0;
  for (const [index, at] of times.entries()) {
    while ((times[from] ?? at) <= at - windowMs) from++;
    most = Math.max(most, index - from + 1);
  }
  return most;
}
