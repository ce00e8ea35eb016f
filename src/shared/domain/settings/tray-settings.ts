/** What closing the window does. `ask`: the user was not asked so far; nothing is assumed. */
export const KEEP_IN_TRAY_CHOICES = ['ask', 'yes', 'no'] as const;
export type KeepInTrayChoice = (typeof KEEP_IN_TRAY_CHOICES)[number];

/** What colour the panel has that the tray icon stands on; `auto`: as far as the system tells. */
export const TRAY_PANELS = ['auto', 'dark', 'light'] as const;
export type TrayPanel = (typeof TRAY_PANELS)[number];

/** How the app lives without its window. */
export interface TraySettings {
  readonly keepInTray: KeepInTrayChoice;
  /** The app starts with the user's session, in the tray. */
  readonly startAtLogin: boolean;
  readonly trayPanel: TrayPanel;
  /** The small window that stays above all others. */
  readonly tickerShown: boolean;
}

export const DEFAULT_TRAY_SETTINGS: TraySettings = {
  keepInTray: 'ask',
  startAtLogin: false,
  trayPanel: 'auto',
  tickerShown: false,
};
