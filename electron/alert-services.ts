import { ruleLists } from '../src/shared/domain/alert/rule-lists';
import type { SeedNames } from '../src/shared/domain/watchlist/list-document';
import type { AbnormalMovePort } from '../src/shared/domain/alert/abnormal-move-port';
import { applyOverrides } from '../src/shared/domain/calendar/apply-overrides';
import type { DayOverride } from '../src/shared/domain/calendar/day-override';
import type { ExchangeCalendar } from '../src/shared/domain/calendar/exchange-calendar';
import type { MarketMode } from '../src/shared/domain/market/market-status';
import type { Instrument, InstrumentId } from '../src/shared/domain/instrument/instrument';
import { isInstrumentId } from '../src/shared/domain/instrument/instrument';
import type { Quote } from '../src/shared/domain/quote/quote';
import { AbnormalMoves } from './core/alerts/abnormal-moves';
import { AlertDelivery } from './core/alerts/alert-delivery';
import { AlertFeed } from './core/alerts/alert-feed';
import type { AlertHistory } from './core/alerts/alert-history-port';
import type { AlertLists } from './core/alerts/alert-lists-port';
import type { AlertNotifier } from './core/alerts/alert-notifier-port';
import { AlertService } from './core/alerts/alert-service';
import { AlertSplits } from './core/alerts/alert-splits';
import { AlertWatch } from './core/alerts/alert-watch';
import { AnnouncementAlerts } from './core/alerts/announcement-alerts';
import { HandedOver } from './core/alerts/handed-over';
import { HeldAlerts } from './core/alerts/held-alerts';
import { ExchangeHours } from './core/alerts/exchange-hours';
import { IndicatorBars } from './core/alerts/indicator-bars';
import { RulesTransfer } from './core/alerts/rules-transfer';
import type { PowerObserver } from './core/alerts/power-observer-port';
import type { Scheduler } from './core/quotes/scheduler-port';
import type { TimelineService } from './core/timeline/timeline-service';
import type { WatchlistService } from './core/watchlist/watchlist-service';
import type { MainEvents } from './ipc/main-events';
import { SqliteAlertRepository } from './store/alerts/alert-repository';
import { SqliteKnownAnnouncementsRepository } from './store/alerts/known-announcements-repository';
import type { UserDatabase } from './store/user-database';

export interface AlertServicesParts {
  readonly database: UserDatabase;
  readonly events: MainEvents;
  readonly watchlist: Pick<WatchlistService, 'lists'>;
  /** What the first lists are called in all languages, the user's first. */
  readonly listNames: () => Promise<readonly SeedNames[]>;
  readonly timeline: Pick<TimelineService, 'list'>;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly report: (message: string, cause?: unknown) => void;
  readonly notifier: AlertNotifier;
  /** Null where nothing measures abnormal moves: rules on them are silent then. */
  readonly abnormalMoves: AbnormalMovePort | null;
  readonly network: {
    readonly catalogue: { get(id: InstrumentId): Instrument | undefined };
    readonly dayOverrides: { list(): readonly DayOverride[] };
    loadCalendars(): Promise<ReadonlyMap<string, ExchangeCalendar>>;
    readonly market: { status(): { readonly mode: MarketMode } };
    readonly quotes: { all(): readonly Quote[] };
    readonly alertHistory: AlertHistory;
    /** Other instruments than before have to be priced for rules. */
    alertsChanged(): void;
    wake(): void;
    askNow(): void;
  };
}

const CLOSE_BARS_MS = 5000;
const SAVE_MS = 30_000;
const MEASURE_MS = 5 * 60_000;
/** What an earlier run left is told once the desk stands. */
const START_MS = 3000;
/** A wake that is told twice is one. */
const ONE_WAKE_MS = 5000;

export type AlertServices = ReturnType<typeof createAlertServices>;

/** Composition root of the alerts: they run as long as main does, with a window or without. */
export function createAlertServices(parts: AlertServicesParts) {
  const { database, events, scheduler, now, report, network, watchlist } = parts;
  const repository = new SqliteAlertRepository(database);
  const instrument = (id: InstrumentId): Instrument | undefined => network.catalogue.get(id);
  const hours = new ExchangeHours(instrument);
  const mode = (): MarketMode => network.market.status().mode;
  const lists: AlertLists = { instrumentsOf: (listId) => listed(watchlist, listId) };
  const history = network.alertHistory;
  const indicatorBars = new IndicatorBars({
    ...{ watch: () => watch, history, hours, now, isReal: () => mode() !== 'simulated' },
    onError: (error) => report('the bars of an indicator failed', error),
  });
  const watch: AlertWatch = new AlertWatch({
    ...{ repository, lists, hours, instrument, mode, now },
    isMuted: () => service.mutedUntil() !== null,
    wantBars: (id, interval) => indicatorBars.want(id, interval),
    onFired: (firings) => service.firingsKept(firings),
    onEnded: () => service.reload(),
    onError: (error) => report('an alert could not be kept', error),
  });
  const telling = {
    ...{ repository, scheduler, now, notifier: parts.notifier },
    onError: (error: unknown) => report('an alert could not be told', error),
  };
  const handedOver = new HandedOver(telling);
  const held = new HeldAlerts({
    ...{ ...telling, handedOver },
    isMuted: () => service.mutedUntil() !== null,
  });
  const delivery = new AlertDelivery({
    ...{ ...telling, handedOver },
    onHeld: () => void held.look(),
  });
  const service: AlertService = new AlertService({
    ...{ repository, watch, delivery, now },
    ...{ changed: events.alertsChanged, fired: events.alertFired },
    onWatchedChanged: () => network.alertsChanged(),
  });
  const rules = (): ReturnType<AlertService['rules']> => service.rules();
  const splits = new AlertSplits({
    ...{ rules, watch, now, reload: () => service.reload() },
    patch: (patches) => service.patch(patches),
  });
  const feed = new AlertFeed({
    ...{ watch, history, hours, mode, now },
    onSplit: (id, split) => splits.happened(id, split),
    onSuspect: (id) => splits.suspected(id),
  });
  const rulesTransfer = new RulesTransfer({
    rules: service,
    lists: async () => ruleLists(watchlist.lists().lists, await parts.listNames()),
  });
  const abnormal =
    parts.abnormalMoves &&
    new AbnormalMoves({
      ...{ port: parts.abnormalMoves, rules, lists, hours, watch, now },
      onError: (error) => report('an abnormal move could not be measured', error),
    });
  const announcements = new AnnouncementAlerts({
    ...{ timeline: parts.timeline, repository, rules, instrument, now },
    known: new SqliteKnownAnnouncementsRepository(database),
    isMuted: () => service.mutedUntil() !== null,
    onFired: (firings) => service.firingsKept(firings),
  });
  const stops = new Set<() => void>();
  const every = (delayMs: number, task: () => void): void => {
    const stop = scheduler.after(delayMs, () => {
      stops.delete(stop);
      task();
      every(delayMs, task);
    });
    stops.add(stop);
  };
  const attempt = (what: string, work: () => Promise<unknown> | undefined): void => {
    void Promise.resolve(work()).catch((error: unknown) => report(what, error));
  };
  const lookAtRecord = (): void =>
    attempt('new announcements could not be compared', () => announcements.look());
  const measure = (): void => void abnormal?.refresh();
  const useHours = async (): Promise<void> => {
    const calendars = applyOverrides(await network.loadCalendars(), network.dayOverrides.list());
    hours.use(calendars);
  };
  const begin = async (): Promise<void> => {
    await useHours();
    indicatorBars.start();
    measure();
  };
  let isSimulated = false;
  let wokenAt = -Infinity;
  const followMarket = (): void => {
    if (isSimulated === (mode() === 'simulated')) return;
    isSimulated = !isSimulated;
    watch.restart();
    feed.restart();
    feed.hear(network.quotes.all());
    measure();
  };
  const power: PowerObserver = {
    suspended: () => watch.save(),
    resumed() {
      if (Math.abs(now() - wokenAt) < ONE_WAKE_MS) return;
      wokenAt = now();
      feed.noteGap();
      network.askNow();
      void held.look();
    },
  };
  return {
    ...{ alerts: service, rulesTransfer, power },
    /** Instruments whose prices rules need. */
    instruments: () => watch.instruments(),
    /** Of the exchange of an instrument; undefined until the calendars are read. */
    calendarOf: (id: InstrumentId) => hours.calendarOf(id),
    start() {
      service.start();
      isSimulated = mode() === 'simulated';
      watch.restart();
      feed.restart();
      events.quotesUpdated.subscribe(({ quotes }) => feed.hear(quotes));
      events.marketChanged.subscribe(followMarket);
      events.watchlistChanged.subscribe(() => service.reload());
      events.dayOverridesChanged.subscribe(() => attempt('the calendars failed', useHours));
      events.curationChanged.subscribe(lookAtRecord);
      events.settingsChanged.subscribe(() => void held.look());
      every(CLOSE_BARS_MS, () => feed.closeBars());
      every(SAVE_MS, () => watch.save());
      events.alertsChanged.subscribe(() => void abnormal?.measureNew());
      every(MEASURE_MS, () => {
        measure();
        indicatorBars.retry();
      });
      const later = scheduler.after(START_MS, () => {
        stops.delete(later);
        attempt('the calendars failed', begin);
        attempt('earlier alerts could not be told', () => delivery.start());
        void held.look();
        lookAtRecord();
        // Also without a window there have to be prices for rules.
        if (watch.instruments().length > 0) network.wake();
      });
      stops.add(later);
    },
    dispose() {
      for (const stop of stops) stop();
      watch.save();
      for (const part of [delivery, held, handedOver]) part.dispose();
    },
  };
}

function listed(watchlist: Pick<WatchlistService, 'lists'>, listId: number) {
  const list = watchlist.lists().lists.find(({ id }) => id === listId);
  const symbols = list?.sections.flatMap(({ items }) => items.map(({ symbol }) => symbol)) ?? [];
  return [...new Set(symbols)].filter(isInstrumentId);
}
