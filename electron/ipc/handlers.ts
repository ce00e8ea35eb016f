import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { OpenResult } from '../../src/shared/ipc/open-result';
import { type AlertsHandlerParts, createAlertsHandlers } from './alerts-handlers';
import { type AppHandlerParts, createAppHandlers } from './app-handlers';
import { type BackupsHandlerParts, createBackupsHandlers } from './backups-handlers';
import { type CalendarHandlerParts, createCalendarHandlers } from './calendar-handlers';
import { type ChartsHandlerParts, createChartsHandlers } from './charts-handlers';
import { createCurationHandlers, type CurationHandlerParts } from './curation-handlers';
import { createEvidenceHandlers, type EvidenceHandlerParts } from './evidence-handlers';
import { createFilesHandlers, type FilesHandlerParts } from './files-handlers';
import { createHelpHandlers } from './help-handlers';
import { createImportsHandlers, type ImportsHandlerParts } from './imports-handlers';
import { createInboxHandlers, type InboxHandlerParts } from './inbox-handlers';
import { createMarketHandlers, type MarketHandlerParts } from './market-handlers';
import { createInstrumentsHandlers, type InstrumentsHandlerParts } from './instruments-handlers';
import { createProvidersHandlers, type ProvidersHandlerParts } from './providers-handlers';
import { createTimelineHandlers, type TimelineHandlerParts } from './timeline-handlers';
import {
  createTimelineFiltersHandlers,
  type TimelineFiltersHandlerParts,
} from './timeline-filters-handlers';
import { createTickerHandlers, createTrayHandlers, type TrayHandlerParts } from './tray-handlers';
import { createTransferHandlers, type TransferHandlerParts } from './transfer-handlers';
import { createWatchlistHandlers, type WatchlistHandlerParts } from './watchlist-handlers';

export interface HandlerParts
  extends
    Omit<AppHandlerParts, 'market' | 'watchlist' | 'catalogue'>,
    BackupsHandlerParts,
    AlertsHandlerParts,
    ProvidersHandlerParts,
    CalendarHandlerParts,
    ChartsHandlerParts,
    Omit<EvidenceHandlerParts, 'openLink'>,
    FilesHandlerParts,
    TransferHandlerParts,
    Omit<CurationHandlerParts, 'timeline'>,
    ImportsHandlerParts,
    TimelineFiltersHandlerParts,
    TrayHandlerParts,
    Omit<InboxHandlerParts, 'openLink'> {
  readonly watchlist: AppHandlerParts['watchlist'] & WatchlistHandlerParts['watchlist'];
  readonly timeline: TimelineHandlerParts['timeline'];
  readonly market: AppHandlerParts['market'] & MarketHandlerParts['market'];
  readonly catalogue: AppHandlerParts['catalogue'] & InstrumentsHandlerParts['catalogue'];
  readonly chooseFolder: MarketHandlerParts['chooseFolder'];
  /** The one door to the user's browser. */
  readonly openLink: (address: string) => Promise<OpenResult>;
}

/** An answer to every question of the contract. */
export function createHandlers(parts: HandlerParts): TapeoutHandlers {
  return {
    alerts: createAlertsHandlers(parts),
    app: createAppHandlers(parts),
    watchlist: createWatchlistHandlers(parts),
    backups: createBackupsHandlers(parts),
    timeline: createTimelineHandlers(parts),
    timelineFilters: createTimelineFiltersHandlers(parts),
    market: createMarketHandlers(parts),
    providers: createProvidersHandlers(parts),
    instruments: createInstrumentsHandlers(parts),
    calendar: createCalendarHandlers(parts),
    charts: createChartsHandlers(parts),
    imports: createImportsHandlers(parts),
    transfer: createTransferHandlers(parts),
    curation: createCurationHandlers(parts),
    evidence: createEvidenceHandlers(parts),
    files: createFilesHandlers(parts),
    inbox: createInboxHandlers(parts),
    tray: createTrayHandlers(parts),
    ticker: createTickerHandlers(parts),
    help: createHelpHandlers(parts.openLink),
  };
}
