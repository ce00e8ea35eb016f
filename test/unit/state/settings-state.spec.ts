import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/settings/settings';
import { SettingsState } from '../../../src/state/settings-state.svelte';
import { FakeMain } from '../../helpers/fake-client';

function makeSettings() {
  const main = new FakeMain();
  return { main, settings: new SettingsState(main.client) };
}

describe('the settings of the page', () => {
  it('starts with the defaults', () => {
    expect(makeSettings().settings.current).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    [{ locale: 'en', dark: true }, 'en', 'dark'],
    [{ locale: 'zh-CN', dark: false }, 'zh-CN', 'light'],
  ] as const)('takes from the system %o what is left to it', (system, locale, theme) => {
    const { settings } = makeSettings();
    settings.setSystem(system);
    expect(settings.locale).toBe(locale);
    expect(settings.theme).toBe(theme);
  });

  it('prefers what the user chose to the system', () => {
    const { settings } = makeSettings();
    settings.setSystem({ locale: 'zh-CN', dark: true });
    settings.receive({ ...DEFAULT_SETTINGS, locale: 'en', theme: 'light' });
    expect(settings.locale).toBe('en');
    expect(settings.theme).toBe('light');
    settings.setSystemDark(true);
    expect(settings.theme).toBe('light');
  });

  it('follows the system while it runs', () => {
    const { settings } = makeSettings();
    settings.setSystemDark(false);
    expect(settings.theme).toBe('light');
    settings.setSystemDark(true);
    expect(settings.theme).toBe('dark');
  });

  it('shows a change at once and then what main answers', async () => {
    const { settings, main } = makeSettings();
    const release = main.holdAnswers();
    const updated = settings.update({ timelineOpen: false });
    expect(settings.current.timelineOpen).toBe(false);
    release();
    await updated;
    expect(settings.current).toEqual({ ...DEFAULT_SETTINGS, timelineOpen: false });
    expect(main.argsOf('app.updateSettings')).toEqual([{ timelineOpen: false }]);
  });

  it('keeps a later change while an earlier one is still being answered', async () => {
    const { settings, main } = makeSettings();
    const release = main.holdAnswers();
    const first = settings.update({ timelineOpen: false });
    const second = settings.update({ watchlistOpen: false });
    settings.receive({ ...DEFAULT_SETTINGS, timelineOpen: false });
    expect(settings.current).toMatchObject({ timelineOpen: false, watchlistOpen: false });
    release();
    await Promise.all([first, second]);
    expect(settings.current).toMatchObject({ timelineOpen: false, watchlistOpen: false });
  });
});
