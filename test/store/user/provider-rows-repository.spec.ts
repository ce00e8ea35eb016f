import { describe, expect, it } from 'vitest';
import { SqliteProviderRowsRepository } from '../../../electron/store/providers/provider-rows-repository';
import { SqliteSettingsRepository } from '../../../electron/store/settings/settings-repository';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const PUT = 'INSERT INTO key_value (scope, key, value) VALUES (?, ?, ?)';
const KEY = { backend: 'keychain', ciphertext: 'bWFkZSB1cA==' };

describe('SqliteProviderRowsRepository', () => {
  it('gives back settings and keys, apart from each other and from the rest, also after closing', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    const rows = new SqliteProviderRowsRepository(first.database);
    expect([rows.readSettings().size, rows.readKeys().size]).toEqual([0, 0]);
    const yahoo = { enabled: false, addresses: { chart: 'http://127.0.0.1:4000' } };
    rows.writeSettings('yahoo', yahoo);
    rows.writeSettings('tiingo', { enabled: null, addresses: {} });
    rows.writeKey('tiingo', KEY);
    expect(new SqliteSettingsRepository(first.database).readAll().size).toBe(0);
    first.database.dispose();

    const again = new SqliteProviderRowsRepository(openForTest(folder).database);
    expect(Object.fromEntries(again.readSettings())).toEqual({
      yahoo,
      tiingo: { enabled: null, addresses: {} },
    });
    expect(Object.fromEntries(again.readKeys())).toEqual({ tiingo: KEY });
  });

  it('forgets a key', () => {
    const { database } = openForTest(temporaryFolder());
    const rows = new SqliteProviderRowsRepository(database);
    rows.writeKey('tiingo', KEY);
    rows.writeKey('tiingo', null);
    expect(rows.readKeys().size).toBe(0);
    expect(database.all('SELECT value FROM key_value WHERE scope = ?', ['provider-keys'])).toEqual([
      expect.objectContaining({ value: 'null' }),
    ]);
  });

  it.each(['5', '"text"', '[]', 'null', '{', '{"addresses":5}', '{"enabled":true}'])(
    'leaves out the settings %s, and leaves them alone',
    (stored) => {
      const { database } = openForTest(temporaryFolder());
      database.run(PUT, ['providers', 'yahoo', stored]);
      const rows = new SqliteProviderRowsRepository(database);
      rows.writeSettings('sina', { enabled: true, addresses: {} });
      expect([...rows.readSettings().keys()]).toEqual(['sina']);
      expect(database.get('SELECT value FROM key_value WHERE key = ?', ['yahoo'])).toMatchObject({
        value: stored,
      });
    },
  );

  it('takes what is right of a row, and no source that it does not know', () => {
    const { database } = openForTest(temporaryFolder());
    const row = '{"enabled":"yes","addresses":{"chart":"https://x.example","quotes":5}}';
    database.run(PUT, ['providers', 'yahoo', row]);
    database.run(PUT, ['providers', 'stooq', row]);
    database.run(PUT, ['provider-keys', 'tiingo', '{"backend":"keychain","ciphertext":5}']);
    const rows = new SqliteProviderRowsRepository(database);
    expect(Object.fromEntries(rows.readSettings())).toEqual({
      yahoo: { enabled: null, addresses: { chart: 'https://x.example' } },
    });
    expect(rows.readKeys().size).toBe(0);
  });
});
