import { beforeEach, describe, expect, it } from 'vitest';
import type { SourcedQuote } from '../../../../../electron/core/market/market-data-port';
import { SecondOpinionService } from '../../../../../electron/core/quotes/second-opinion-service';
import { sessionPhaseAt } from '../../../../../electron/core/quotes/session-phase';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { NetworkSource, Quote } from '../../../../../src/shared/domain/quote/quote';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { FakeMarketData } from './fake-market-data';
import { madeUp, said, utc } from './live-samples';
import { ManualScheduler } from './manual-scheduler';
import { passTime } from './pass-time';

const MINUTE = 60_000;
/** All of them trade. */
const START = utc('2026-11-24T02:30');
/** Behind prompt sources Yahoo is the second by priority, and late. */
const LATE_MINUTES = 20;

interface Market {
  readonly id: InstrumentId;
  readonly currency: string;
  /** By priority. */
  readonly sources: readonly NetworkSource[];
}
const HONG_KONG: Market = {
  ...{ id: 'XHKG:02513', currency: 'HKD' },
  sources: ['tencent', 'yahoo', 'sina'],
};
const SHANGHAI: Market = {
  ...{ id: 'XSHG:688981', currency: 'CNY' },
  sources: ['tencent', 'yahoo', 'sina'],
};
const TAIPEI: Market = {
  ...{ id: 'XTAI:2330', currency: 'TWD' },
  sources: ['twse-mis', 'yahoo'],
};

let scheduler: ManualScheduler;
/** What each source says now; a late one of a while ago. */
let prices: Partial<Record<NetworkSource, number>>;
let shown: Quote;
let asked: number;

const now = (): number => START + scheduler.now;
const asOf = (source: NetworkSource): number =>
  now() - (source === 'yahoo' ? LATE_MINUTES * MINUTE : 0);

function say({ id, currency }: Market, source: NetworkSource): SourcedQuote {
  const session = '2026-11-24';
  return said(id, asOf(source), prices[source] ?? 100, { source, currency, session });
}

/** Minutes of a desk that charts the instrument, at the price of its first source. */
async function chart(market: Market, minutes = 1): Promise<void> {
  const { id, sources } = market;
  const [first] = sources as readonly [NetworkSource];
  const openBar = {
    ...{ time: toSessionKey('2026-11-24'), open: 99, high: 103, low: 98, close: 100, volume: 1 },
  };
  shown = { ...say(market, first).quote, source: first, state: 'live', dispute: null, openBar };
  const fake = new FakeMarketData(({ avoid = [] }) => {
    asked++;
    const next = sources.find((source) => !avoid.includes(source));
    return { quotes: next === undefined ? [] : [say(market, next)], failed: new Map() };
  });
  const calendar = shippedCalendar(id.slice(0, 4));
  const service = new SecondOpinionService({
    market: fake,
    live: {
      quoteOf: () => ({ ...shown, asOf: now() }),
      phaseOf: () => sessionPhaseAt(calendar, now()),
      setDispute: (_id, dispute) => (shown = { ...shown, dispute }),
    },
    scheduler,
    now,
    random: () => 0.5,
    instrument: (each) => madeUp(each),
    onError: (error) => {
      throw error;
    },
  });
  service.watch([], { charted: id });
  service.setActive(true);
  await passTime(scheduler, minutes * MINUTE, 1000);
  service.dispose();
}

beforeEach(() => {
  scheduler = new ManualScheduler();
  prices = {};
  asked = 0;
});

describe('a second opinion while Asia trades', () => {
  it.each([
    ['Hong Kong', HONG_KONG],
    ['Shanghai', SHANGHAI],
  ])('on a price of %s is that of the prompt source behind the late one', async (_name, market) => {
    prices = { yahoo: 101, sina: 90 };
    await chart(market);
    expect(asked).toBe(2);
    expect(shown).toMatchObject({ source: 'tencent', price: 100 });
    expect(shown.dispute).toMatchObject({ source: 'sina', price: 90 });
  });

  it('agrees where the prompt one does, wherever the late one stood', async () => {
    prices = { yahoo: 98.5, sina: 100.2 };
    await chart(HONG_KONG);
    expect(shown.dispute).toBeNull();
  });

  it('on a price of Taipei is the late one, where it was never traded at that price', async () => {
    prices = { yahoo: 1000 };
    await chart(TAIPEI);
    expect(shown).toMatchObject({ source: 'twse-mis', price: 100 });
    expect(shown.dispute).toMatchObject({ source: 'yahoo', price: 1000 });
  });

  it('of Taipei says nothing where the late price lies within the session so far', async () => {
    prices = { yahoo: 103 };
    await chart(TAIPEI, 2);
    expect(shown.dispute).toBeNull();
  });
});
