import { beforeEach, describe, expect, it } from 'vitest';
import { ProviderKeyService } from '../../../../../electron/core/providers/provider-key-service';
import type { ProviderKeyRow } from '../../../../../electron/core/providers/provider-rows-port';
import type { NetworkSource } from '../../../../../src/shared/domain/quote/quote';
import { FakeSecretBox } from './fake-secret-box';

const KEY = 'made-up-key-123';

let box: FakeSecretBox;
let rows: Map<NetworkSource, ProviderKeyRow>;
let log: string[];
let service: ProviderKeyService;

function restart(backend = box.name): void {
  box = new FakeSecretBox(backend);
  service = new ProviderKeyService({
    box,
    rows: {
      readKeys: () => new Map(rows),
      writeKey: (id, row) => void (row === null ? rows.delete(id) : rows.set(id, row)),
    },
    log: { error: (message) => log.push(message) },
  });
  service.start();
}

beforeEach(() => {
  rows = new Map();
  log = [];
  box = new FakeSecretBox('gnome_libsecret');
  restart();
});

describe('ProviderKeyService', () => {
  it('has no key at first', () => {
    expect([service.key('tiingo'), service.state('tiingo')]).toEqual([null, 'missing']);
  });

  it('stores a key encrypted where the system protects it, and has it after the next start', () => {
    expect(service.set('tiingo', KEY, false)).toBe('stored');
    expect([service.key('tiingo'), service.state('tiingo')]).toEqual([KEY, 'stored']);
    expect(rows.get('tiingo')?.backend).toBe('gnome_libsecret');
    expect(JSON.stringify([...rows])).not.toContain(KEY);
    restart();
    expect([service.key('tiingo'), service.state('tiingo')]).toEqual([KEY, 'stored']);
    expect(service.key('finnhub')).toBeNull();
  });

  it('opens a stored key when it is needed, once', () => {
    service.set('tiingo', KEY, false);
    restart();
    expect(box.decrypted).toBe(0);
    service.key('tiingo');
    service.state('tiingo');
    expect(box.decrypted).toBe(1);
  });

  it.each(['basic_text', 'none'])('holds a key until the end only, on %s', (backend) => {
    restart(backend);
    expect(service.set('tiingo', KEY, false)).toBe('needs-consent');
    expect([service.key('tiingo'), service.state('tiingo')]).toEqual([KEY, 'session']);
    expect([rows.size, box.plainTextAllowed]).toEqual([0, false]);
    restart();
    expect(service.state('tiingo')).toBe('missing');
  });

  it('stores a key unprotected with consent only, and opens it at the next start', () => {
    restart('basic_text');
    expect(service.set('tiingo', KEY, true)).toBe('stored-unprotected');
    restart();
    expect([service.key('tiingo'), service.state('tiingo')]).toEqual([KEY, 'stored-unprotected']);
  });

  it('asks for no plain text where the system protects, consent or not', () => {
    expect(service.set('tiingo', KEY, true)).toBe('stored');
    expect(box.plainTextAllowed).toBe(false);
  });

  it('holds the key where nothing at all can store it', () => {
    restart('none');
    expect(service.set('tiingo', KEY, true)).toBe('needs-consent');
    expect(service.key('tiingo')).toBe(KEY);
  });

  it('holds the key where the store fails at that moment', () => {
    box.broken = true;
    expect(service.set('tiingo', KEY, false)).toBe('needs-consent');
    expect([service.key('tiingo'), rows.size]).toEqual([KEY, 0]);
  });

  it('asks anew where another backend stored it, deletes nothing, and reads it with the old one', () => {
    service.set('tiingo', KEY, false);
    restart('kwallet6');
    expect([service.key('tiingo'), service.state('tiingo')]).toEqual([null, 'unreadable']);
    expect(box.decrypted).toBe(0);
    restart('basic_text');
    expect(service.state('tiingo')).toBe('unreadable');
    expect(box.plainTextAllowed).toBe(false);
    restart('gnome_libsecret');
    expect(service.key('tiingo')).toBe(KEY);
  });

  it('asks anew where it cannot be opened, and deletes nothing', () => {
    service.set('tiingo', KEY, false);
    restart();
    box.broken = true;
    expect([service.key('tiingo'), service.state('tiingo')]).toEqual([null, 'unreadable']);
    expect(rows.size).toBe(1);
    box.broken = false;
    expect(service.set('tiingo', 'another-key', false)).toBe('stored');
    expect(service.key('tiingo')).toBe('another-key');
  });

  it('forgets a key for good', () => {
    service.set('tiingo', KEY, false);
    service.clear('tiingo');
    expect([service.key('tiingo'), service.state('tiingo')]).toEqual([null, 'missing']);
    restart();
    expect(service.state('tiingo')).toBe('missing');
  });

  it('never says a key, whatever fails', () => {
    box.broken = true;
    service.set('tiingo', KEY, false);
    box.broken = false;
    service.set('tiingo', KEY, false);
    restart();
    box.broken = true;
    service.key('tiingo');
    restart('kwallet6');
    service.key('tiingo');
    expect(log).toHaveLength(3);
    const turned = [...KEY].reverse().join('');
    for (const line of log) {
      expect(line).not.toContain(KEY);
      expect(line).not.toContain(turned);
    }
  });
});
