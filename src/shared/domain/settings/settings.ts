import type { ChartSetup } from '../chart/chart-layout';
import { USUAL_WINDOW } from '../announcement/window-span';
import type { ChartStyle, PriceScale, RisingBodies } from '../chart/chart-look';
import type { ChartInterval } from '../candle/interval';
import type { InstrumentId } from '../instrument/instrument';
import { DEFAULT_LIST_LOOK, type ListLook } from '../watchlist/list-look';
import { DEFAULT_NOTIFICATION_SETTINGS, type NotificationSettings } from './notification-settings';
import { DEFAULT_TRAY_SETTINGS, type TraySettings } from './tray-settings';

export const THEMES = ['system', 'dark', 'light'] as const;
export type ThemeChoice = (typeof THEMES)[number];

export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];
export type LocaleChoice = Locale | 'system';

/**
 * What colour rising prices have. `by-language`: as readers of the desk's language expect it;
 * `by-market`: as the screens of each market have it.
 */
export const UP_COLOUR_CHOICES = ['by-language', 'by-market', 'green', 'red'] as const;
export type UpColourChoice = (typeof UP_COLOUR_CHOICES)[number];

/** `colour-blind`: blue and orange in place of green and red. */
export const DIRECTION_PALETTES = ['standard', 'colour-blind'] as const;
export type DirectionPalette = (typeof DIRECTION_PALETTES)[number];

/** `compact`: one line for each announcement. */
export const TIMELINE_DENSITIES = ['comfortable', 'compact'] as const;
export type TimelineDensity = (typeof TIMELINE_DENSITIES)[number];

/** What the desk remembers. Kept in `user.db`; unknown keys of a newer version are left alone. */
export interface Settings extends TraySettings, NotificationSettings {
  readonly theme: ThemeChoice;
  readonly locale: LocaleChoice;
  /** Widths in CSS pixels. */
  readonly watchlistWidthPx: number;
  readonly timelineWidthPx: number;
  readonly watchlistOpen: boolean;
  readonly timelineOpen: boolean;
  readonly timelineDensity: TimelineDensity;
  /** Height of the drawer under the chart in CSS pixels. */
  readonly drawerHeightPx: number;
  readonly drawerOpen: boolean;
  readonly upColour: UpColourChoice;
  readonly directionPalette: DirectionPalette;
  readonly chartStyle: ChartStyle;
  readonly risingBodies: RisingBodies;
  readonly priceScale: PriceScale;
  /** The price axis makes room for the bars alone, not for the studies over them. */
  readonly scalePriceOnly: boolean;
  /** Prices before a dividend or split brought to the basis of those after it, where the source tells. */
  readonly adjustedPrices: boolean;
  /** Bars from before the open and after the close stand on intraday charts. */
  readonly extendedHours: boolean;
  /** How lists are shown. */
  readonly listLook: ListLook;
  /** Each watchlist has its own studies; else all share one set. */
  readonly studiesPerList: boolean;
  /** The event window of the selected announcement is shaded on the chart. */
  readonly eventWindowShown: boolean;
  /** Its ends, as in `WindowSpan`. */
  readonly eventWindowFrom: number;
  readonly eventWindowTo: number;
  /** The instrument that the chart shows. */
  readonly charted: InstrumentId;
  /** Length of one of its bars. */
  readonly chartInterval: ChartInterval;
  /** The charts of the desk in reading order; empty where there is one that compares nothing. */
  readonly charts: readonly ChartSetup[];
  /** Position of the one among them that {@link charted} and {@link chartInterval} speak of. */
  readonly activeChart: number;
  /** A crosshair on one chart shows on all. */
  readonly linkCrosshair: boolean;
  /** Charting an instrument charts it on all. */
  readonly linkInstrument: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_TRAY_SETTINGS,
  ...DEFAULT_NOTIFICATION_SETTINGS,
  theme: 'system',
  locale: 'system',
  watchlistWidthPx: 276,
  timelineWidthPx: 364,
  watchlistOpen: true,
  timelineOpen: true,
  timelineDensity: 'comfortable',
  drawerHeightPx: 200,
  drawerOpen: true,
  upColour: 'by-language',
  directionPalette: 'standard',
  chartStyle: 'candles',
  risingBodies: 'filled',
  priceScale: 'normal',
  scalePriceOnly: false,
  adjustedPrices: false,
  extendedHours: false,
  listLook: DEFAULT_LIST_LOOK,
  studiesPerList: false,
  eventWindowShown: false,
  eventWindowFrom: USUAL_WINDOW.from,
  eventWindowTo: USUAL_WINDOW.to,
  charted: 'XNAS:GOOGL',
  chartInterval: 'D',
  charts: [],
  activeChart: 0,
  linkCrosshair: true,
  linkInstrument: false,
};
