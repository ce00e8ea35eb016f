import type { Instrument } from '../../src/shared/domain/instrument/instrument';
import type { Locale } from '../../src/shared/domain/settings/settings';
import type {
  LaunchOptions,
  PaintReport,
  StoreNotice,
  TapeoutHandlers,
} from '../../src/shared/ipc/contract';
import type { MarketModeService } from '../core/quotes/market-mode-service';
import type { QuoteService } from '../core/quotes/quote-service';
import type { SettingsService } from '../core/settings/settings-service';
import type { WatchlistService } from '../core/watchlist/watchlist-service';
import type { Revision } from './revision';

export interface AppHandlerParts {
  readonly versions: { readonly app: string; readonly electron: string };
  readonly launch: LaunchOptions;
  /** What the setting `system` comes down to. */
  readonly systemLocale: () => Locale;
  readonly storeNotice: StoreNotice | null;
  readonly revision: Revision;
  readonly settings: Pick<SettingsService, 'get' | 'update'>;
  readonly market: Pick<MarketModeService, 'status'>;
  readonly watchlist: Pick<WatchlistService, 'now'>;
  readonly quotes: Pick<QuoteService, 'all'>;
  /** Those that ship with the app and those that it learned. */
  readonly catalogue: { all(): readonly Instrument[] };
  /** Gives the page a new port to the data process. */
  readonly connectData: () => void;
  readonly onPainted: (report: PaintReport) => void;
}

export function createAppHandlers(parts: AppHandlerParts): TapeoutHandlers['app'] {
  return {
    getSnapshot() {
      // Nothing is awaited here: all parts must be of one moment, the one that `revision` names.
      return {
        revision: parts.revision.current,
        appVersion: parts.versions.app,
        electronVersion: parts.versions.electron,
        launch: parts.launch,
        settings: parts.settings.get(),
        systemLocale: parts.systemLocale(),
        market: parts.market.status(),
        watchlist: parts.watchlist.now(),
        instruments: parts.catalogue.all(),
        quotes: parts.quotes.all(),
        storeNotice: parts.storeNotice,
      };
    },
    reportPainted: (report) => parts.onPainted(report),
    connectData: () => parts.connectData(),
    updateSettings: (patch) => parts.settings.update(patch),
  };
}
