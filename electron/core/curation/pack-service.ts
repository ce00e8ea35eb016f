import {
  withContent,
  withRemarks,
} from '../../../src/shared/domain/announcement/curation/edit-entry';
import type { EditHead } from '../../../src/shared/domain/announcement/curation/edit-log';
import {
  type CurationChange,
  emptyCuration,
} from '../../../src/shared/domain/announcement/curation/entry-curation';
import { showEntry } from '../../../src/shared/domain/announcement/curation/merge-record';
import type { ShownAnnouncement } from '../../../src/shared/domain/announcement/curation/curated-entry';
import { writeCalendarPack } from '../../../src/shared/domain/packs/calendar-pack';
import { writeCsvPack } from '../../../src/shared/domain/packs/csv-pack';
import type { Pack, PackError, PackFormat, PackScope } from '../../../src/shared/domain/packs/pack';
import { type PreparedRow, previewPack } from '../../../src/shared/domain/packs/pack-preview';
import { readPack } from '../../../src/shared/domain/packs/read-pack';
import type { PackWords } from '../../../src/shared/domain/packs/pack-words';
import { writeTapeoutPack } from '../../../src/shared/domain/packs/tapeout-pack';
import { writeTimelinePack } from '../../../src/shared/domain/packs/timeline-pack';
import type { CuratedRecord, RecordNow } from './curated-record';
import type { CurationService } from './curation-service';

export interface PackServiceParts {
  readonly record: CuratedRecord;
  readonly curation: Pick<CurationService, 'commit'>;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** A pack that was read, as it would be taken. */
export interface PreparedPack {
  readonly packId: number;
  readonly format: PackFormat;
  readonly rows: readonly PreparedRow[];
  readonly unknown: readonly string[];
}

/** Announcements in files: read, compared and taken in, or written out. One import at a time. */
export class PackService {
  private lastId = 0;
  private open: { readonly packId: number; readonly name: string; readonly pack: Pack } | null =
    null;

  constructor(private readonly parts: PackServiceParts) {}

  /** Reads a file and compares it; nothing is changed. @param name - of the file */
  async prepare(name: string, text: string): Promise<PreparedPack | PackError> {
    const reading = readPack(text);
    if (!reading.ok) return reading.error;
    this.lastId += 1;
    this.open = { packId: this.lastId, name, pack: reading.pack };
    const { format, unknown } = reading.pack;
    return { packId: this.lastId, format, rows: await this.rows(reading.pack), unknown };
  }

  /**
   * Takes the rows in as one edit, compared anew with what is there now.
   *
   * @param left - numbers of rows that are left out
   * @returns null where there is no such pack, or nothing in it to take
   */
  async commit(packId: number, left: readonly number[]): Promise<EditHead | null> {
    if (this.open?.packId !== packId) return null;
    const { name, pack } = this.open;
    const leftOut = new Set(left);
    const { merged } = await this.parts.record.now();
    const changes = (await this.rows(pack))
      .filter(({ verdict, number }) => {
        return (verdict === 'new' || verdict === 'changes') && !leftOut.has(number);
      })
      .map((row) => changeOf(row, name, merged.entries));
    this.open = null;
    return changes.length === 0 ? null : this.parts.curation.commit('import', name, changes);
  }

  cancel(packId: number): void {
    if (this.open?.packId === packId) this.open = null;
  }

  /** @param ids - what is shown, for the scope `shown` */
  async write(
    format: PackFormat,
    scope: PackScope,
    ids: readonly string[],
    words: PackWords,
  ): Promise<string> {
    const now = await this.parts.record.now();
    const announcements = inScope(now, scope, new Set(ids));
    const companies = [...now.shipped.companies, ...now.merged.companies];
    switch (format) {
      case 'tapeout':
        return writeTapeoutPack(announcements, companies, this.parts.now());
      case 'csv':
        return writeCsvPack(announcements);
      case 'timelinejs':
        return writeTimelinePack(announcements, words);
      case 'icalendar':
        return writeCalendarPack(announcements, words, this.parts.now());
    }
  }

  private async rows(pack: Pack): Promise<readonly PreparedRow[]> {
    const { shipped, merged, known } = await this.parts.record.now();
    const companies = [...shipped.companies, ...merged.companies];
    return previewPack(pack, { entries: merged.entries, companies, known });
  }
}

/** Entries go out as they stand in the overlay, so that they come in as the same again. */
function inScope(
  { merged }: RecordNow,
  scope: PackScope,
  ids: ReadonlySet<string>,
): readonly ShownAnnouncement[] {
  const shown = new Set(merged.shown.map(({ id }) => id));
  return [...merged.entries.values()]
    .filter(({ id, curation, shipped, edited }) => {
      if (scope === 'all') return shown.has(id);
      if (scope === 'shown') return shown.has(id) && ids.has(id);
      const { annotation = null, wrong = null } = curation ?? {};
      const isRemarked = annotation !== null || wrong !== null;
      return shipped === null || edited.length > 0 || isRemarked;
    })
    .map((entry) => ({ ...showEntry(entry), ...entry.content }))
    .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

function changeOf(
  { id, content, annotation, wrong, confirmed }: PreparedRow,
  pack: string,
  entries: RecordNow['merged']['entries'],
): CurationChange {
  const origin = { pack, confirmed };
  const entry = entries.get(id);
  if (!entry) {
    const after = { ...emptyCuration(id), own: content, annotation, wrong, origin };
    return { id, before: null, after };
  }
  const changed = withContent(entry, content);
  const remarked = withRemarks(
    { ...entry, curation: changed },
    { ...(annotation !== null && { annotation }), ...(wrong !== null && { wrong }) },
  );
  return { id, before: entry.curation, after: remarked && { ...remarked, origin } };
}
