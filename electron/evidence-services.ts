import type { CorporateEvent } from '../src/shared/domain/event-study/corporate-event';
import { readOwnDraft } from '../src/shared/domain/event-study/corporate-event';
import { readSession } from '../src/shared/domain/event-study/evidence-record';
import { EvidenceRecordService } from './core/evidence/evidence-record-service';
import { SqliteNamedValuesRepository } from './store/charts/named-values-repository';
import type { UserDatabase } from './store/user-database';

/** Composition root of main's part of the evidence; the studies themselves are made by the data process. */
export function createEvidenceServices(database: UserDatabase): EvidenceRecordService {
  return new EvidenceRecordService({
    loadCorporateEvents,
    own: new SqliteNamedValuesRepository(database, 'evidence-events', readOwnDraft),
    sessions: new SqliteNamedValuesRepository(database, 'evidence-sessions', readSession),
  });
}

/** Read when it is first asked for, off the path to the first paint. */
async function loadCorporateEvents(): Promise<readonly CorporateEvent[]> {
  const { default: file } = await import('../assets/evidence/corporate-events.json');
  return file.events as readonly CorporateEvent[];
}
