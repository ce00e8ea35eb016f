import type { Backup } from '../../src/shared/domain/backup/backup';
import type { CurationState } from '../../src/shared/domain/announcement/curation/curation-view';
import type { DayOverride } from '../../src/shared/domain/calendar/day-override';
import type { Instrument } from '../../src/shared/domain/instrument/instrument';
import type { NetworkSource } from '../../src/shared/domain/quote/quote';
import type { MarketStatus } from '../../src/shared/domain/market/market-status';
import type { Settings } from '../../src/shared/domain/settings/settings';
import type { WatchlistsNow } from '../../src/shared/domain/watchlist/watchlist-answer';
import type { AlertFiredNow, AlertsNow } from '../core/alerts/alerts-now';
import { Signal } from '../core/events/signal';
import type { QuotesUpdated } from '../core/quotes/quote-service';

/** What happens in main and others may want to hear. */
export class MainEvents {
  readonly settingsChanged: Signal<Settings>;
  readonly watchlistChanged: Signal<WatchlistsNow>;
  readonly marketChanged: Signal<MarketStatus>;
  readonly quotesUpdated: Signal<QuotesUpdated>;
  readonly instrumentsChanged: Signal<readonly Instrument[]>;
  readonly dayOverridesChanged: Signal<readonly DayOverride[]>;
  /** The user's edits of the record. */
  readonly curationChanged: Signal<CurationState>;
  /** The settings or the key of a source. */
  readonly providerChanged: Signal<NetworkSource>;
  readonly backupsChanged: Signal<readonly Backup[]>;
  /** Feeds or their headlines; who wants to know what asks. */
  readonly inboxChanged: Signal<null>;
  /** Rules, their marks or the mute. */
  readonly alertsChanged: Signal<AlertsNow>;
  /** A rule fired, and it is on the disk. */
  readonly alertFired: Signal<AlertFiredNow>;

  /** @param onError - hears what a listener threw */
  constructor(onError: (error: unknown) => void) {
    this.settingsChanged = new Signal(onError);
    this.watchlistChanged = new Signal(onError);
    this.marketChanged = new Signal(onError);
    this.quotesUpdated = new Signal(onError);
    this.instrumentsChanged = new Signal(onError);
    this.dayOverridesChanged = new Signal(onError);
    this.curationChanged = new Signal(onError);
    this.providerChanged = new Signal(onError);
    this.backupsChanged = new Signal(onError);
    this.inboxChanged = new Signal(onError);
    this.alertsChanged = new Signal(onError);
    this.alertFired = new Signal(onError);
  }
}
