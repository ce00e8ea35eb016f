import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { installMenu, menuTemplate } from '../../../../electron/window/application-menu';
import { nativeMessages } from '../../../../src/shared/i18n/native-catalogue';

const menu = vi.hoisted(() => ({ installed: [] as unknown[] }));
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (template: unknown) => ({ template }),
    setApplicationMenu: (built: unknown) => menu.installed.push(built),
  },
}));

interface Wanted {
  readonly locale?: 'en' | 'zh-CN';
  readonly platform?: NodeJS.Platform;
  readonly isPackaged?: boolean;
}

const opened: string[] = [];
const wished: string[] = [];

function template(wanted: Wanted = {}): MenuItemConstructorOptions[] {
  const { locale = 'en', platform = 'linux', isPackaged = true } = wanted;
  const openLink = (link: string): void => void opened.push(link);
  const importBars = (from: string): void => void wished.push(from);
  const messages = nativeMessages(locale);
  return menuTemplate({ messages, platform, isPackaged, openLink, importBars });
}

const items = (menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
const roles = (wanted: Wanted): (string | undefined)[] =>
  items(template(wanted)).map(({ role }) => role);

describe('menuTemplate', () => {
  it('has its own label on every item, in both languages', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const english = items(template({ platform }));
      const chinese = items(template({ platform, locale: 'zh-CN' }));
      for (const [index, item] of english.entries()) {
        if (item.type === 'separator') continue;
        expect(item.label).toBeTruthy();
        expect(chinese[index]?.label).not.toBe(item.label);
      }
    }
  });

  it('shows mnemonics where menus have them', () => {
    const labels = (wanted: Wanted) => template(wanted).map(({ label }) => label);
    expect(labels({})).toEqual(['&File', '&Edit', '&View', '&Window', '&Help']);
    expect(labels({ locale: 'zh-CN' })[0]).toBe('文件(&F)');
    expect(labels({ platform: 'darwin' })).toEqual([
      ...['Tapeout', 'File', 'Edit', 'View', 'Window', 'Help'],
    ]);
    expect(labels({ platform: 'darwin', locale: 'zh-CN' })[2]).toBe('编辑');
  });

  it('can quit everywhere', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      expect(roles({ platform })).toContain('quit');
    }
  });

  it('asks for an import of files or of a folder', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const file = template({ platform }).find(({ label }) => label?.replace('&', '') === 'File');
      for (const item of items([file ?? {}])) item.click?.({} as never, undefined, {} as never);
    }
    expect(wished).toEqual(['files', 'folder', 'files', 'folder']);
  });

  it('gives the developer tools to developers only', () => {
    expect(roles({ isPackaged: false })).toEqual(
      expect.arrayContaining(['reload', 'toggleDevTools']),
    );
    const packaged = roles({ isPackaged: true });
    expect(packaged).not.toContain('reload');
    expect(packaged).not.toContain('toggleDevTools');
  });

  it('opens the pages of the help menu', () => {
    const help = template().at(-1);
    for (const item of items([help ?? {}])) item.click?.({} as never, undefined, {} as never);
    expect(opened).toEqual(['project', 'charting-library']);
  });
});

describe('installMenu', () => {
  it('puts the menu in place', () => {
    const parts = {
      ...{ messages: nativeMessages('en'), platform: 'linux' as const, isPackaged: true },
      openLink: () => undefined,
      importBars: () => undefined,
    };
    installMenu(parts);
    expect(menu.installed).toEqual([{ template: expect.any(Array) }]);
  });
});
