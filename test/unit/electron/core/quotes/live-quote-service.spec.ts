import { beforeEach, describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import type { MarketLatestRequest } from '../../../../../electron/core/market/market-data-port';
import {
  LiveQuoteService,
  ROUND_LIMIT_MS,
} from '../../../../../electron/core/quotes/live-quote-service';
import {
  QuoteService,
  type QuotesUpdated,
} from '../../../../../electron/core/quotes/quote-service';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../../src/shared/domain/instrument/instrument';
import { sessionPhaseAt } from '../../../../../electron/core/quotes/session-phase';
import { readShippedCalendars } from '../../../shared/domain/calendar/read-shipped-calendars';
import { FakeMarketData } from './fake-market-data';
import { failure, said, utc } from './live-samples';
import { ManualScheduler } from './manual-scheduler';
import { passTime, settle } from './pass-time';

const calendars = readShippedCalendars();
const A: InstrumentId = 'XNAS:AAAA';
const B: InstrumentId = 'XNAS:BBBB';
const HK: InstrumentId = 'XHKG:09999';
const COIN: InstrumentId = 'BINANCE:AAABBB';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

let startMs: number;
let scheduler: ManualScheduler;
let market: FakeMarketData;
let quotes: QuoteService;
let told: QuotesUpdated[];
let errors: unknown[];
let service: LiveQuoteService;

const now = (): number => startMs + scheduler.now;
const pass = (ms: number): Promise<void> => passTime(scheduler, ms);
const askedFor = (id: InstrumentId): number =>
  market.requests.filter(({ instruments }) => instruments.includes(id)).length;
const state = (id: InstrumentId): string | undefined =>
  quotes.all().find(({ instrument }) => instrument === id)?.state;

/** Of this moment while its exchange trades, else of its last close. */
function lastTradeAt(id: InstrumentId): number {
  const calendar = calendars.get(splitInstrumentId(id).mic);
  const phase = calendar && sessionPhaseAt(calendar, now());
  return phase?.state === 'closed' ? phase.lastClosedAt : now();
}
const allAnswered = ({
  instruments,
}: MarketLatestRequest): Awaited<ReturnType<FakeMarketData['latest']>> => ({
  quotes: instruments.map((id) => said(id, lastTradeAt(id), 10)),
  failed: new Map(),
});
const allFailed = ({
  instruments,
}: MarketLatestRequest): Awaited<ReturnType<FakeMarketData['latest']>> => ({
  quotes: [],
  failed: new Map(instruments.map((id) => [id, failure()])),
});

/** @param at - by default New York is open and Hong Kong closed */
function build(at = '2026-11-24T17:00'): void {
  startMs = utc(at);
  scheduler = new ManualScheduler();
  market = new FakeMarketData(allAnswered);
  told = [];
  errors = [];
  const updated = new Signal<QuotesUpdated>((error) => errors.push(error));
  updated.subscribe((update) => told.push(update));
  quotes = new QuoteService(updated);
  service = new LiveQuoteService({
    market,
    quotes,
    scheduler,
    now,
    random: () => 0.5,
    instrument: () => undefined,
    calendar: (mic) => calendars.get(mic),
    onError: (error) => errors.push(error),
  });
  service.start();
  service.setActive(true);
}

beforeEach(() => build());

describe('LiveQuoteService', () => {
  it('asks for the charted one first, then for the list, and shows what it hears', async () => {
    service.watch([HK, A, COIN], { charted: A });
    await pass(3 * SECOND);
    expect(market.requests.map(({ instruments }) => instruments)).toEqual([[A], [HK], [COIN]]);
    expect([A, HK, COIN].map(state)).toEqual(['live', 'closed', 'live']);
  });

  it('asks in turns: each as often as its place and its exchange ask for', async () => {
    service.watch([A, B, HK], { charted: A });
    await pass(10 * MINUTE);
    expect(askedFor(A)).toBeGreaterThan(55);
    expect(askedFor(A)).toBeLessThan(61);
    expect(askedFor(B)).toBeGreaterThanOrEqual(19);
    expect(askedFor(B)).toBeLessThanOrEqual(20);
    expect(askedFor(HK)).toBe(1);
  });

  it('goes by the trades where the calendar has the exchange closed', async () => {
    build('2026-12-25T03:00');
    market.answer = ({ instruments }) => ({
      quotes: instruments.map((id) => said(id, now() - SECOND, 10)),
      failed: new Map(),
    });
    service.watch([HK], { charted: null });
    await pass(2 * MINUTE);
    expect(state(HK)).toBe('live');
    expect(askedFor(HK)).toBeGreaterThan(2);
  });

  it('calls prices stale whose stamps stand still at an open exchange, though answers come', async () => {
    const trade = now();
    market.answer = ({ instruments }) => ({
      quotes: instruments.map((id) => said(id, trade, 10)),
      failed: new Map(),
    });
    service.watch([A, B], { charted: A });
    await pass(19 * MINUTE);
    expect(state(A)).toBe('live');
    await pass(2 * MINUTE);
    expect([A, B].map(state)).toEqual(['stale', 'stale']);
  });

  it('asks half as often while the window is hidden', async () => {
    service.watch([A], { charted: A });
    service.setVisible(false);
    await pass(10 * MINUTE);
    expect(askedFor(A)).toBeGreaterThanOrEqual(28);
    expect(askedFor(A)).toBeLessThanOrEqual(31);
    expect(state(A)).toBe('live');
  });

  it('has one round under way, however long it takes', async () => {
    let release: () => void = () => undefined;
    market.answer = (request) =>
      new Promise((resolve) => {
        release = () => resolve(allAnswered(request));
      });
    service.watch([A, HK], { charted: A });
    await pass(30 * SECOND);
    expect(market.requests).toHaveLength(1);
    release();
    await pass(SECOND);
    expect(market.requests).toHaveLength(2);
    expect(state(A)).toBe('live');
  });

  it('goes on after a round that hangs, and drops its late answer', async () => {
    let answerLate: () => void = () => undefined;
    market.answer = (request) =>
      new Promise((resolve) => {
        answerLate = () => resolve(allAnswered(request));
      });
    service.watch([A], { charted: A });
    await pass(ROUND_LIMIT_MS + SECOND);
    expect(market.requests[0]?.signal?.aborted).toBe(true);
    answerLate();
    market.answer = allAnswered;
    await settle();
    expect(quotes.all()).toEqual([]);
    await pass(MINUTE);
    expect(state(A)).toBe('live');
    expect(errors).toEqual([]);
  });

  it('leaves dated, stale prices when the network is pulled, and revives them', async () => {
    service.watch([A, COIN], { charted: A });
    await pass(20 * SECOND);
    const [before] = quotes.all();
    market.answer = allFailed;
    await pass(2 * MINUTE);
    expect([A, COIN].map(state)).toEqual(['stale', 'stale']);
    expect(quotes.all()[0]).toEqual({ ...before, state: 'stale', asOf: expect.any(Number) });
    market.answer = allAnswered;
    await pass(6 * MINUTE);
    expect([A, COIN].map(state)).toEqual(['live', 'live']);
  });

  it('makes prices stale without any answer or failure at all', async () => {
    service.watch([A], { charted: A });
    await pass(SECOND);
    market.answer = () => new Promise(() => undefined);
    await pass(40 * SECOND);
    expect(state(A)).toBe('stale');
  });

  it('asks ever more rarely while all fails', async () => {
    market.answer = allFailed;
    service.watch([B], { charted: null });
    await pass(60 * MINUTE);
    expect(askedFor(B)).toBeGreaterThan(10);
    expect(askedFor(B)).toBeLessThan(25);
    service.askNow();
    await pass(SECOND);
    const asked = askedFor(B);
    await pass(20 * SECOND);
    expect(askedFor(B)).toBe(asked);
  });

  it('leaves a source alone as long as it asks for', async () => {
    market.answer = ({ instruments }) => ({
      quotes: [],
      failed: new Map(instruments.map((id) => [id, failure('rate-limited', 15 * MINUTE)])),
    });
    service.watch([A], { charted: A });
    await pass(14 * MINUTE);
    expect(askedFor(A)).toBe(1);
  });

  it('shows no nonsense, and keeps the price before it as an error', async () => {
    service.watch([A], { charted: A });
    market.answer = ({ instruments }) => ({
      quotes: instruments.map((id) => said(id, now(), 0)),
      failed: new Map(),
    });
    await pass(SECOND);
    expect(quotes.all()).toEqual([]);
    market.answer = allAnswered;
    await pass(30 * SECOND);
    expect(state(A)).toBe('live');
    market.answer = ({ instruments }) => ({
      quotes: [],
      failed: new Map(instruments.map((id) => [id, failure('refused-value')])),
    });
    await pass(10 * SECOND);
    expect(state(A)).toBe('error');
    expect(quotes.all()[0]?.price).toBe(10);
  });

  it('ignores prices of what was not asked for', async () => {
    market.answer = (request) => ({
      quotes: [...allAnswered(request).quotes, said(B, now(), 99)],
      failed: new Map(),
    });
    service.watch([A], { charted: A });
    await pass(SECOND);
    expect(quotes.all().map(({ instrument }) => instrument)).toEqual([A]);
  });

  it('survives a fault of the program and says it', async () => {
    market.answer = () => {
      throw new Error('made up');
    };
    service.watch([A], { charted: A });
    await pass(SECOND);
    expect(errors).toEqual([new Error('made up')]);
    market.answer = allAnswered;
    await pass(MINUTE);
    expect(state(A)).toBe('live');
  });
});

describe('streams', () => {
  it('take the place of asking, keep a quiet market live, and are asked around when they die', async () => {
    service.watch([COIN, A], { charted: COIN });
    market.healthyStreams.add(COIN);
    await pass(5 * MINUTE);
    expect(market.streamsWatched).toEqual([COIN, A]);
    expect(askedFor(COIN)).toBe(1);
    expect(state(COIN)).toBe('live');
    market.tick(said(COIN, now(), 12, { source: 'binance' }));
    expect(quotes.all()[0]).toMatchObject({ price: 12, source: 'binance', state: 'live' });
    market.healthyStreams.clear();
    await pass(MINUTE);
    expect(askedFor(COIN)).toBeGreaterThan(4);
  });

  it('are not believed when they talk nonsense, or of something else', async () => {
    service.watch([COIN], { charted: COIN });
    await pass(SECOND);
    market.tick(said(A, now(), 12));
    market.tick(said(COIN, now(), Number.NaN, { source: 'binance' }));
    expect(quotes.all()).toMatchObject([{ instrument: COIN, price: 10, state: 'error' }]);
  });

  it('close when the network is not wanted', () => {
    service.watch([COIN], { charted: null });
    service.setActive(false);
    expect(market.streamsWatched).toEqual([]);
    market.tick(said(COIN, now(), 12));
    expect(quotes.all()).toEqual([]);
  });
});

describe('watching', () => {
  it('forgets the prices of what is not watched any more', async () => {
    service.watch([A, B], { charted: A });
    await pass(2 * SECOND);
    service.watch([B], { charted: null });
    expect(quotes.all().map(({ instrument }) => instrument)).toEqual([B]);
    expect(told.at(-1)?.replaces).toBe(true);
  });

  it('does nothing and has no timer while nothing is watched', async () => {
    await pass(MINUTE);
    expect([market.requests.length, scheduler.pending]).toEqual([0, 0]);
  });

  it('does nothing until it is started and active', async () => {
    service.dispose();
    service.watch([A], { charted: A });
    await pass(MINUTE);
    expect(market.requests).toEqual([]);
    service.start();
    await pass(SECOND);
    expect(market.requests).toHaveLength(1);
  });

  it('clears the live prices and drops the answer under way when the mode changes', async () => {
    service.watch([A, HK], { charted: A });
    await pass(SECOND);
    let release: () => void = () => undefined;
    market.answer = (request) =>
      new Promise((resolve) => {
        release = () => resolve(allAnswered(request));
      });
    await pass(20 * SECOND);
    service.setActive(false);
    release();
    await pass(MINUTE);
    expect(quotes.all()).toEqual([]);
    expect(scheduler.pending).toBe(0);
  });

  it('has no timer after dispose, twice too', async () => {
    service.watch([A], { charted: A });
    await pass(SECOND);
    service.dispose();
    service.dispose();
    expect(scheduler.pending).toBe(0);
  });
});

describe('around the close', () => {
  it('asks a few times after it, then every half hour, and again at the open', async () => {
    build('2026-11-24T20:59');
    service.watch([A], { charted: A });
    await pass(MINUTE);
    const open = askedFor(A);
    expect(open).toBeGreaterThan(4);
    await pass(25 * MINUTE);
    expect(askedFor(A) - open).toBe(2);
    expect(state(A)).toBe('closed');
    market.answer = allFailed;
    await pass(120 * MINUTE);
    expect(state(A)).toBe('closed');
  });
});
