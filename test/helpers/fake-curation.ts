import { CuratedRecord } from '../../electron/core/curation/curated-record';
import { CurationService } from '../../electron/core/curation/curation-service';
import { PackService } from '../../electron/core/curation/pack-service';
import { Signal } from '../../electron/core/events/signal';
import type { AnnouncementSet } from '../../electron/core/timeline/announcement-repository-port';
import { TimelineService } from '../../electron/core/timeline/timeline-service';
import { type ChosenPack, createCurationHandlers } from '../../electron/ipc/curation-handlers';
import type { CurationState } from '../../src/shared/domain/announcement/curation/curation-view';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import { MemoryCurationRepository } from './memory-curation-repository';

export interface FakeCurationOptions {
  readonly set: AnnouncementSet;
  /** What the user chooses to import; null: he closes the dialog. */
  readonly pack: ChosenPack | null;
  /** Hears what is exported. */
  readonly onWritten: (fileName: string, text: string) => void;
}

/** Main's own services over a store in memory, and a clock that stands still. */
export function fakeCuration({ set, pack, onWritten }: FakeCurationOptions) {
  const changed = new Signal<CurationState>((error) => {
    throw error;
  });
  const repository = new MemoryCurationRepository();
  const record = new CuratedRecord({ load: () => Promise.resolve(set) }, repository);
  const timeline = new TimelineService(record);
  changed.subscribe(() => timeline.forget());
  let ids = 0;
  const now = (): number => Date.UTC(2024, 5, 1, 12);
  const curation = new CurationService({
    ...{ record, repository, changed, now },
    newId: () => `new-${++ids}`,
  });
  const packs = new PackService({ record, curation, now });
  const handlers: TapeoutHandlers['curation'] = createCurationHandlers({
    ...{ curation, packs, timeline, choosePack: () => Promise.resolve(pack) },
    files: {
      askWhere: (fileName) => Promise.resolve(fileName),
      write: (path, bytes) => {
        onWritten(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
        return Promise.resolve();
      },
      copyText: () => Promise.resolve(),
      copyPicture: () => Promise.resolve(true),
    },
    log: { error: () => undefined },
  });
  return { handlers, timeline, changed, curation, packs };
}
