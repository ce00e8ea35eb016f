import { beforeEach, describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import { ProviderKeyService } from '../../../../../electron/core/providers/provider-key-service';
import type { ProviderRow } from '../../../../../electron/core/providers/provider-rows-port';
import { ProviderSettingsService } from '../../../../../electron/core/providers/provider-settings-service';
import type { NetworkSource } from '../../../../../src/shared/domain/quote/quote';
import { FakeSecretBox } from './fake-secret-box';

const PROVIDERS = [
  { id: 'yahoo', addresses: { chart: 'https://prices.example' }, needsKey: false },
  { id: 'bitget', addresses: { stream: 'wss://stream.example' }, needsKey: false },
  { id: 'tiingo', addresses: { api: 'https://keyed.example' }, needsKey: true },
] as const;

let rows: Map<NetworkSource, ProviderRow>;
let told: NetworkSource[];
let failing: Error | null;
let service: ProviderSettingsService;

function build(): void {
  const changed = new Signal<NetworkSource>((error) => {
    throw error;
  });
  changed.subscribe((id) => told.push(id));
  const keys = new ProviderKeyService({
    box: new FakeSecretBox('keychain'),
    rows: { readKeys: () => new Map(), writeKey: () => undefined },
    log: { error: () => undefined },
  });
  service = new ProviderSettingsService({
    providers: PROVIDERS,
    rows: {
      readSettings: () => new Map(rows),
      writeSettings: (id, row) => {
        if (failing !== null) throw failing;
        rows.set(id, row);
      },
    },
    keys,
    changed,
  });
  service.start();
}

beforeEach(() => {
  [rows, told, failing] = [new Map(), [], null];
  build();
});

describe('ProviderSettingsService', () => {
  it('has every source on that needs no key, at its standard address', () => {
    expect(PROVIDERS.map(({ id }) => service.isEnabled(id))).toEqual([true, true, false]);
    expect(service.ownAddress('yahoo', 'chart')).toBeNull();
    expect([service.key('yahoo'), service.keyState('yahoo')]).toEqual([null, 'not-needed']);
    expect(service.isEnabled('sina')).toBe(false);
  });

  it('has a source with a key on as soon as there is one, unless the user switched it off', () => {
    expect(service.keyState('tiingo')).toBe('missing');
    expect(service.setKey('tiingo', 'made-up-key', false)).toBe('stored');
    expect([service.isEnabled('tiingo'), service.key('tiingo')]).toEqual([true, 'made-up-key']);
    service.update({ id: 'tiingo', enabled: false });
    expect(service.isEnabled('tiingo')).toBe(false);
    service.update({ id: 'tiingo', enabled: true });
    service.clearKey('tiingo');
    expect([service.isEnabled('tiingo'), service.keyState('tiingo')]).toEqual([false, 'missing']);
    expect(told).toEqual(['tiingo', 'tiingo', 'tiingo', 'tiingo']);
  });

  it('keeps what is set, and has it after the next start', () => {
    expect(service.update({ id: 'yahoo', enabled: false })).toEqual({ ok: true });
    const address = { name: 'chart', own: 'http://127.0.0.1:4000/' };
    expect(service.update({ id: 'yahoo', address })).toEqual({ ok: true });
    build();
    expect(service.isEnabled('yahoo')).toBe(false);
    expect(service.ownAddress('yahoo', 'chart')).toBe('http://127.0.0.1:4000');
    expect(service.isEnabled('bitget')).toBe(true);
  });

  it('goes back to the standard address', () => {
    service.update({ id: 'yahoo', address: { name: 'chart', own: 'https://mirror.example' } });
    service.update({ id: 'yahoo', address: { name: 'chart', own: null } });
    expect(service.ownAddress('yahoo', 'chart')).toBeNull();
    expect(rows.get('yahoo')?.addresses).toEqual({});
  });

  it('refuses addresses that it does not have or that cannot be, and changes nothing then', () => {
    const update = (name: string, own: string): unknown =>
      service.update({ id: 'yahoo', enabled: false, address: { name, own } });
    for (const name of ['quotes', '__proto__', 'toString']) {
      expect(update(name, 'https://mirror.example')).toEqual({
        ok: false,
        reason: 'unknown-address-name',
      });
    }
    expect(update('chart', 'http://mirror.example')).toEqual({
      ok: false,
      reason: 'refused-address',
    });
    expect([service.isEnabled('yahoo'), rows.size, told]).toEqual([true, 0, []]);
  });

  it('believes no address that was written by hand and cannot be', () => {
    rows.set('yahoo', {
      enabled: null,
      addresses: { chart: 'ftp://x', gone: 'https://x.example' },
    });
    build();
    expect(service.ownAddress('yahoo', 'chart')).toBeNull();
    expect(service.ownAddress('yahoo', 'gone')).toBeNull();
  });

  it('has nothing in force that could not be stored', () => {
    failing = new Error('disk full');
    expect(() => service.update({ id: 'yahoo', enabled: false })).toThrow('disk full');
    expect([service.isEnabled('yahoo'), told]).toEqual([true, []]);
  });
});
