import type { Announcement } from '../announcement';
import type { EntryCuration } from './entry-curation';
import type { EntryMarks } from './entry-marks';
import type { AnnouncementContent } from './facet';
import type { FacetName } from './facet-name';

/** An announcement as it is shown, with what the user made of it. */
export interface ShownAnnouncement extends Announcement {
  /** Absent where the user has not touched it. */
  readonly curation?: EntryMarks;
}

/** One entry of record and overlay together. */
export interface CuratedEntry {
  readonly id: string;
  /** As the user left it, before other entries are merged into it: what an editor edits. */
  readonly content: AnnouncementContent;
  /** The entry of the record; null for the user's own. */
  readonly shipped: Announcement | null;
  readonly curation: EntryCuration | null;
  readonly edited: readonly FacetName[];
  readonly conflicts: readonly FacetName[];
}
