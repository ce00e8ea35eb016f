import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { OpenResult } from '../../src/shared/ipc/open-result';
import type { EvidenceRecordService } from '../core/evidence/evidence-record-service';

export interface EvidenceHandlerParts {
  readonly evidence: Pick<
    EvidenceRecordService,
    'record' | 'addEvent' | 'removeEvent' | 'chooseSession' | 'sourceUrl'
  >;
  readonly openLink: (address: string) => Promise<OpenResult>;
}

export function createEvidenceHandlers({
  evidence,
  openLink,
}: EvidenceHandlerParts): TapeoutHandlers['evidence'] {
  return {
    getRecord: () => evidence.record(),
    addEvent: (draft) => evidence.addEvent(draft),
    removeEvent: ({ id }) => evidence.removeEvent(id),
    chooseSession: ({ announcementId, instrument, session }) =>
      evidence.chooseSession(announcementId, instrument, session),
    async openSource({ id }) {
      const address = await evidence.sourceUrl(id);
      return address ? openLink(address.url) : { ok: false, reason: 'unknown-source' };
    },
  };
}
