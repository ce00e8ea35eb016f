import { shownSeries } from '../src/shared/domain/chart/desk-charts';
import type { DayOverride } from '../src/shared/domain/calendar/day-override';
import type { Instrument, InstrumentId } from '../src/shared/domain/instrument/instrument';
import { isInstrumentId } from '../src/shared/domain/instrument/instrument';
import type { ProviderStatus } from '../src/shared/domain/market/provider-status';
import type { AlertHistory } from './core/alerts/alert-history-port';
import { DayOverrideService } from './core/calendar/day-override-service';
import { loadOnce } from './core/events/load-once';
import type { KnownSeries, StoredBars } from './core/history/bars-store-port';
import type { HistoryGateway } from './core/history/history-gateway-port';
import { InstrumentCatalogueService } from './core/instruments/instrument-catalogue-service';
import { ProviderKeyService } from './core/providers/provider-key-service';
import { ProviderSettingsService } from './core/providers/provider-settings-service';
import { ProviderStatusPublisher } from './core/providers/provider-status-publisher';
import type { SecretBox } from './core/providers/secret-box-port';
import { SymbolLookupService } from './core/instruments/symbol-lookup-service';
import type { SearchResult } from './core/market/market-data-provider-port';
import type { DataGateway } from './core/quotes/data-gateway-port';
import type { MarketLaunch } from './core/quotes/market-mode-decision';
import { MarketModeService } from './core/quotes/market-mode-service';
import { QuotePublisher } from './core/quotes/quote-publisher';
import { QuoteService } from './core/quotes/quote-service';
import type { Scheduler } from './core/quotes/scheduler-port';
import type { SettingsService } from './core/settings/settings-service';
import { watchedSymbols } from './core/watchlist/watchlist-lookup';
import type { WatchlistService } from './core/watchlist/watchlist-service';
import { ImportRelay } from './ipc/import-relay';
import type { ImportGateway } from './ipc/import-relay';
import type { MainEvents } from './ipc/main-events';
import type { NewsPublisher } from './ipc/news-publisher';
import { WatchedInstruments } from './ipc/watched-instruments';
import type { LiveMarket } from './live-market';
import { NETWORK_PROFILES } from './market/registry/network-profiles';
import { SqliteDayOverrideRepository } from './store/calendar/day-override-repository';
import { SqliteLearnedInstrumentsRepository } from './store/instruments/learned-instruments-repository';
import { SqliteAppFactsRepository } from './store/settings/app-facts-repository';
import { SqliteProviderRowsRepository } from './store/providers/provider-rows-repository';
import type { UserDatabase } from './store/user-database';

export interface MarketServicesParts {
  readonly database: UserDatabase;
  readonly bundled: readonly Instrument[];
  readonly events: MainEvents;
  readonly launch: MarketLaunch & { readonly network: boolean };
  readonly settings: Pick<SettingsService, 'get'>;
  readonly watchlist: Pick<WatchlistService, 'lists'>;
  readonly gateway: DataGateway &
    HistoryGateway &
    ImportGateway & { setDayOverrides(overrides: readonly DayOverride[]): void };
  readonly box: SecretBox;
  /** Whose prices alert rules need. */
  readonly alerted: () => readonly InstrumentId[];
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly fetch: typeof globalThis.fetch;
  readonly userAgent: string;
  readonly log: { error(message: string, cause?: unknown): void };
  readonly news: Pick<NewsPublisher, 'publishProviders' | 'publishQuotes' | 'publishImport'>;
}

export type MarketServices = ReturnType<typeof createMarketServices>;

/** Composition root of main's part of the market; what asks the network is loaded by `wake`. */
export function createMarketServices(parts: MarketServicesParts) {
  const { database, events, settings, watchlist, gateway, scheduler, now, log } = parts;
  const quotes = new QuoteService(events.quotesUpdated);
  const market = new MarketModeService({
    ...{ launch: parts.launch, gateway, changed: events.marketChanged },
    facts: new SqliteAppFactsRepository(database),
    simulatedInstruments: () => watched.list(),
  });
  const rows = new SqliteProviderRowsRepository(database);
  const keys = new ProviderKeyService({ box: parts.box, rows, log });
  const changed = events.providerChanged;
  const providers = new ProviderSettingsService({
    ...{ providers: NETWORK_PROFILES, rows, keys, changed },
  });
  let live: LiveMarket | null = null;
  let series: readonly KnownSeries[] | null = null;
  const statuses = (): readonly ProviderStatus[] => live?.registry.statuses() ?? [];
  const load = loadOnce(async () => {
    if (!parts.launch.network) return;
    const { createLiveMarket } = await import('./live-market');
    live = createLiveMarket({
      ...{ fetch: parts.fetch, userAgent: parts.userAgent, settings: providers },
      ...{ catalogue, quotes, gateway, scheduler, now },
      onKept: () => market.networkBarsStored(),
      onError: (error) => log.error('the network market failed', error),
    });
    live.setOverrides(dayOverrides.list());
    if (series) live.history.seriesKnown(series);
    follow();
  });
  const catalogue = new InstrumentCatalogueService({
    bundled: parts.bundled,
    learned: new SqliteLearnedInstrumentsRepository(database),
    market: {
      search: async (request) => {
        await load();
        return live?.registry.search(request) ?? NOT_ASKED;
      },
    },
    changed: events.instrumentsChanged,
    symbols: new SymbolLookupService(loadExchangeCodes),
    now,
  });
  const dayOverrides = new DayOverrideService({
    repository: new SqliteDayOverrideRepository(database),
    calendars: loadCalendars,
    changed: events.dayOverridesChanged,
  });
  const follow = (): void => {
    const instruments = [...watchedIds(watchlist), ...parts.alerted()];
    const { mode } = market.status();
    live?.follow({
      ...{ instruments, shown: shownSeries(settings.get()) },
      extended: settings.get().extendedHours,
      wantsBars: market.wantsNetwork,
      wantsQuotes: mode === 'live',
    });
  };
  const alertHistory: AlertHistory = {
    async bars(instrument, interval, since) {
      try {
        await load();
        const answer = await live?.registry.history({ instrument, interval, since });
        if (!answer?.ok) return null;
        const { bars, splits } = answer.history;
        return { bars, splits, source: answer.source };
      } catch (error) {
        log.error('the bars of an alert failed', error);
        return null;
      }
    },
  };
  const news = new ProviderStatusPublisher({
    ...{ statuses, changed, scheduler },
    publish: (all) => parts.news.publishProviders(all),
  });
  const quoteNews = new QuotePublisher({
    ...{ quotes, updated: events.quotesUpdated, scheduler },
    publish: (push) => parts.news.publishQuotes(push),
  });
  const watched: WatchedInstruments = new WatchedInstruments({
    ...{ catalogue, watchlist, settings, events, alerted: parts.alerted },
    onChanged: () => market.simulatedInstrumentsChanged(),
  });
  const imports = new ImportRelay({
    ...{ gateway, market },
    publish: (push) => parts.news.publishImport(push),
  });
  return {
    ...{ imports, market, quotes, catalogue, providers, dayOverrides, statuses, loadCalendars },
    /** Loads what asks the network; once loaded, asking again does nothing. */
    wake: () => void load().catch((error: unknown) => log.error('the network failed', error)),
    alertHistory,
    /** Rules need the prices of other instruments. */
    alertsChanged() {
      watched.compare();
      follow();
    },
    askNow: () => live?.askNow(),
    /** What the data process has, and what became of bars that it was given. */
    history: {
      seriesKnown(known: readonly KnownSeries[]) {
        series = known;
        live?.history.seriesKnown(known);
      },
      barsStored: (stored: StoredBars) => live?.history.barsStored(stored),
      dataStopped() {
        series = null;
        live?.history.dataStopped();
      },
    },
    start() {
      keys.start();
      for (const service of [providers, catalogue, watched, market, news, quoteNews]) {
        service.start();
      }
      events.marketChanged.subscribe(follow);
      events.watchlistChanged.subscribe(follow);
      events.settingsChanged.subscribe(follow);
      gateway.setDayOverrides(dayOverrides.list());
      events.dayOverridesChanged.subscribe((overrides) => {
        live?.setOverrides(overrides);
        gateway.setDayOverrides(overrides);
      });
      changed.subscribe(() => live?.askNow());
      events.quotesUpdated.subscribe(({ quotes: told }) => catalogue.hearCurrencies(told));
    },
    setVisible(visible: boolean) {
      news.setVisible(visible);
      quoteNews.setVisible(visible);
      live?.setVisible(visible);
    },
    dispose() {
      for (const service of [watched, news, quoteNews]) service.dispose();
      live?.dispose();
    },
  };
}

/** The calendars that come with the app, by MIC or venue; without the user's days. */
export async function loadCalendars() {
  const [{ readExchangeCalendars }, { default: exchanges }] = await Promise.all([
    import('../src/shared/domain/calendar/read-exchange-calendars'),
    import('../assets/exchanges/exchanges.json'),
  ]);
  return readExchangeCalendars(exchanges);
}

async function loadExchangeCodes() {
  const [{ readExchangeCodes }, { default: exchanges }] = await Promise.all([
    import('../src/shared/domain/instrument/exchange-codes'),
    import('../assets/exchanges/exchanges.json'),
  ]);
  return readExchangeCodes(exchanges);
}

/** Well-formed ids, whether or not the catalogue has them. */
function watchedIds(watchlist: Pick<WatchlistService, 'lists'>): readonly InstrumentId[] {
  return watchedSymbols(watchlist.lists()).filter(isInstrumentId);
}

const NOT_ASKED: SearchResult = {
  ok: false,
  error: {
    ...{ reason: 'resting', retry: 'stop', retryAfterMs: null },
    ...{ detail: 'the network is not asked', skippedRows: 0, skipped: [] },
  },
};
