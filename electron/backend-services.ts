import type { ExchangesFile } from '../src/shared/domain/calendar/exchanges-file';
import type { Instrument } from '../src/shared/domain/instrument/instrument';
import { type Locale, LOCALES } from '../src/shared/domain/settings/settings';
import type { SeedNames } from '../src/shared/domain/watchlist/list-document';
import type { TapeoutPublisher } from '../src/shared/ipc/contract';
import { type AlertServices, createAlertServices } from './alert-services';
import type { LaunchRequest } from './app/launch-request';
import { wantedSettings } from './app/launch-request';
import type { AlertNotifier } from './core/alerts/alert-notifier-port';
import { AbnormalMoveService } from './core/evidence/abnormal-move-service';
import type { MoveGateway } from './core/evidence/move-gateway-port';
import type { SecretBox } from './core/providers/secret-box-port';
import type { Scheduler } from './core/quotes/scheduler-port';
import { MainEvents } from './ipc/main-events';
import { NewsPublisher } from './ipc/news-publisher';
import { Revision } from './ipc/revision';
import type { ChosenList } from './ipc/transfer-handlers';
import { createMarketServices, type MarketServicesParts } from './market-services';
import type { UserDatabase } from './store/user-database';
import { createTransferServices, type TransferServicesParts } from './transfer-services';
import { createUserServices } from './user-services';

export interface BackendParts {
  readonly database: UserDatabase;
  /** Absolute path of the folder of `database`. */
  readonly folder: string;
  readonly request: LaunchRequest;
  readonly isPackaged: boolean;
  readonly userAgent: string;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly log: { error(message: string, cause?: unknown): void };
  readonly bundled: readonly Instrument[];
  readonly loadExchanges: () => Promise<ExchangesFile>;
  /** The data process. */
  readonly gateway: MarketServicesParts['gateway'] & MoveGateway;
  readonly box: SecretBox;
  readonly fetch: typeof globalThis.fetch;
  readonly publisher: TapeoutPublisher;
  readonly notifier: AlertNotifier;
  readonly locale: () => Locale;
  /** @param path - absolute */
  readonly readListFile: (path: string) => Promise<ChosenList>;
  readonly forkListProcess: TransferServicesParts['forkListProcess'];
  /** Ends the app and starts it anew. */
  readonly restart: () => void;
}

/** Composition root of everything that main does whether or not there is a window. */
export function createBackend(parts: BackendParts) {
  const { database, request, scheduler, now, log, publisher, gateway, userAgent } = parts;
  const report = (message: string, cause?: unknown): void => log.error(message, cause);
  const events = new MainEvents((error) => report('a listener failed', error));
  const kept = createUserServices({
    ...{ database, events, scheduler, now, report, userAgent, launch: request },
    ...{ isPackaged: parts.isPackaged, folder: parts.folder, restart: parts.restart },
    wanted: wantedSettings(request),
  });
  const { settings, watchlist } = kept;
  const revision = new Revision();
  const news = new NewsPublisher({ publisher, revision, events });
  const network = createMarketServices({
    ...{ database, events, settings, watchlist, scheduler, now, log, news, gateway, userAgent },
    ...{ bundled: parts.bundled, launch: request, box: parts.box, fetch: parts.fetch },
    alerted: () => alerts.instruments(),
  });
  const abnormalMoves = new AbnormalMoveService({
    gateway,
    announcement: (id) => kept.timeline.get(id),
    instrument: (id) => network.catalogue.get(id),
    calendar: async (id) => alerts.calendarOf(id),
    chosenSessions: () => kept.evidence.chosenSessions(),
  });
  const alerts: AlertServices = createAlertServices({
    ...{ database, events, scheduler, now, report, network, ...kept, abnormalMoves },
    notifier: parts.notifier,
    listNames: () => loadSeedNames(parts.locale()),
  });
  const lists = createTransferServices({
    ...{ watchlist, catalogue: network.catalogue, loadExchanges: parts.loadExchanges },
    ...{ readListFile: parts.readListFile, forkListProcess: parts.forkListProcess },
    ...{ locale: parts.locale, log },
    drafts: alerts.rulesTransfer,
    firstListFile: request.listFile,
    publish: (opening) => publisher.transfer.onOpened(opening),
  });
  const running = [watchlist, kept.backups, kept.inbox, network, alerts, news];
  return {
    ...{ ...kept, ...network, ...alerts, ...lists, revision, events, news, network },
    start(): void {
      for (const part of [settings, ...running]) part.start();
    },
    dispose(): void {
      for (const part of running.toReversed()) part.dispose();
    },
  };
}

/** What the first lists are called in all languages, the user's first; loaded where a file names lists. */
async function loadSeedNames(locale: Locale): Promise<readonly SeedNames[]> {
  const [{ deskMessages }, { seedNames }] = await Promise.all([
    import('../src/shared/i18n/desk/desk-catalogue'),
    import('../src/shared/i18n/desk/seed-names'),
  ]);
  const others = LOCALES.filter((each) => each !== locale);
  return [locale, ...others].map((each) => seedNames(deskMessages(each)));
}
