import type { InstrumentId } from '../instrument/instrument';

export const THEMES = ['system', 'dark', 'light'] as const;
export type ThemeChoice = (typeof THEMES)[number];

export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];
export type LocaleChoice = Locale | 'system';

/** What the desk remembers. Kept in `user.db`; unknown keys of a newer version are left alone. */
export interface Settings {
  readonly theme: ThemeChoice;
  readonly locale: LocaleChoice;
  /** Widths in CSS pixels. */
  readonly watchlistWidthPx: number;
  readonly timelineWidthPx: number;
  readonly watchlistOpen: boolean;
  readonly timelineOpen: boolean;
  /** Height of the drawer under the chart in CSS pixels. */
  readonly drawerHeightPx: number;
  readonly drawerOpen: boolean;
  /** The instrument that the chart shows. */
  readonly charted: InstrumentId;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  locale: 'system',
  watchlistWidthPx: 276,
  timelineWidthPx: 364,
  watchlistOpen: true,
  timelineOpen: true,
  drawerHeightPx: 200,
  drawerOpen: true,
  charted: 'XNAS:GOOGL',
};
