import { z } from 'zod/mini';
import type { AnnouncementSummary, Company } from '../domain/announcement/announcement';
import type { ShownAnnouncement } from '../domain/announcement/curation/curated-entry';
import { FARTHEST_SESSION } from '../domain/announcement/window-span';
import type { Chip, Programme } from '../domain/announcement/programme';
import { CHART_STYLES, PRICE_SCALES, RISING_BODIES } from '../domain/chart/chart-look';
import { CHART_INTERVALS, type ChartInterval } from '../domain/candle/interval';
import type { DateRange } from '../domain/calendar/calendar-date';
import {
  type Instrument,
  type InstrumentId,
  isInstrumentId,
} from '../domain/instrument/instrument';
import { MARKET_SOURCES, type MarketSource, type Quote } from '../domain/quote/quote';
import type { MarketStatus } from '../domain/market/market-status';
import {
  DIRECTION_PALETTES,
  LOCALES,
  type Settings,
  THEMES,
  TIMELINE_DENSITIES,
  UP_COLOUR_CHOICES,
} from '../domain/settings/settings';
import type { WatchlistsNow } from '../domain/watchlist/watchlist-answer';
import { type Bridge, type Client, type Handlers, invoke, type Publisher, push } from './build';
import { alertsContract } from './alerts-contract';
import { backupsContract } from './backups-contract';
import { calendarContract } from './calendar-contract';
import { chartsContract, chartSetups } from './charts-contract';
import { curationContract } from './curation-contract';
import { evidenceContract } from './evidence-contract';
import { filesContract } from './files-contract';
import { importsContract } from './imports-contract';
import { inboxContract } from './inbox-contract';
import { instrumentsContract } from './instruments-contract';
import { listLook } from './list-look-schema';
import type { OpenResult } from './open-result';
import { providersContract } from './providers-contract';
import { timelineFiltersContract } from './timeline-filters-contract';
import { tickerContract } from './ticker-contract';
import { trayContract } from './tray-contract';
import { traySettingsPatch } from './tray-settings-patch';
import { transferContract } from './transfer-contract';
import { watchlistContract } from './watchlist-contract';

const nothing = z.undefined();
const instrumentId = z.custom<InstrumentId>(
  (value) => typeof value === 'string' && isInstrumentId(value),
);
const announcementId = z.string().check(z.minLength(1), z.maxLength(120));
const count = z.int().check(z.nonnegative());
const windowEnd = z.int().check(z.minimum(-FARTHEST_SESSION), z.maximum(FARTHEST_SESSION));
const lengthPx = z.int().check(z.nonnegative(), z.maximum(4000));
const optionalDate = z.nullable(z.string().check(z.maxLength(10)));

const settingsPatch = z.partial(
  z.strictObject({
    ...traySettingsPatch,
    theme: z.enum(THEMES),
    locale: z.enum([...LOCALES, 'system']),
    watchlistWidthPx: lengthPx,
    timelineWidthPx: lengthPx,
    watchlistOpen: z.boolean(),
    timelineOpen: z.boolean(),
    timelineDensity: z.enum(TIMELINE_DENSITIES),
    drawerHeightPx: lengthPx,
    drawerOpen: z.boolean(),
    upColour: z.enum(UP_COLOUR_CHOICES),
    directionPalette: z.enum(DIRECTION_PALETTES),
    chartStyle: z.enum(CHART_STYLES),
    risingBodies: z.enum(RISING_BODIES),
    priceScale: z.enum(PRICE_SCALES),
    scalePriceOnly: z.boolean(),
    adjustedPrices: z.boolean(),
    extendedHours: z.boolean(),
    listLook,
    studiesPerList: z.boolean(),
    charted: instrumentId,
    chartInterval: z.enum(CHART_INTERVALS),
    charts: chartSetups,
    activeChart: z.int().check(z.nonnegative(), z.maximum(3)),
    eventWindowShown: z.boolean(),
    eventWindowFrom: windowEnd,
    eventWindowTo: windowEnd,
    linkCrosshair: z.boolean(),
    linkInstrument: z.boolean(),
  }),
);

const paintReport = z.strictObject({
  symbol: instrumentId,
  interval: z.enum(CHART_INTERVALS),
  bars: count,
  firstBar: optionalDate,
  lastBar: optionalDate,
  source: z.nullable(z.enum(MARKET_SOURCES)),
  announcements: count,
  markers: count,
});

/**
 * The one list of everything that crosses between page and main. Main's handlers, the preload
 * object, the page's client and the mock of the tests derive from it: a new call is one line here.
 * Bars do not cross here; they have a port of their own (`data-port.ts`).
 */
export const contract = {
  app: {
    /** Everything the page needs to draw itself. Subscribe first, then ask; drop older pushes. */
    getSnapshot: invoke(nothing)<AppSnapshot>(),
    /** Tells main that chart and timeline stand on the screen, and what they show. */
    reportPainted: invoke(paintReport)<void>(),
    /** Asks for a new port to the data process; it arrives as a window message. */
    connectData: invoke(nothing)<void>(),
    updateSettings: invoke(settingsPatch)<Settings>(),
    onSettingsChanged: push<SettingsChanged>(),
  },
  watchlist: watchlistContract,
  backups: backupsContract,
  timeline: {
    list: invoke(nothing)<TimelineSnapshot>(),
    get: invoke(z.strictObject({ id: announcementId }))<ShownAnnouncement | null>(),
    /** Opens the source in the user's browser. The page names it by position, never by address. */
    openSource: invoke(
      z.strictObject({ id: announcementId, sourceIndex: z.int().check(z.nonnegative()) }),
    )<OpenResult>(),
  },
  timelineFilters: timelineFiltersContract,
  market: {
    /** Main shows the folder dialog; the chosen folder is remembered. */
    chooseBarsFolder: invoke(nothing)<{ readonly chosen: boolean }>(),
    /** Reads the folder again. */
    rescanBarsFolder: invoke(nothing)<void>(),
    /** Prices of the network in place of the folder. */
    useNetwork: invoke(nothing)<void>(),
    startSimulation: invoke(nothing)<void>(),
    stopSimulation: invoke(nothing)<void>(),
    onStatusChanged: push<MarketStatusChanged>(),
    /** The last value of every instrument that changed, at most four times a second. */
    onQuotesChanged: push<QuotesChanged>(),
  },
  providers: providersContract,
  instruments: instrumentsContract,
  calendar: calendarContract,
  charts: chartsContract,
  imports: importsContract,
  transfer: transferContract,
  curation: curationContract,
  evidence: evidenceContract,
  files: filesContract,
  inbox: inboxContract,
  tray: trayContract,
  ticker: tickerContract,
  alerts: alertsContract,
  help: {
    /** Opens the project's page, the charting library's page or the licence list. */
    openLink: invoke(
      z.strictObject({ link: z.enum(['charting-library', 'project']) }),
    )<OpenResult>(),
  },
} as const;

export interface AppSnapshot {
  /** Rises with every push; a push with a revision that is not higher is old news. */
  readonly revision: number;
  readonly appVersion: string;
  readonly electronVersion: string;
  readonly launch: LaunchOptions;
  readonly settings: Settings;
  /** The language that `settings.locale` comes down to on this machine. */
  readonly systemLocale: (typeof LOCALES)[number];
  readonly market: MarketStatus;
  readonly watchlist: WatchlistsNow;
  readonly instruments: readonly Instrument[];
  readonly quotes: readonly Quote[];
  /** Where the user database was restored or renewed at this start; null as a rule. */
  readonly storeNotice: StoreNotice | null;
}

/** What the command line asked the page to show. */
export interface LaunchOptions {
  readonly range: DateRange | null;
  readonly screenshot: boolean;
  /** Milliseconds by which main's clock is ahead; 0 except in tests that set another day. */
  readonly clockOffsetMs: number;
}

/** The user database was damaged at this start; the damaged file was kept. */
export interface StoreNotice {
  /** File name beside the database. */
  readonly keptAs: string;
  /** What stands in its place: a backup, the first set of lists, or all of it but the damaged log. */
  readonly recoveredFrom: 'backup' | 'first-set' | 'log';
  /** UTC milliseconds; null where no backup was used. */
  readonly backupTakenAt: number | null;
}

export interface SettingsChanged {
  readonly revision: number;
  readonly settings: Settings;
}

export interface MarketStatusChanged {
  readonly revision: number;
  readonly market: MarketStatus;
}

export interface QuotesChanged {
  readonly revision: number;
  readonly quotes: readonly Quote[];
  /** True where `quotes` is all there is and older values of other instruments are to go. */
  readonly replaces: boolean;
}

export interface TimelineSnapshot {
  readonly companies: readonly Company[];
  readonly programmes: readonly Programme[];
  readonly chips: readonly Chip[];
  /** By date, newest first. */
  readonly announcements: readonly AnnouncementSummary[];
}

export interface PaintReport {
  readonly symbol: InstrumentId;
  readonly interval: ChartInterval;
  readonly bars: number;
  readonly firstBar: string | null;
  readonly lastBar: string | null;
  readonly source: MarketSource | null;
  readonly announcements: number;
  readonly markers: number;
}

export type TapeoutContract = typeof contract;
export type TapeoutHandlers = Handlers<TapeoutContract>;
export type TapeoutBridge = Bridge<TapeoutContract>;
export type TapeoutClient = Client<TapeoutContract>;
export type TapeoutPublisher = Publisher<TapeoutContract>;
