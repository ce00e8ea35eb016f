import { beforeEach, describe, expect, it } from 'vitest';
import type { MarketLatestRequest } from '../../../../../electron/core/market/market-data-port';
import { SecondOpinionService } from '../../../../../electron/core/quotes/second-opinion-service';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { Quote, QuoteDispute } from '../../../../../src/shared/domain/quote/quote';
import { FakeMarketData } from './fake-market-data';
import { failure, madeUp, said, utc } from './live-samples';
import { ManualScheduler } from './manual-scheduler';
import { passTime } from './pass-time';

const A: InstrumentId = 'XNAS:AAAA';
const B: InstrumentId = 'XNAS:BBBB';
const C: InstrumentId = 'XNAS:CCCC';
const RATE: InstrumentId = 'FOREX:AAABBB';
const START = utc('2026-11-24T17:00');
const MINUTE = 60_000;

let scheduler: ManualScheduler;
let market: FakeMarketData;
let shown: Map<InstrumentId, Quote>;
let flagged: [InstrumentId, QuoteDispute | null][];
let errors: unknown[];
let service: SecondOpinionService;

const now = (): number => START + scheduler.now;
const pass = (ms: number): Promise<void> => passTime(scheduler, ms, 1000);

function show(id: InstrumentId, price: number): void {
  shown.set(id, {
    ...said(id, now(), price).quote,
    source: 'yahoo',
    state: 'live',
    dispute: null,
  });
}

function answer(price: number): void {
  market.answer = ({ instruments }: MarketLatestRequest) => ({
    quotes: instruments.map((id) => said(id, now(), price, { source: 'sina' })),
    failed: new Map(),
  });
}

beforeEach(() => {
  scheduler = new ManualScheduler();
  market = new FakeMarketData(() => ({ quotes: [], failed: new Map() }));
  shown = new Map();
  flagged = [];
  errors = [];
  service = new SecondOpinionService({
    market,
    live: {
      quoteOf: (id) => shown.get(id),
      phaseOf: () => null,
      setDispute: (id, dispute) => flagged.push([id, dispute]),
    },
    scheduler,
    now,
    random: () => 0.5,
    instrument: (id) => madeUp(id, id === RATE ? { kind: 'fx' } : {}),
    onError: (error) => errors.push(error),
  });
  service.watch([A, B, C], { charted: A });
  service.setActive(true);
});

describe('SecondOpinionService', () => {
  it('asks once a minute another source for the charted one, and one of the list in turn', async () => {
    for (const id of [A, B, C]) show(id, 100);
    await pass(2 * MINUTE + 2000);
    expect(market.requests.map(({ instruments, avoid }) => [instruments, avoid])).toEqual([
      [[A], ['yahoo']],
      [[B], ['yahoo']],
      [[A], ['yahoo']],
      [[C], ['yahoo']],
    ]);
    await pass(MINUTE + 1000);
    expect(market.requests.at(-1)?.instruments).toEqual([B]);
  });

  it('asks of nothing that has no price yet', async () => {
    show(C, 100);
    await pass(MINUTE + 1000);
    expect(market.requests.map(({ instruments }) => instruments)).toEqual([[C]]);
  });

  it('goes on past a source that is late, to the one that has a price of this moment', async () => {
    service.watch([], { charted: A });
    show(A, 100);
    market.answer = ({ instruments, avoid = [] }: MarketLatestRequest) => ({
      quotes: instruments.map((id) =>
        avoid.includes('tencent')
          ? said(id, now(), 103, { source: 'sina' })
          : said(id, now() - 15 * MINUTE, 90, { source: 'tencent' }),
      ),
      failed: new Map(),
    });
    await pass(MINUTE + 1000);
    expect(market.requests.map(({ avoid }) => avoid)).toEqual([['yahoo'], ['yahoo', 'tencent']]);
    expect(flagged).toEqual([[A, { source: 'sina', price: 103, asOf: expect.any(Number) }]]);
  });

  it('asks no more than three sources that are all late', async () => {
    service.watch([], { charted: A });
    show(A, 100);
    const sources = ['tencent', 'sina', 'finnhub', 'tiingo'] as const;
    market.answer = ({ instruments, avoid = [] }: MarketLatestRequest) => ({
      quotes: instruments.map((id) =>
        said(id, now() - 15 * MINUTE, 90, {
          source: sources.find((each) => !avoid.includes(each)) ?? 'tiingo',
        }),
      ),
      failed: new Map(),
    });
    await pass(MINUTE + 1000);
    expect(market.requests).toHaveLength(3);
    expect(flagged).toEqual([]);
  });

  it('flags what is contradicted and clears it when they agree again', async () => {
    service.watch([], { charted: A });
    show(A, 100);
    answer(103);
    await pass(MINUTE);
    expect(flagged).toEqual([[A, { source: 'sina', price: 103, asOf: START + MINUTE }]]);
    show(A, 101);
    answer(101.5);
    await pass(MINUTE);
    expect(flagged[1]).toEqual([A, null]);
  });

  it('goes by the price of the moment of the answer', async () => {
    service.watch([], { charted: A });
    show(A, 100);
    market.answer = () => {
      show(A, 103);
      return { quotes: [said(A, now(), 103, { source: 'sina' })], failed: new Map() };
    };
    await pass(MINUTE);
    expect(flagged).toEqual([[A, null]]);
  });

  it('has a narrower margin for rates of currencies', async () => {
    service.watch([], { charted: RATE });
    show(RATE, 100);
    answer(101.5);
    await pass(MINUTE);
    expect(flagged).toMatchObject([[RATE, { price: 101.5 }]]);
  });

  it('leaves everything as it is where nobody has another opinion, or nonsense', async () => {
    service.watch([], { charted: A });
    show(A, 100);
    market.answer = () => ({ quotes: [], failed: new Map([[A, failure('not-offered')]]) });
    await pass(MINUTE);
    answer(0);
    await pass(MINUTE);
    market.answer = () => {
      throw new Error('made up');
    };
    await pass(MINUTE);
    expect([flagged, errors]).toEqual([[], [new Error('made up')]]);
    answer(150);
    await pass(MINUTE);
    expect(flagged).toHaveLength(1);
  });

  it('goes on after a source that hangs', async () => {
    service.watch([], { charted: A });
    show(A, 100);
    market.answer = () => new Promise(() => undefined);
    await pass(MINUTE);
    answer(150);
    await pass(2 * MINUTE);
    expect(flagged).toHaveLength(1);
  });

  it('rests while it is not active, and drops what was on its way', async () => {
    show(A, 100);
    let release: () => void = () => undefined;
    market.answer = () =>
      new Promise((resolve) => {
        release = () =>
          resolve({ quotes: [said(A, now(), 150, { source: 'sina' })], failed: new Map() });
      });
    await pass(MINUTE);
    service.setActive(false);
    release();
    await pass(5 * MINUTE);
    expect([flagged, market.requests.length, scheduler.pending]).toEqual([[], 1, 0]);
    service.setActive(true);
    show(A, 100);
    answer(150);
    await pass(MINUTE);
    expect(flagged).toHaveLength(1);
  });
});
