import type { DataClient } from '../api/data-client';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { MarketStatus } from '../shared/domain/market/market-status';
import type { Settings } from '../shared/domain/settings/settings';
import type { Desk } from './desk.svelte';
import { hearImport } from './hear-import';
import { showFiring } from './show-firing';

/** What the desk does itself with some of the news. */
interface DeskNews {
  /** False where a push is older than the snapshot. */
  readonly isNews: (revision: number) => boolean;
  readonly receiveSettings: (settings: Settings) => void;
  readonly receiveMarket: (status: MarketStatus) => void;
  readonly reload: (instruments: readonly InstrumentId[]) => void;
}

/** Takes in what main and the data process tell. @returns functions that end it */
export function hearMain(desk: Desk, data: DataClient, news: DeskNews): readonly (() => void)[] {
  const {
    alerts,
    app,
    backups,
    calendar,
    curation,
    imports,
    inbox,
    instruments,
    market,
    providers,
    transfer,
    watchlist,
  } = desk.client;
  const { isNews } = news;
  return [
    app.onSettingsChanged(({ revision, settings }) => {
      if (isNews(revision)) news.receiveSettings(settings);
    }),
    market.onStatusChanged(({ revision, market: status }) => {
      if (isNews(revision)) news.receiveMarket(status);
    }),
    market.onQuotesChanged(({ revision, quotes, replaces }) => {
      if (isNews(revision)) desk.quotes.receive(quotes, replaces);
    }),
    providers.onChanged(({ revision, providers: all }) => {
      if (isNews(revision)) desk.providers.receive(all);
    }),
    instruments.onChanged(({ revision, instruments: all }) => {
      if (isNews(revision)) desk.instruments.receive(all);
    }),
    calendar.onChanged(({ revision, overrides }) => {
      if (isNews(revision)) desk.dayOverrides.receive(overrides);
    }),
    alerts.onChanged((all) => desk.alerts.receive(all)),
    alerts.onFired((fired) => desk.alerts.receiveFired(fired)),
    alerts.onOpenFiring((firing) => void showFiring(desk, firing)),
    inbox.onChanged(() => void desk.inbox.hearChange()),
    imports.onNews((told) => hearImport(desk, told)),
    imports.onWanted((wish) => void desk.imports.start(wish)),
    transfer.onOpened((opening) => desk.transfer.receive(opening)),
    curation.onChanged((edits) => void desk.curation.receive(edits)),
    backups.onChanged((all) => desk.listDesk.backups.receive(all)),
    watchlist.onChanged((now) => desk.watchlist.receive(now)),
    data.onSeriesChanged((changed) => {
      desk.evidence.forget(changed);
      news.reload(changed);
    }),
  ];
}
