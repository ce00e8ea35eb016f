import type { DataClient } from '../api/data-client';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { MarketStatus } from '../shared/domain/market/market-status';
import type { Settings } from '../shared/domain/settings/settings';
import type { TapeoutClient } from '../shared/ipc/contract';
import type { CurationState } from './curation-state.svelte';
import type { DayOverridesState } from './day-overrides-state.svelte';
import type { EvidenceState } from './evidence-state.svelte';
import { hearImport, type ImportDesk } from './hear-import';
import type { InboxState } from './inbox-state.svelte';
import type { InstrumentsState } from './instruments-state.svelte';
import type { ListDeskState } from './list-desk-state.svelte';
import type { ProvidersState } from './providers-state.svelte';
import type { QuotesState } from './quotes-state.svelte';
import { type FiringDesk, showFiring } from './show-firing';
import type { TransferState } from './transfer-state.svelte';
import type { WatchlistState } from './watchlist-state.svelte';

/** What of the desk takes news in. */
interface HearingDesk extends FiringDesk, ImportDesk {
  readonly client: TapeoutClient;
  readonly curation: CurationState;
  readonly dayOverrides: DayOverridesState;
  readonly evidence: EvidenceState;
  readonly inbox: InboxState;
  readonly instruments: InstrumentsState;
  readonly listDesk: ListDeskState;
  readonly providers: ProvidersState;
  readonly quotes: QuotesState;
  readonly transfer: TransferState;
  readonly watchlist: WatchlistState;
}

/** What the desk does itself with some of the news. */
interface DeskNews {
  /** False where a push is older than the snapshot. */
  readonly isNews: (revision: number) => boolean;
  readonly receiveSettings: (settings: Settings) => void;
  readonly receiveMarket: (status: MarketStatus) => void;
  readonly reload: (instruments: readonly InstrumentId[]) => void;
}

/** Takes in what main and the data process tell. @returns functions that end it */
export function hearMain(
  desk: HearingDesk,
  data: DataClient,
  news: DeskNews,
): readonly (() => void)[] {
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
