import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderRegistry } from '../../../../../../electron/market/registry/provider-registry';
import type { Instrument } from '../../../../../../src/shared/domain/instrument/instrument';
import type { NetworkSource } from '../../../../../../src/shared/domain/quote/quote';
import { ManualTime } from '../../../../../helpers/manual-time';
import { FAULTS } from '../../../../../helpers/replay/fault-table';
import { marketUnderTest } from '../../../../../helpers/replay/market-under-test';
import { ReplayServer } from '../../../../../helpers/replay/replay-server';
import {
  binanceListsRoute,
  bitgetListsRoute,
} from '../../../../../helpers/replay/venue-lists-replay';
import { bitgetRoute } from '../../../../../helpers/replay/venue-replay';

const NOON = Date.parse('2026-05-28T12:00:00Z');
const DAY = 86_400_000;

let time: ManualTime;
let server: ReplayServer;
let market: ProviderRegistry | null;

beforeEach(() => {
  time = new ManualTime(NOON);
  server = new ReplayServer([
    binanceListsRoute,
    bitgetListsRoute,
    bitgetRoute(['BITGET:AAPLUSDT.P'], time.now),
  ]);
  market = null;
});

afterEach(async () => {
  market?.dispose();
  await server.dispose();
});

async function open(source: NetworkSource): Promise<ProviderRegistry> {
  market = marketUnderTest(await server.start(), time, [source]);
  return market;
}

async function find(registry: ProviderRegistry, text: string): Promise<readonly Instrument[]> {
  const answer = await registry.search({ text });
  return answer.ok ? answer.instruments : [];
}

const idsOf = (instruments: readonly Instrument[]): readonly string[] =>
  instruments.map(({ id }) => id);

describe('the search among what Bitget lists', () => {
  it('offers a contract on a share as a derivative of its own, with venue and money', async () => {
    const [hit] = await find(await open('bitget'), 'aapl');
    expect(hit).toEqual({
      ...{ id: 'BITGET:AAPLUSDT.P', kind: 'derivative', currency: 'USDT', priceDecimals: 2 },
      ...{ name: { en: 'AAPL perpetual', zh: 'AAPL 永续合约' }, issuer: 'aapl-perpetual' },
      ...{ aliases: [], listedOn: null },
    });
  });

  it('tells a pair from its perpetual, takes the one of the catalogue, and puts USDT first', async () => {
    const hits = await find(await open('bitget'), 'BTC');
    expect(idsOf(hits)).toEqual(['BITGET:BTCUSDT.P', 'BITGET:BTCUSDT', 'BITGET:BTCUSDC']);
    expect(hits.map(({ kind }) => kind)).toEqual(['derivative', 'crypto', 'crypto']);
    expect(hits[1]?.name.en).toBe('Bitcoin/USDT');
    expect(hits[0]?.priceDecimals).toBe(1);
  });

  it('offers nothing that is not traded, ends by itself, or was not asked for', async () => {
    const registry = await open('bitget');
    for (const text of ['GONE', 'LATER', 'OLD', 'a', '', '苹果', 'ZZZ']) {
      expect(await find(registry, text), text).toEqual([]);
    }
  });

  it('asks for the lists once a day, when it is woken, however often it is searched', async () => {
    const registry = await open('bitget');
    registry.wake();
    registry.wake();
    await find(registry, 'AAPL');
    await find(registry, 'BTC');
    expect(server.requests).toHaveLength(2);
    time.move(DAY - 1);
    await find(registry, 'BTC');
    expect(server.requests).toHaveLength(2);
    time.move(1);
    await find(registry, 'BTC');
    expect(server.requests).toHaveLength(4);
  });

  it('asks a perpetual of which there is no pair for its price, whichever way it is written', async () => {
    const registry = await open('bitget');
    await find(registry, 'AAPL');
    const instruments = ['BITGET:AAPLUSDT'] as const;
    const { quotes } = await registry.latest({ instruments, nowMs: NOON });
    expect(quotes[0]?.quote).toMatchObject({ instrument: 'BITGET:AAPLUSDT', currency: 'USDT' });
  });
});

describe('the search among what Binance lists', () => {
  it('knows the contract of the catalogue by its own id, and others by theirs', async () => {
    const registry = await open('binance');
    expect(idsOf(await find(registry, 'ZHIPU'))).toEqual(['BINANCE:ZHIPUUSDT']);
    expect(idsOf(await find(registry, 'TSLAUSDT'))).toEqual(['BINANCE:TSLAUSDT.P']);
    expect(idsOf(await find(registry, 'BTC'))).toEqual(['BINANCE:BTCUSDT.P', 'BINANCE:BTCUSDT']);
    expect(await find(registry, 'ETH')).toEqual([]);
    expect(await find(registry, 'GONE')).toEqual([]);
  });

  it('does not ask for the sets of permissions, which are most of the answer', async () => {
    await find(await open('binance'), 'BTC');
    const spot = server.requests.find(({ path }) => path.startsWith('/api/v3/'));
    expect(spot?.path).toContain('showPermissionSets=false');
  });
});

describe('a venue of which only the lists were asked for', () => {
  it.each([null, '503'])('is as unused as before, answered or not (%s)', async (name) => {
    server.fault = FAULTS.find((fault) => fault.name === name) ?? null;
    const registry = await open('bitget');
    await registry.search({ text: 'AAPL' });
    expect(server.requests).toHaveLength(2);
    const status = registry.statuses().find(({ id }) => id === 'bitget');
    expect(status?.health).toMatchObject({ state: 'unused', lastAnswerAt: null });
  });
});

describe('lists that cannot be had', () => {
  it.each(FAULTS.filter(({ isEndless }) => !isEndless))('$name is said', async (fault) => {
    server.fault = fault;
    const answer = await (await open('bitget')).search({ text: 'AAPL' });
    expect(answer).toMatchObject({ ok: false, error: { reason: expect.any(String) as string } });
  });

  it('keep what was known, and are asked for again ten minutes later', async () => {
    const registry = await open('bitget');
    await find(registry, 'AAPL');
    time.move(DAY);
    server.fault = FAULTS.find(({ name }) => name === 'empty 200') ?? null;
    expect(idsOf(await find(registry, 'AAPL'))).toEqual(['BITGET:AAPLUSDT.P']);
    const asked = server.requests.length;
    await find(registry, 'AAPL');
    expect(server.requests).toHaveLength(asked);
    server.fault = null;
    time.move(600_000);
    await find(registry, 'AAPL');
    expect(server.requests).toHaveLength(asked + 2);
  });
});
