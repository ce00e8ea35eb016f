import { join } from 'node:path';
import { nativeTheme } from 'electron';
import type { TrayPanel } from '../../src/shared/domain/settings/tray-settings';
import type { TrayState } from './tray-view';

export interface TrayImageWish {
  readonly state: TrayState;
  readonly platform: NodeJS.Platform;
  readonly panel: TrayPanel;
  /** The system's own look is dark. */
  readonly isSystemDark: boolean;
  /** `XDG_CURRENT_DESKTOP`. */
  readonly desktop: string;
}

/** The same for this system as it is now. A theme that was set for the app hides the system's own. */
export function systemTrayImage(folder: string, state: TrayState, panel: TrayPanel): string {
  const { platform, env } = process;
  const isSystemDark = nativeTheme.shouldUseDarkColors;
  const desktop = env['XDG_CURRENT_DESKTOP'] ?? '';
  return trayImagePath(folder, { state, platform, panel, isSystemDark, desktop });
}

/** Their panel is dark whatever the look of windows is. */
const DARK_PANELS = /\b(GNOME|Unity|ubuntu|X-Cinnamon|Pantheon)\b/i;

/**
 * The file of the tray's icon. macOS colours a template itself and finds out by its name that it is
 * one; of other panels nobody tells the colour, so it is guessed unless the user has set it.
 *
 * @param folder - absolute path of the icons
 */
export function trayImagePath(folder: string, wish: TrayImageWish): string {
  const { state, platform } = wish;
  if (platform === 'darwin') return join(folder, `${state}Template.png`);
  const size = platform === 'win32' ? 16 : 24;
  return join(folder, `${state}-${isDarkPanel(wish) ? 'dark' : 'light'}-${size}.png`);
}

function isDarkPanel({ panel, platform, isSystemDark, desktop }: TrayImageWish): boolean {
  if (panel !== 'auto') return panel === 'dark';
  return isSystemDark || (platform === 'linux' && DARK_PANELS.test(desktop));
}
