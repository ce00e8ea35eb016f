import { describe, expect, it } from 'vitest';
import { ProviderEntry } from '../../../../../electron/market/registry/provider-entry';
import { ProviderRegistry } from '../../../../../electron/market/registry/provider-registry';
import type { NetworkSource } from '../../../../../src/shared/domain/quote/quote';
import {
  failed,
  FakeProvider,
  instrumentOf,
  NO_BARS,
  ONE,
  ONE_BAR,
  profileOf,
  THREE,
  TWO,
} from './fake-provider';

const HISTORY = { instrument: ONE, interval: 'D', since: null } as const;

function setUp(providers: readonly FakeProvider[], needKey: readonly NetworkSource[] = []) {
  const disabled = new Set<NetworkSource>();
  const keys = new Map<NetworkSource, string>();
  let released = 0;
  const registry = new ProviderRegistry({
    entries: providers.map((provider) => {
      const profile = profileOf(provider.id, needKey.includes(provider.id));
      return new ProviderEntry(
        profile,
        provider,
        () => [],
        () => 0,
      );
    }),
    settings: {
      isEnabled: (id) => !disabled.has(id),
      ownAddress: (id) => (id === 'sina' ? 'http://127.0.0.1:9' : null),
      key: (id) => keys.get(id) ?? null,
      keyState: (id) => (keys.has(id) ? 'session' : 'missing'),
    },
    release: () => released++,
  });
  const sourceOf = async (avoid: readonly NetworkSource[] = []): Promise<string | null> => {
    const { quotes } = await registry.latest({ instruments: [ONE], nowMs: 0, avoid });
    return quotes[0]?.source ?? null;
  };
  return { registry, disabled, keys, sourceOf, released: () => released };
}

const three = (): [FakeProvider, FakeProvider, FakeProvider] => [
  new FakeProvider('sina', 10, { [ONE]: 1 }),
  new FakeProvider('yahoo', 20, { [ONE]: 2 }),
  new FakeProvider('finnhub', 30, { [ONE]: 3 }),
];

describe('ProviderRegistry, last prices', () => {
  it('asks by priority, without those to avoid, disabled ones and those without their key', async () => {
    const { sourceOf, disabled, keys } = setUp(three(), ['finnhub']);
    expect(await sourceOf()).toBe('yahoo');
    keys.set('finnhub', 'k');
    expect(await sourceOf()).toBe('finnhub');
    expect(await sourceOf(['finnhub'])).toBe('yahoo');
    disabled.add('yahoo');
    expect(await sourceOf(['finnhub'])).toBe('sina');
    expect(await sourceOf(['finnhub', 'sina'])).toBeNull();
  });

  it('leaves out sources that do not have the market, or last prices at all', async () => {
    const providers = three();
    providers[2].rank = 0;
    providers[1].capabilities = { ...providers[1].capabilities, latestBatch: 0 };
    const { sourceOf } = setUp(providers);
    expect(await sourceOf()).toBe('sina');
    expect([providers[1].asked, providers[2].asked]).toEqual([[], []]);
  });
});

describe('ProviderRegistry, bars', () => {
  it('gives those of the best source that answers, and says which', async () => {
    const providers = three();
    providers[2].bars = failed('blocked');
    providers[1].bars = failed('timed-out', 'retry');
    const { registry } = setUp(providers);
    expect(await registry.history(HISTORY)).toMatchObject({ ok: true, source: 'sina' });
    expect(providers.map(({ histories }) => histories)).toEqual([[ONE], [ONE], [ONE]]);
  });

  it('goes on where a source has no bars, and gives the empty answer only where none has any', async () => {
    const providers = three();
    for (const provider of providers) provider.bars = NO_BARS;
    const { registry } = setUp(providers);
    expect(await registry.history(HISTORY)).toMatchObject({ ok: true, source: 'finnhub' });
    expect(providers.map(({ histories }) => histories.length)).toEqual([1, 1, 1]);
    providers[1].bars = failed('server-error', 'retry');
    providers[0].bars = ONE_BAR;
    expect(await registry.history(HISTORY)).toMatchObject({ ok: true, source: 'sina' });
    providers[0].bars = failed('unknown-instrument');
    providers[2].bars = failed('not-offered');
    expect(await registry.history(HISTORY)).toMatchObject({ error: { reason: 'server-error' } });
  });

  it('does not ask those to avoid, nor those without the interval', async () => {
    const providers = three();
    providers[1].capabilities = { ...providers[1].capabilities, intervals: ['1m'] };
    const { registry } = setUp(providers);
    expect(await registry.history(HISTORY, ['finnhub'])).toMatchObject({ source: 'sina' });
    expect(providers[2].histories).toEqual([]);
    expect(providers[1].histories).toEqual([]);
  });

  it('ends where nobody waits, and gives the last reason where nobody answers', async () => {
    const providers = three();
    providers[2].bars = failed('cancelled', 'stop');
    const { registry, disabled } = setUp(providers);
    expect(await registry.history(HISTORY)).toMatchObject({ error: { reason: 'cancelled' } });
    expect(providers[1].histories).toEqual([]);
    disabled.add('finnhub');
    providers[1].bars = failed('blocked');
    providers[0].bars = failed('bad-answer');
    expect(await registry.history(HISTORY)).toMatchObject({ error: { reason: 'bad-answer' } });
    for (const id of ['sina', 'yahoo'] as const) disabled.add(id);
    expect(await registry.history(HISTORY)).toMatchObject({ error: { reason: 'not-offered' } });
  });
});

describe('ProviderRegistry, search', () => {
  it('merges what the sources find by id, and fails only where all do', async () => {
    const [first, second, third] = three();
    first.found = { ok: true, instruments: [instrumentOf(ONE, 'first'), instrumentOf(TWO, 'b')] };
    second.found = { ok: true, instruments: [instrumentOf(ONE, 'late'), instrumentOf(THREE, 'c')] };
    third.found = failed('timed-out', 'retry');
    const { registry, disabled } = setUp([first, second, third]);
    const found = await registry.search({ text: 'zz' });
    expect(found.ok && found.instruments.map(({ id, name }) => [id, name.en])).toEqual([
      [ONE, 'first'],
      [TWO, 'b'],
      [THREE, 'c'],
    ]);
    disabled.add('sina').add('yahoo');
    expect(await registry.search({ text: 'zz' })).toMatchObject({ error: { reason: 'timed-out' } });
    disabled.add('finnhub');
    expect(await registry.search({ text: 'zz' })).toMatchObject({
      error: { reason: 'not-offered' },
    });
  });
});

describe('ProviderRegistry, streams and status', () => {
  it('streams from the best source that can, and polls nothing that is streamed', () => {
    const providers = three();
    const [slow] = providers;
    slow.capabilities = { ...slow.capabilities, stream: true };
    const { registry, released } = setUp(providers);
    registry.watchStreams([ONE], () => undefined);
    slow.served = [ONE];
    expect([...registry.streamed()]).toEqual([ONE]);
    registry.dispose();
    expect(slow.isDisposed).toBe(true);
    expect(released()).toBe(1);
  });

  it('tells of each source how it is set and how it does', () => {
    const { registry, disabled } = setUp(three());
    disabled.add('yahoo');
    const [sina, yahoo] = registry.statuses();
    expect(sina).toMatchObject({
      ...{ id: 'sina', enabled: true, key: 'missing', health: { state: 'unused' } },
      addresses: [{ name: 'rest', standard: 'https://sina.example', own: 'http://127.0.0.1:9' }],
    });
    expect(yahoo).toMatchObject({ id: 'yahoo', enabled: false, addresses: [{ own: null }] });
  });
});
