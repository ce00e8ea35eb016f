import type { ProviderStatus } from '../../src/shared/domain/market/provider-status';
import type { TapeoutPublisher } from '../../src/shared/ipc/contract';
import type { ImportNews, ImportWish } from '../../src/shared/ipc/imports-contract';
import type { Unsubscribe } from '../core/events/signal';
import type { QuotesUpdated } from '../core/quotes/quote-service';
import type { MainEvents } from './main-events';
import type { Revision } from './revision';

export interface NewsParts {
  readonly publisher: TapeoutPublisher;
  readonly revision: Revision;
  readonly events: Pick<
    MainEvents,
    | 'settingsChanged'
    | 'marketChanged'
    | 'watchlistChanged'
    | 'instrumentsChanged'
    | 'dayOverridesChanged'
    | 'inboxChanged'
    | 'curationChanged'
    | 'backupsChanged'
    | 'alertsChanged'
    | 'alertFired'
  >;
}

/** Turns what happens in main into pushes, each with the next revision. */
export class NewsPublisher {
  private readonly subscriptions: Unsubscribe[] = [];

  constructor(private readonly parts: NewsParts) {}

  start(): void {
    const { publisher, revision, events } = this.parts;
    this.subscriptions.push(
      events.settingsChanged.subscribe((settings) =>
        publisher.app.onSettingsChanged({ revision: revision.next(), settings }),
      ),
      events.marketChanged.subscribe((market) =>
        publisher.market.onStatusChanged({ revision: revision.next(), market }),
      ),
      events.watchlistChanged.subscribe((now) => publisher.watchlist.onChanged(now)),
      events.instrumentsChanged.subscribe((instruments) =>
        publisher.instruments.onChanged({ revision: revision.next(), instruments }),
      ),
      events.dayOverridesChanged.subscribe((overrides) =>
        publisher.calendar.onChanged({ revision: revision.next(), overrides }),
      ),
      events.inboxChanged.subscribe(() => publisher.inbox.onChanged({ revision: revision.next() })),
      events.backupsChanged.subscribe((backups) => publisher.backups.onChanged(backups)),
      events.alertsChanged.subscribe((alerts) => publisher.alerts.onChanged(alerts)),
      events.alertFired.subscribe((fired) => publisher.alerts.onFired(fired)),
      events.curationChanged.subscribe((state) => publisher.curation.onChanged(state)),
    );
  }

  dispose(): void {
    for (const unsubscribe of this.subscriptions.splice(0)) unsubscribe();
  }

  /** How the sources do comes already gathered, see core's status publisher. */
  publishProviders(providers: readonly ProviderStatus[]): void {
    const { publisher, revision } = this.parts;
    publisher.providers.onChanged({ revision: revision.next(), providers });
  }

  publishImport(news: ImportNews): void {
    this.parts.publisher.imports.onNews(news);
  }

  publishImportWish(wish: ImportWish): void {
    this.parts.publisher.imports.onWanted(wish);
  }

  /** Quotes come already gathered, see core's quote publisher. */
  publishQuotes({ quotes, replaces }: QuotesUpdated): void {
    const { publisher, revision } = this.parts;
    publisher.market.onQuotesChanged({ revision: revision.next(), quotes, replaces });
  }
}
