import { describe, expect, it } from 'vitest';
import { SqliteAppFactsRepository } from '../../../electron/store/settings/app-facts-repository';
import { SqliteSettingsRepository } from '../../../electron/store/settings/settings-repository';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const PUT = 'INSERT INTO key_value (scope, key, value) VALUES (?, ?, ?)';

describe('SqliteSettingsRepository', () => {
  it('gives back what was written, also after closing', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    expect(new SqliteSettingsRepository(first.database).readAll()).toEqual(new Map());
    const values = new Map<string, unknown>([
      ['theme', 'dark'],
      ['drawerOpen', false],
      ['watchlistWidthPx', 276],
      ['nothing', null],
      ['later', { list: ['芯片', "it's"] }],
    ]);
    new SqliteSettingsRepository(first.database).write(values);
    first.database.dispose();

    const { database } = openForTest(folder);
    expect(new SqliteSettingsRepository(database).readAll()).toEqual(values);
  });

  it('replaces a value and leaves the others', () => {
    const settings = new SqliteSettingsRepository(openForTest(temporaryFolder()).database);
    settings.write(
      new Map<string, unknown>([
        ['theme', 'dark'],
        ['drawerOpen', false],
      ]),
    );
    settings.write(new Map([['theme', 'light']]));
    expect(Object.fromEntries(settings.readAll())).toEqual({ theme: 'light', drawerOpen: false });
  });

  it('leaves out a value that is no JSON, and leaves it alone', () => {
    const { database } = openForTest(temporaryFolder());
    database.run(PUT, ['settings', 'theme', '{"half']);
    const settings = new SqliteSettingsRepository(database);
    settings.write(new Map([['drawerOpen', true]]));
    expect([...settings.readAll().keys()]).toEqual(['drawerOpen']);
    expect(database.get('SELECT value FROM key_value WHERE key = ?', ['theme'])).toMatchObject({
      value: '{"half',
    });
  });

  it('writes all values or none', () => {
    const settings = new SqliteSettingsRepository(openForTest(temporaryFolder()).database);
    const bad = new Map<string, unknown>([
      ['theme', 'dark'],
      ['locale', undefined],
    ]);
    expect(() => settings.write(bad)).toThrow();
    expect(settings.readAll().size).toBe(0);
  });
});

describe('SqliteAppFactsRepository', () => {
  it('knows nothing at first, keeps each fact for ever and apart from the settings', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    const facts = new SqliteAppFactsRepository(first.database);
    expect(facts.read()).toEqual({ realBarsEverStored: false, barsFolder: null });
    facts.write({ barsFolder: '/home/me/bars' });
    facts.write({ realBarsEverStored: true });
    expect(new SqliteSettingsRepository(first.database).readAll().size).toBe(0);
    first.database.dispose();

    expect(new SqliteAppFactsRepository(openForTest(folder).database).read()).toEqual({
      realBarsEverStored: true,
      barsFolder: '/home/me/bars',
    });
  });

  it('forgets a folder', () => {
    const facts = new SqliteAppFactsRepository(openForTest(temporaryFolder()).database);
    facts.write({ barsFolder: '/home/me/bars' });
    facts.write({ barsFolder: null });
    expect(facts.read().barsFolder).toBeNull();
  });

  it.each([['"relative/bars"'], ['5'], ['{'], ['""']])('takes no folder from %s', (stored) => {
    const { database } = openForTest(temporaryFolder());
    database.run(PUT, ['facts', 'barsFolder', stored]);
    database.run(PUT, ['facts', 'realBarsEverStored', '"true"']);
    expect(new SqliteAppFactsRepository(database).read()).toEqual({
      realBarsEverStored: false,
      barsFolder: null,
    });
  });
});
