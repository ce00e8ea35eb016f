import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProviderError } from '../../../../../electron/core/market/market-data-provider-port';
import type { ProviderRegistry } from '../../../../../electron/market/registry/provider-registry';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { NetworkSource } from '../../../../../src/shared/domain/quote/quote';
import { ManualTime } from '../../../../helpers/manual-time';
import { FAULTS, reasonOf } from '../../../../helpers/replay/fault-table';
import { marketUnderTest } from '../../../../helpers/replay/market-under-test';
import { ReplayServer } from '../../../../helpers/replay/replay-server';

const OPEN_EVERYWHERE = Date.parse('2026-05-28T14:00:00Z');
const TEN_MINUTES_MS = 600_000;
const MOST_REQUESTS = 10;
const CALLERS = 5;
const PAUSE_MS = 7000;
const STEP_MS = 100;

const SOURCES: readonly (readonly [NetworkSource, InstrumentId])[] = [
  ['yahoo', 'XNAS:NVDA'],
  ['tencent', 'XHKG:02513'],
  ['sina', 'XHKG:02513'],
  ['twse-mis', 'XTAI:2330'],
  ['binance', 'BINANCE:BTCUSDT'],
  ['bitget', 'BITGET:BTCUSDT'],
  ['twelve-data', 'XNAS:NVDA'],
  ['finnhub', 'XNAS:NVDA'],
  ['tiingo', 'XNAS:NVDA'],
];

let server: ReplayServer | null = null;
let market: ProviderRegistry | null = null;
afterEach(async () => {
  vi.unstubAllGlobals();
  market?.dispose();
  await server?.dispose();
});

/** By the way that the source has: a last price, or bars. */
async function ask(
  registry: ProviderRegistry,
  source: NetworkSource,
  instrument: InstrumentId,
  nowMs: number,
): Promise<ProviderError | undefined> {
  if (source !== 'twelve-data' && source !== 'tiingo') {
    const { quotes, failed } = await registry.latest({ instruments: [instrument], nowMs });
    expect(quotes).toEqual([]);
    return failed.get(instrument);
  }
  const answer = await registry.history({ instrument, interval: 'D', since: null });
  return answer.ok ? undefined : answer.error;
}

/** Moves the clock on once the request has reached the server, as long as no answer comes. */
async function outwait<T>(answer: Promise<T>, time: ManualTime, asked: () => number): Promise<T> {
  let isDone = false;
  const before = asked();
  const done = answer.finally(() => (isDone = true));
  await vi.waitUntil(() => isDone || asked() > before, { timeout: 10_000, interval: 1 });
  time.move(60_000);
  return done;
}

describe.each(FAULTS)('a source that answers with $name', (fault) => {
  it.each(SOURCES)('is a failure of %s, of the right kind', async (source, instrument) => {
    const time = new ManualTime(OPEN_EVERYWHERE);
    server = new ReplayServer([]);
    server.fault = fault;
    market = marketUnderTest(await server.start(), time, [source]);
    const nowMs = time.now();
    const asking = ask(market, source, instrument, nowMs);
    const { requests } = server;
    const answer = fault.isEndless
      ? await outwait(asking, time, () => requests.length)
      : await asking;
    expect(answer).toMatchObject({ reason: reasonOf(fault, source), retry: fault.retry });
    expect(answer?.detail).not.toContain('test-key');
    const status = market.statuses().find(({ id }) => id === source);
    expect(['failing', 'resting']).toContain(status?.health.state);
  });
});

describe.each(FAULTS)('while $name goes on', (fault) => {
  it.each(SOURCES)(
    'the host of %s is asked at most ten times in ten minutes, however many callers wait',
    async (source, instrument) => {
      const time = new ManualTime(OPEN_EVERYWHERE);
      const wire = watchWire(time);
      server = new ReplayServer([]);
      server.fault = fault;
      const registry = marketUnderTest(await server.start(), time, [source]);
      market = registry;
      while (time.now() < OPEN_EVERYWHERE + 2 * TEN_MINUTES_MS) {
        const callers = Array.from({ length: CALLERS }, () =>
          ask(registry, source, instrument, time.now()),
        );
        await outwaitAll(Promise.all(callers), time, () => fault.isEndless || wire.waiting() === 0);
        time.move(PAUSE_MS);
      }
      const { askedAt } = wire;
      expect(askedAt.length).toBeGreaterThan(1);
      for (const from of askedAt) {
        const within = askedAt.filter((at) => at >= from && at < from + TEN_MINUTES_MS);
        expect(within.length).toBeLessThanOrEqual(MOST_REQUESTS);
      }
    },
  );
});

/** Notes each request when it is sent, so that one that is given up before it arrives counts too. */
function watchWire(time: ManualTime) {
  const askedAt: number[] = [];
  let waiting = 0;
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    askedAt.push(time.now());
    waiting++;
    return fetch(...request).finally(() => waiting--);
  });
  return { askedAt, waiting: () => waiting };
}

/** Requests that wait for the token bucket, or for patience to end, need the clock to move. */
async function outwaitAll(
  round: Promise<unknown>,
  time: ManualTime,
  mayMove: () => boolean | undefined,
): Promise<void> {
  let isDone = false;
  void round.finally(() => (isDone = true));
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!isDone && mayMove()) time.move(STEP_MS);
  }
}
