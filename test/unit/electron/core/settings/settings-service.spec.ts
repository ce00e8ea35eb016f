import { beforeEach, describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import type { SettingsRepository } from '../../../../../electron/core/settings/settings-repository-port';
import {
  type SettingsOverrides,
  SettingsService,
} from '../../../../../electron/core/settings/settings-service';
import {
  DEFAULT_SETTINGS,
  type Settings,
} from '../../../../../src/shared/domain/settings/settings';

/** A fake: the stored values in a map. */
class FakeSettingsRepository implements SettingsRepository {
  writes = 0;
  failure: Error | null = null;

  constructor(readonly values: Map<string, unknown>) {}

  readAll(): ReadonlyMap<string, unknown> {
    return new Map(this.values);
  }

  write(values: ReadonlyMap<string, unknown>): void {
    if (this.failure !== null) throw this.failure;
    this.writes += 1;
    for (const [key, value] of values) this.values.set(key, value);
  }
}

let repository: FakeSettingsRepository;
let told: Settings[];

function start(
  stored: Record<string, unknown>,
  overrides: SettingsOverrides = {},
): SettingsService {
  repository = new FakeSettingsRepository(new Map(Object.entries(stored)));
  const changed = new Signal<Settings>((error) => {
    throw error;
  });
  changed.subscribe((settings) => told.push(settings));
  const service = new SettingsService(repository, overrides, changed);
  service.start();
  return service;
}

beforeEach(() => {
  told = [];
});

describe('SettingsService', () => {
  it('fills what is missing with defaults', () => {
    expect(start({}).get()).toEqual(DEFAULT_SETTINGS);
    expect(start({ theme: 'light', timelineWidthPx: 0 }).get()).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'light',
      timelineWidthPx: 0,
    });
  });

  it.each([
    ['theme', 'solarized'],
    ['theme', null],
    ['locale', 'fr'],
    ['watchlistWidthPx', -1],
    ['watchlistWidthPx', 12.5],
    ['watchlistWidthPx', '276'],
    ['timelineWidthPx', 4001],
    ['drawerHeightPx', Number.NaN],
    ['watchlistOpen', 1],
    ['timelineOpen', 'true'],
    ['drawerOpen', null],
    ['charted', 'googl'],
    ['charted', 5],
  ] as const)('ignores a stored %s of %j for that key only and leaves it there', (key, value) => {
    const other = key === 'drawerOpen' ? { timelineOpen: false } : { drawerOpen: false };
    const service = start({ ...other, [key]: value });

    expect(service.get()).toEqual({ ...DEFAULT_SETTINGS, ...other });
    service.update({ locale: 'zh-CN' });
    expect(repository.values.get(key)).toEqual(key === 'locale' ? 'zh-CN' : value);
  });

  it('leaves keys of a newer version alone', () => {
    const service = start({ sidebarSide: 'right', theme: 'dark' });
    expect(service.get()).not.toHaveProperty('sidebarSide');
    service.update({ theme: 'light' });
    expect(repository.values.get('sidebarSide')).toBe('right');
  });

  it('stores and tells only what differs', () => {
    const service = start({ theme: 'dark' });

    const settings = service.update({ theme: 'dark', drawerOpen: false, locale: undefined });

    expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', drawerOpen: false });
    expect(service.get()).toEqual(settings);
    expect([...repository.values]).toEqual([
      ['theme', 'dark'],
      ['drawerOpen', false],
    ]);
    expect(told).toEqual([settings]);
  });

  it('writes and tells nothing where nothing differs', () => {
    const service = start({});
    service.update({});
    service.update({ theme: DEFAULT_SETTINGS.theme });
    expect(repository.writes).toBe(0);
    expect(told).toEqual([]);
  });

  it('keeps the settings in force when the store fails', () => {
    const service = start({});
    repository.failure = new Error('database or disk is full');
    expect(() => service.update({ theme: 'dark' })).toThrow('full');
    expect(service.get()).toEqual(DEFAULT_SETTINGS);
    expect(told).toEqual([]);
  });

  describe('overrides of the command line', () => {
    const overrides: SettingsOverrides = { theme: 'light', charted: 'XNAS:NVDA' };

    it('apply for the run and are not stored', () => {
      const service = start({ theme: 'dark' }, overrides);
      expect(service.get()).toMatchObject({ theme: 'light', charted: 'XNAS:NVDA' });

      service.update({ drawerOpen: false, theme: 'light', charted: 'XNAS:NVDA' });

      expect([...repository.values]).toEqual([
        ['theme', 'dark'],
        ['drawerOpen', false],
      ]);
      expect(service.get().theme).toBe('light');
    });

    it('can come later, from a second start, and are told but not stored', () => {
      const service = start({ theme: 'dark' });
      service.override({ charted: 'XNAS:NVDA', theme: 'dark' });
      service.override({});
      expect(service.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', charted: 'XNAS:NVDA' });
      expect(told).toEqual([service.get()]);
      expect(repository.writes).toBe(0);
    });

    it('give way to the user, whose choice is stored', () => {
      const service = start({ theme: 'dark' }, overrides);
      service.update({ theme: 'system', charted: 'XNAS:AMD' });
      expect(service.get()).toMatchObject({ theme: 'system', charted: 'XNAS:AMD' });
      expect(repository.values.get('theme')).toBe('system');
      expect(repository.values.get('charted')).toBe('XNAS:AMD');
    });
  });
});
