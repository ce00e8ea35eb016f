import { readChartSetups } from '../../../src/shared/domain/chart/chart-layout';
import {
  CHART_STYLES,
  PRICE_SCALES,
  RISING_BODIES,
} from '../../../src/shared/domain/chart/chart-look';
import { FARTHEST_SESSION } from '../../../src/shared/domain/announcement/window-span';
import { CHART_INTERVALS } from '../../../src/shared/domain/candle/interval';
import { isInstrumentId } from '../../../src/shared/domain/instrument/instrument';
import {
  DIRECTION_PALETTES,
  LOCALES,
  type Settings,
  THEMES,
  TIMELINE_DENSITIES,
  UP_COLOUR_CHOICES,
} from '../../../src/shared/domain/settings/settings';
import {
  KEEP_IN_TRAY_CHOICES,
  TRAY_PANELS,
} from '../../../src/shared/domain/settings/tray-settings';
import { readListLook } from '../../../src/shared/domain/watchlist/list-look';

const LONGEST_PX = 4_000;

type Check = (value: unknown) => boolean;

const isLengthPx: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LONGEST_PX;
const isWindowEnd: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= FARTHEST_SESSION;
const isMinuteOfDay: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 24 * 60;
const isBoolean: Check = (value) => typeof value === 'boolean';
const isOneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);

/** Whether a stored value still is one that the setting can have. */
export const SETTING_CHECKS: Readonly<Record<keyof Settings, Check>> = {
  theme: isOneOf(THEMES),
  locale: isOneOf([...LOCALES, 'system']),
  watchlistWidthPx: isLengthPx,
  timelineWidthPx: isLengthPx,
  watchlistOpen: isBoolean,
  timelineOpen: isBoolean,
  timelineDensity: isOneOf(TIMELINE_DENSITIES),
  drawerHeightPx: isLengthPx,
  drawerOpen: isBoolean,
  upColour: isOneOf(UP_COLOUR_CHOICES),
  directionPalette: isOneOf(DIRECTION_PALETTES),
  chartStyle: isOneOf(CHART_STYLES),
  risingBodies: isOneOf(RISING_BODIES),
  priceScale: isOneOf(PRICE_SCALES),
  scalePriceOnly: isBoolean,
  adjustedPrices: isBoolean,
  extendedHours: isBoolean,
  listLook: (value) => readListLook(value) !== null,
  studiesPerList: isBoolean,
  charted: (value) => typeof value === 'string' && isInstrumentId(value),
  chartInterval: isOneOf(CHART_INTERVALS),
  charts: (value) =>
    Array.isArray(value) && (value.length === 0 || readChartSetups(value) !== null),
  activeChart: (value) => value === 0 || value === 1 || value === 2 || value === 3,
  eventWindowShown: isBoolean,
  eventWindowFrom: isWindowEnd,
  eventWindowTo: isWindowEnd,
  linkCrosshair: isBoolean,
  linkInstrument: isBoolean,
  keepInTray: isOneOf(KEEP_IN_TRAY_CHOICES),
  startAtLogin: isBoolean,
  trayPanel: isOneOf(TRAY_PANELS),
  tickerShown: isBoolean,
  quietHours: isBoolean,
  quietFromMinute: isMinuteOfDay,
  quietToMinute: isMinuteOfDay,
  urgentInQuietHours: isBoolean,
  alertSounds: isBoolean,
};

/** The settings of this version among what is stored; the rest, and what is not valid, is left out. */
export function validSettings(stored: ReadonlyMap<string, unknown>): Partial<Settings> {
  const entries = Object.entries(SETTING_CHECKS)
    .filter(([key, check]) => check(stored.get(key)))
    .map(([key]) => [key, stored.get(key)]);
  return Object.fromEntries(entries) as Partial<Settings>;
}
