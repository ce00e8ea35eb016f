import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { PackOpening, PackPreviewRow } from '../../src/shared/ipc/curation-contract';
import { ownCompany } from '../../src/shared/domain/announcement/curation/own-company';
import type { PackFileError, PackFormat } from '../../src/shared/domain/packs/pack';
import type { PreparedRow } from '../../src/shared/domain/packs/pack-preview';
import type { CurationService } from '../core/curation/curation-service';
import type { PackService } from '../core/curation/pack-service';
import type { TimelineService } from '../core/timeline/timeline-service';
import { createFilesHandlers, type FilesHandlerParts } from './files-handlers';

/** A file of the user's choice, or why it cannot be read. */
export type ChosenPack =
  | { readonly fileName: string; readonly error: null; readonly text: string }
  | { readonly fileName: string; readonly error: PackFileError };

export interface CurationHandlerParts {
  readonly curation: Pick<
    CurationService,
    | 'state'
    | 'detail'
    | 'setAside'
    | 'save'
    | 'setHidden'
    | 'annotate'
    | 'markWrong'
    | 'merge'
    | 'settle'
    | 'revert'
    | 'undo'
    | 'redo'
  >;
  readonly packs: Pick<PackService, 'prepare' | 'commit' | 'cancel' | 'write'>;
  readonly timeline: Pick<TimelineService, 'list'>;
  /** Shows the dialog and reads the file; null where the user closed it. */
  readonly choosePack: () => Promise<ChosenPack | null>;
}

const KINDS = { tapeout: 'json', csv: 'csv', timelinejs: 'json', icalendar: 'ics' } as const;
const NAMES: Readonly<Record<PackFormat, string>> = {
  tapeout: 'Tapeout announcements',
  csv: 'Tapeout announcements',
  timelinejs: 'Tapeout announcements (TimelineJS)',
  icalendar: 'Tapeout announcements',
};

export function createCurationHandlers(
  parts: CurationHandlerParts & FilesHandlerParts,
): TapeoutHandlers['curation'] {
  const { curation, packs, timeline } = parts;
  const { saveFile } = createFilesHandlers(parts);
  return {
    getState: () => curation.state(),
    getDetail: ({ id }) => curation.detail(id),
    listSetAside: () => curation.setAside(),
    save: ({ id, content }) => curation.save(id, content),
    setHidden: ({ id, hidden }) => curation.setHidden(id, hidden),
    annotate: ({ id, annotation }) => curation.annotate(id, annotation),
    markWrong: ({ id, reason }) => curation.markWrong(id, reason),
    merge: ({ id, into }) => curation.merge(id, into),
    settle: ({ id, facet, choice }) => curation.settle(id, facet, choice),
    revert: ({ id }) => curation.revert(id),
    undo: () => curation.undo(),
    redo: () => curation.redo(),
    async openPack(): Promise<PackOpening> {
      const chosen = await parts.choosePack();
      if (!chosen) return { kind: 'closed' };
      const { fileName } = chosen;
      if (chosen.error !== null) return { kind: 'refused', fileName, error: chosen.error };
      const prepared = await packs.prepare(fileName, chosen.text);
      if (typeof prepared === 'string') return { kind: 'refused', fileName, error: prepared };
      const rows = prepared.rows.map(previewRow);
      return { kind: 'preview', preview: { ...prepared, fileName, rows } };
    },
    commitPack: ({ packId, left }) => packs.commit(packId, left.rows),
    cancelPack: ({ packId }) => packs.cancel(packId),
    async exportPack({ format, scope, shown: { ids }, locale }) {
      const { companies } = await timeline.list();
      const { packWords } = await import('./pack-words');
      const text = await packs.write(format, scope, ids, packWords(locale, companies));
      const bytes = new TextEncoder().encode(text);
      return saveFile({ suggestedName: NAMES[format], kind: KINDS[format], bytes });
    },
  };
}

function previewRow({ content, ...row }: PreparedRow): PackPreviewRow {
  const { number, verdict, changed, remarks, faults, repeated, leftOut, confirmed } = row;
  const { title, date, company } = content;
  return {
    ...{ number, verdict, title, date, changed, remarks, faults, repeated, leftOut, confirmed },
    company: ownCompany(company)?.name.en ?? company,
  };
}
