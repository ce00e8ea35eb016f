import exchanges from '../assets/exchanges/exchanges.json';
import { applyOverrides } from '../src/shared/domain/calendar/apply-overrides';
import type { DayOverride } from '../src/shared/domain/calendar/day-override';
import { readExchangeCalendars } from '../src/shared/domain/calendar/read-exchange-calendars';
import type { ShownSeries } from '../src/shared/domain/chart/desk-charts';
import { evidenceIndices } from '../src/shared/domain/instrument/benchmark';
import type { InstrumentId } from '../src/shared/domain/instrument/instrument';
import type { HistoryGateway } from './core/history/history-gateway-port';
import { HistoryRefreshService } from './core/history/history-refresh-service';
import type { InstrumentCatalogueService } from './core/instruments/instrument-catalogue-service';
import { LiveQuoteService } from './core/quotes/live-quote-service';
import type { QuoteService } from './core/quotes/quote-service';
import type { Scheduler } from './core/quotes/scheduler-port';
import { SecondOpinionService } from './core/quotes/second-opinion-service';
import { createNetworkMarket } from './market/registry/network-market';
import type { ProviderRegistry } from './market/registry/provider-registry';
import type { ProviderSettings } from './market/registry/provider-settings';

export interface LiveMarketParts {
  readonly fetch: typeof globalThis.fetch;
  readonly userAgent: string;
  readonly settings: ProviderSettings;
  readonly catalogue: Pick<InstrumentCatalogueService, 'get'>;
  readonly quotes: QuoteService;
  readonly gateway: HistoryGateway;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Bars of the network were stored. */
  readonly onKept: () => void;
  readonly onError: (error: unknown) => void;
}

/** What is to be kept fresh. */
export interface LiveWish {
  /** In the order in which they matter. */
  readonly instruments: readonly InstrumentId[];
  /** What stands on the charts, that of the active one first. */
  readonly shown: readonly ShownSeries[];
  /** Bars of before the open and after the close are shown. */
  readonly extended: boolean;
  /** Bars may be asked for: prices of the network are shown, or would be if there were any. */
  readonly wantsBars: boolean;
  /** Last prices are shown. */
  readonly wantsQuotes: boolean;
}

export interface LiveMarket {
  readonly registry: ProviderRegistry;
  readonly history: HistoryRefreshService;
  follow(wish: LiveWish): void;
  setVisible(visible: boolean): void;
  setOverrides(overrides: readonly DayOverride[]): void;
  /** Sources were set otherwise. */
  askNow(): void;
  dispose(): void;
}

/** Composition root of the network's prices, loaded only once the desk stands. */
export function createLiveMarket(parts: LiveMarketParts): LiveMarket {
  const { catalogue, scheduler, now, onError, onKept, quotes, gateway } = parts;
  const shipped = readExchangeCalendars(exchanges);
  let calendars = shipped;
  const common = {
    ...{ scheduler, now, onError },
    random: Math.random,
    instrument: (id: InstrumentId) => catalogue.get(id),
    calendar: (mic: string) => calendars.get(mic),
  };
  const registry = createNetworkMarket({
    ...common,
    ...{ fetch: parts.fetch, userAgent: parts.userAgent, settings: parts.settings },
    after: (delayMs, task) => scheduler.after(delayMs, task),
  });
  const live = new LiveQuoteService({ ...common, market: registry, quotes });
  const opinions = new SecondOpinionService({ ...common, market: registry, live });
  const history = new HistoryRefreshService({ ...common, market: registry, gateway, onKept });
  live.start();
  registry.wake();
  return {
    registry,
    history,
    follow({ instruments, shown, extended, wantsBars, wantsQuotes }) {
      const charted = shown[0]?.instrument ?? null;
      const quoted = [...shown.map(({ instrument }) => instrument), ...instruments];
      for (const service of [live, opinions]) service.watch([...new Set(quoted)], { charted });
      history.setExtended(extended);
      // Evidence needs their bars too, and no quotes.
      const known = shown.map(({ instrument: id }) => catalogue.get(id) ?? { id });
      history.watch([...instruments, ...evidenceIndices(known)], shown);
      history.setActive(wantsBars);
      live.setActive(wantsQuotes);
      opinions.setActive(wantsQuotes);
    },
    setVisible(visible) {
      live.setVisible(visible);
      history.setVisible(visible);
    },
    setOverrides(overrides) {
      calendars = applyOverrides(shipped, overrides);
    },
    askNow() {
      registry.wake();
      live.askNow();
      history.askNow();
    },
    dispose() {
      for (const service of [live, opinions, history, registry]) service.dispose();
    },
  };
}
