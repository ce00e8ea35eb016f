import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProviderRegistry } from '../../../../../electron/market/registry/provider-registry';
import { ManualTime } from '../../../../helpers/manual-time';
import { type Fault, FAULTS, reasonOf } from '../../../../helpers/replay/fault-table';
import { marketUnderTest } from '../../../../helpers/replay/market-under-test';
import {
  type ReplayedCase,
  WITH_BARS,
  WITH_PRICES,
} from '../../../../helpers/replay/replayed-sources';
import { NEW_YORK_OPEN } from '../../../../helpers/replay/replayed-source';
import { type ReplayRoute, ReplayServer } from '../../../../helpers/replay/replay-server';
import { WatchedPrice } from '../../../../helpers/replay/watched-price';
import { yahooSearchRoute } from '../../../../helpers/replay/yahoo-search-replay';

/** No host is left alone for longer. */
const LONGEST_REST_MS = 10 * 60_000;
const OUT_OF_PATIENCE_MS = 60_000;

const disposals: (() => unknown)[] = [];
afterEach(async () => {
  for (const dispose of disposals.splice(0).reverse()) await dispose();
});

describe.each(FAULTS)('$name instead of a price', (fault) => {
  it.each(WITH_PRICES)(
    'keeps the last good one of $source, and calls it stale',
    async (replayed) => {
      const watched = new WatchedPrice(replayed);
      disposals.push(() => watched.dispose());
      await watched.start();
      const good = await watched.until(({ state }) => state === 'live');
      expect(good).toMatchObject({ instrument: replayed.instrument, source: replayed.source });
      watched.fault = fault;
      const before = watched.last;
      const from = watched.told.length;
      const stale = await watched.until(({ state }) => state === 'stale');
      expect({ ...stale, state: 'live' }).toEqual(before);
      expect(
        new Set(watched.told.slice(from).map(({ price, asOf }) => `${price} ${asOf}`)).size,
      ).toBe(1);
      watched.fault = null;
      const revived = await watched.until(({ state }) => state === 'live');
      expect(revived.asOf).toBeGreaterThan(stale.asOf);
      expect(watched.faults).toEqual([]);
    },
  );
});

describe('nonsense instead of a price', () => {
  it.each(['tencent', 'twse-mis'])('keeps the last good one of %s, as an error', async (source) => {
    const replayed = WITH_PRICES.find((each) => each.source === source) as ReplayedCase;
    let isBroken = false;
    const watched = new WatchedPrice({
      ...replayed,
      route: (now) => (url, headers) => {
        const answer = replayed.route(now)(url, headers);
        return isBroken && answer !== null ? broken(answer) : answer;
      },
    });
    disposals.push(() => watched.dispose());
    await watched.start();
    await watched.until(({ state }) => state === 'live');
    const before = watched.last;
    isBroken = true;
    const error = await watched.until(({ state }) => state === 'error');
    expect({ ...error, state: 'live' }).toEqual(before);
  });
});

/** Every price of it below zero. */
function broken(answer: NonNullable<ReturnType<ReplayRoute>>): string {
  const text = Buffer.from(answer as Uint8Array | string).toString('latin1');
  return text.replace(/"z":"/, '"z":"-').replace(/^(v_\w+="(?:[^~]*~){3})/, '$1-');
}

async function setUp(replayed: Pick<ReplayedCase, 'source' | 'openAt' | 'route'>) {
  const time = new ManualTime(replayed.openAt);
  const server = new ReplayServer([replayed.route(time.now)]);
  const market = marketUnderTest(await server.start(), time, [replayed.source]);
  disposals.push(
    () => market.dispose(),
    () => server.dispose(),
  );
  return { time, server, market };
}

/** Good, then faulty, then good again. */
async function askThrice<T>(
  { time, server, market }: Awaited<ReturnType<typeof setUp>>,
  fault: Fault,
  ask: (market: ProviderRegistry) => Promise<T>,
): Promise<readonly [T, T, T]> {
  const good = await ask(market);
  server.fault = fault;
  const asked = server.requests.length;
  const asking = ask(market);
  if (fault.isEndless) {
    await vi.waitUntil(() => server.requests.length > asked, { timeout: 10_000, interval: 1 });
    time.move(OUT_OF_PATIENCE_MS);
  }
  const bad = await asking;
  server.fault = null;
  time.move(LONGEST_REST_MS);
  return [good, bad, await ask(market)];
}

describe.each(FAULTS)('$name instead of bars or names', (fault) => {
  it.each(WITH_BARS)('is a failure of $source, and passes', async (replayed) => {
    const { source, instrument, openAt } = replayed;
    // A venue's whole history comes in pages, which wait for their turn on a clock that stands still here.
    const since = openAt / 1000 - 90 * 86_400;
    const answers = await askThrice(await setUp(replayed), fault, (market) =>
      market.history({ instrument, interval: 'D', since }),
    );
    const [good, bad, again] = answers;
    expect(good.ok && good.history.bars.length).toBeGreaterThan(10);
    const { retry } = fault;
    expect(bad).toMatchObject({ ok: false, error: { reason: reasonOf(fault, source), retry } });
    // Time has passed: a venue that never closes may have one bar more.
    const before = good.ok ? good.history.bars.length : NaN;
    expect([before, before + 1]).toContain(again.ok && again.history.bars.length);
  });

  it('is a failure of the search, and passes', async () => {
    const route = (): ReplayRoute => yahooSearchRoute(['XNAS:NVDA']);
    const replayed = { source: 'yahoo', openAt: NEW_YORK_OPEN, route } as const;
    const [good, bad, again] = await askThrice(await setUp(replayed), fault, (market) =>
      market.search({ text: 'nvidia' }),
    );
    expect(good).toMatchObject({ ok: true, instruments: [{ id: 'XNAS:NVDA' }] });
    expect(bad).toMatchObject({ ok: false, error: { reason: fault.reason, retry: fault.retry } });
    expect(again).toEqual(good);
  });
});
