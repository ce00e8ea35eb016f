import { shownSeries } from '../../src/shared/domain/chart/desk-charts';
import type { Instrument, InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { Unsubscribe } from '../core/events/signal';
import type { SettingsService } from '../core/settings/settings-service';
import { watchedSymbols } from '../core/watchlist/watchlist-lookup';
import type { WatchlistService } from '../core/watchlist/watchlist-service';
import type { MainEvents } from './main-events';

export interface WatchedParts {
  readonly catalogue: { all(): readonly Instrument[] };
  readonly watchlist: Pick<WatchlistService, 'lists'>;
  readonly settings: Pick<SettingsService, 'get'>;
  /** Whose prices alert rules need. */
  readonly alerted: () => readonly InstrumentId[];
  readonly events: Pick<MainEvents, 'watchlistChanged' | 'settingsChanged'>;
  /** The set is another one than before. */
  readonly onChanged: () => void;
}

/**
 * The instruments that somebody looks at: what stands on the charts, those of the list on the desk, the
 * starred ones, and those of alert rules.
 */
export class WatchedInstruments {
  private readonly subscriptions: Unsubscribe[] = [];
  private last = '';

  constructor(private readonly parts: WatchedParts) {}

  start(): void {
    const { events } = this.parts;
    this.last = this.fingerprint();
    this.subscriptions.push(
      events.watchlistChanged.subscribe(() => this.compare()),
      events.settingsChanged.subscribe(() => this.compare()),
    );
  }

  dispose(): void {
    for (const unsubscribe of this.subscriptions.splice(0)) unsubscribe();
  }

  /** The charted one first, each once, symbols that the catalogue does not know left out. */
  list(): readonly InstrumentId[] {
    const { catalogue, watchlist, settings, alerted } = this.parts;
    const known = new Set<string>(catalogue.all().map(({ id }) => id));
    const listed = watchedSymbols(watchlist.lists());
    const isKnown = (symbol: string): symbol is InstrumentId => known.has(symbol);
    const shown = shownSeries(settings.get()).map(({ instrument }) => instrument);
    return [...new Set([...shown, ...listed, ...alerted()])].filter(isKnown);
  }

  /** Tells where the set is another one than before. */
  compare(): void {
    const now = this.fingerprint();
    if (now === this.last) return;
    this.last = now;
    this.parts.onChanged();
  }

  /** Another order is no other set. */
  private fingerprint(): string {
    return [...this.list()].sort().join();
  }
}
