import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { trayImagePath, type TrayImageWish } from '../../../../electron/window/tray-image';
import { TRAY_STATES } from '../../../../electron/window/tray-view';
import { PROJECT_DIR } from '../../../helpers/electron-under-test';

vi.mock('electron', () => ({ nativeTheme: {} }));

const FOLDER = join(PROJECT_DIR, 'assets', 'tray');
const usual: TrayImageWish = {
  ...{ state: 'calm', platform: 'linux', panel: 'auto', isSystemDark: false, desktop: 'KDE' },
};
const nameOf = (wish: Partial<Parameters<typeof trayImagePath>[1]>): string =>
  trayImagePath(FOLDER, { ...usual, ...wish })
    .split(sep)
    .at(-1) ?? '';

describe('trayImagePath', () => {
  it('takes the look of the system for that of its panel', () => {
    expect(nameOf({})).toBe('calm-light-24.png');
    expect(nameOf({ isSystemDark: true })).toBe('calm-dark-24.png');
    expect(nameOf({ platform: 'win32', state: 'muted' })).toBe('muted-light-16.png');
  });

  it('knows desktops whose panel is always dark', () => {
    expect(nameOf({ desktop: 'ubuntu:GNOME' })).toBe('calm-dark-24.png');
    expect(nameOf({ desktop: 'ubuntu:GNOME', platform: 'win32' })).toBe('calm-light-16.png');
  });

  it('does as the user says before that', () => {
    expect(nameOf({ panel: 'dark' })).toBe('calm-dark-24.png');
    expect(nameOf({ panel: 'light', isSystemDark: true, desktop: 'GNOME' })).toBe(
      'calm-light-24.png',
    );
  });

  it('gives macOS a template, which it colours itself', () => {
    expect(nameOf({ platform: 'darwin', state: 'alerts', panel: 'dark' })).toBe(
      'alertsTemplate.png',
    );
  });

  it('names a picture that is there, and its double for fine screens, in every case', () => {
    for (const state of TRAY_STATES) {
      for (const platform of ['linux', 'win32', 'darwin'] as const) {
        for (const panel of ['dark', 'light'] as const) {
          const path = trayImagePath(FOLDER, { ...usual, state, platform, panel });
          expect(existsSync(path), path).toBe(true);
          expect(existsSync(path.replace('.png', '@2x.png')), path).toBe(true);
        }
      }
    }
  });
});
