import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readChartLayout } from '../src/shared/domain/chart/chart-layout';
import { readStudyChoices } from '../src/shared/domain/chart/study-choice';
import { readDrawings } from '../src/shared/domain/drawing/drawing';
import { BackupService } from './core/backups/backup-service';
import { ChartMemoryService } from './core/charts/chart-memory-service';
import { readSavedFilter } from '../src/shared/domain/announcement-filter/saved-filter';
import { CuratedRecord } from './core/curation/curated-record';
import { CurationService } from './core/curation/curation-service';
import { PackService } from './core/curation/pack-service';
import { type SettingsOverrides, SettingsService } from './core/settings/settings-service';
import { SavedFilterService } from './core/timeline/saved-filter-service';
import { TimelineService } from './core/timeline/timeline-service';
import { WatchlistService } from './core/watchlist/watchlist-service';
import { createEvidenceServices } from './evidence-services';
import { createInboxServices, type InboxServicesParts } from './inbox-services';
import type { MainEvents } from './ipc/main-events';
import { FileBackupRepository } from './store/backups/backup-repository';
import { BundledAnnouncementRepository } from './store/announcements/announcement-repository';
import { SqliteNamedValuesRepository } from './store/charts/named-values-repository';
import { SqliteCurationRepository } from './store/curation/curation-repository';
import { ALL_MIGRATIONS } from './store/migrations/all-migrations';
import { USER_DATABASE_FILE } from './store/open-user-database';
import { SqliteSettingsRepository } from './store/settings/settings-repository';
import type { UserDatabase } from './store/user-database';
import { SqliteWatchlistRepository } from './store/watchlist/watchlist-repository';

export interface UserServicesParts extends InboxServicesParts {
  readonly database: UserDatabase;
  /** Absolute path of the folder of `database`. */
  readonly folder: string;
  /** Ends the app and starts it anew. */
  readonly restart: () => void;
  readonly events: MainEvents;
  /** What the command line set for this run. */
  readonly wanted: SettingsOverrides;
}

/** Composition root of what the user keeps: settings, lists, charts, and the record beside them. */
export function createUserServices(parts: UserServicesParts) {
  const { database, events, wanted, scheduler, now } = parts;
  const settingsRows = new SqliteSettingsRepository(database);
  const lists = new SqliteWatchlistRepository(database);
  const overlay = new SqliteCurationRepository(database);
  const record = new CuratedRecord(new BundledAnnouncementRepository(), overlay);
  const store = new FileBackupRepository({
    ...{ database, file: join(parts.folder, USER_DATABASE_FILE), migrations: ALL_MIGRATIONS },
  });
  const timeline = new TimelineService(record);
  const changed = events.curationChanged;
  changed.subscribe(() => timeline.forget());
  const curation = new CurationService({
    ...{ record, repository: overlay, changed, now, newId: randomUUID },
  });
  return {
    settings: new SettingsService(settingsRows, wanted, events.settingsChanged),
    watchlist: new WatchlistService({
      ...{ repository: lists, changed: events.watchlistChanged, scheduler, now },
    }),
    ...{ timeline, curation, packs: new PackService({ record, curation, now }) },
    backups: new BackupService({
      ...{ store, changed: events.backupsChanged, scheduler, now },
      ...{ restart: parts.restart, report: parts.report },
    }),
    evidence: createEvidenceServices(database),
    inbox: createInboxServices(parts),
    savedFilters: new SavedFilterService(
      new SqliteNamedValuesRepository(database, 'timeline-filters', readSavedFilter),
    ),
    chartMemory: new ChartMemoryService({
      studies: new SqliteNamedValuesRepository(database, 'studies', readStudyChoices),
      drawings: new SqliteNamedValuesRepository(database, 'drawings', (stored) =>
        Array.isArray(stored) ? readDrawings(stored).drawings : null,
      ),
      layouts: new SqliteNamedValuesRepository(database, 'layouts', readChartLayout),
    }),
  };
}
