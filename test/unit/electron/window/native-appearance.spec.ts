import { beforeEach, describe, expect, it, vi } from 'vitest';
import { backgroundColor, NativeAppearance } from '../../../../electron/window/native-appearance';
import { DEFAULT_SETTINGS } from '../../../../src/shared/domain/settings/settings';

const electron = vi.hoisted(() => ({
  nativeTheme: {
    themeSource: 'system',
    shouldUseDarkColors: true,
    listeners: [] as (() => void)[],
    on(_event: 'updated', listener: () => void) {
      this.listeners.push(listener);
    },
  },
  menus: [] as { label?: string }[][],
}));
vi.mock('electron', () => ({
  nativeTheme: electron.nativeTheme,
  Menu: {
    buildFromTemplate: (template: { label?: string }[]) => template,
    setApplicationMenu: (menu: { label?: string }[]) => electron.menus.push(menu),
  },
}));

let appearance: NativeAppearance;
let repaints: number;

beforeEach(() => {
  repaints = 0;
  electron.menus.length = 0;
  electron.nativeTheme.listeners.length = 0;
  appearance = new NativeAppearance({
    isPackaged: true,
    systemLocale: () => 'zh-CN',
    openHelp: () => undefined,
    importBars: () => undefined,
    onThemeChanged: () => (repaints += 1),
  });
});

describe('NativeAppearance', () => {
  it('speaks the language of the system before the settings are known', () => {
    expect(appearance.messages.quit).toBe('退出 Tapeout');
  });

  it('takes theme and language from the settings', () => {
    appearance.start({ ...DEFAULT_SETTINGS, theme: 'light', locale: 'en' });
    expect(electron.nativeTheme.themeSource).toBe('light');
    expect(appearance.messages.quit).toBe('Quit Tapeout');
  });

  it('has the background painted again when the theme changes', () => {
    appearance.start(DEFAULT_SETTINGS);
    electron.nativeTheme.listeners.forEach((listener) => listener());
    expect(repaints).toBe(1);
  });

  it('follows the settings, and makes a new menu for a new language only', async () => {
    appearance.start({ ...DEFAULT_SETTINGS, locale: 'en' });
    await appearance.follow({ ...DEFAULT_SETTINGS, locale: 'en', theme: 'dark' });
    expect(electron.nativeTheme.themeSource).toBe('dark');
    expect(electron.menus).toEqual([]);
    await appearance.follow({ ...DEFAULT_SETTINGS, locale: 'system' });
    expect(electron.menus.map(([first]) => first?.label)).toEqual(['文件(&F)']);
  });
});

describe('backgroundColor', () => {
  it('is that of the page in its theme', () => {
    electron.nativeTheme.shouldUseDarkColors = true;
    expect(backgroundColor()).toBe('#0c0f14');
    electron.nativeTheme.shouldUseDarkColors = false;
    expect(backgroundColor()).toBe('#eef1f5');
  });
});
