import type { KnownNames } from '../../../src/shared/domain/announcement/curation/check-content';
import type { EntryCuration } from '../../../src/shared/domain/announcement/curation/entry-curation';
import {
  type MergedRecord,
  mergeRecord,
} from '../../../src/shared/domain/announcement/curation/merge-record';
import type {
  AnnouncementRepository,
  AnnouncementSet,
} from '../timeline/announcement-repository-port';
import type { CurationRepository } from './curation-repository-port';

/** Record and overlay as they are now. */
export interface RecordNow {
  readonly shipped: AnnouncementSet;
  readonly merged: MergedRecord;
  readonly known: KnownNames;
}

/** The record under the user's edits. Both are read at the first question and kept. */
export class CuratedRecord implements AnnouncementRepository {
  private shipped: Promise<AnnouncementSet> | null = null;
  private curations: Map<string, EntryCuration> | null = null;
  private merged: MergedRecord | null = null;

  constructor(
    private readonly record: AnnouncementRepository,
    private readonly overlay: CurationRepository,
  ) {}

  /** What is shown. */
  async load(): Promise<AnnouncementSet> {
    const { shipped, merged } = await this.now();
    return {
      ...shipped,
      companies: [...shipped.companies, ...merged.companies],
      announcements: merged.shown,
    };
  }

  async now(): Promise<RecordNow> {
    this.shipped ??= this.record.load().catch((error: unknown) => {
      this.shipped = null;
      throw error;
    });
    const shipped = await this.shipped;
    this.merged ??= mergeRecord(shipped.announcements, [...this.overlays().values()]);
    const { companies, programmes, chips } = shipped;
    const known = {
      companies: new Set(companies.map(({ id }) => id)),
      programmes: new Set(programmes.map(({ id }) => id)),
      chips: new Map(chips.map((chip) => [chip.id, chip.programme])),
    };
    return { shipped, merged: this.merged, known };
  }

  /** Takes over what the store holds now of some entries. */
  receive(
    changes: readonly { readonly id: string; readonly curation: EntryCuration | null }[],
  ): void {
    const overlays = this.overlays();
    for (const { id, curation } of changes) {
      if (curation) overlays.set(id, curation);
      else overlays.delete(id);
    }
    this.merged = null;
  }

  private overlays(): Map<string, EntryCuration> {
    this.curations ??= new Map(this.overlay.readAll().map((each) => [each.id, each]));
    return this.curations;
  }
}
