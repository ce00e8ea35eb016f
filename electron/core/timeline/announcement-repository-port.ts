import type { Company } from '../../../src/shared/domain/announcement/announcement';
import type { ShownAnnouncement } from '../../../src/shared/domain/announcement/curation/curated-entry';
import type { Chip, Programme } from '../../../src/shared/domain/announcement/programme';

/** The whole data set, in no particular order. */
export interface AnnouncementSet {
  readonly companies: readonly Company[];
  readonly programmes: readonly Programme[];
  readonly chips: readonly Chip[];
  readonly announcements: readonly ShownAnnouncement[];
}

/** Where the announcements come from. */
export interface AnnouncementRepository {
  /** @returns identities are unique among the companies, the programmes, the chips and the announcements */
  load(): Promise<AnnouncementSet>;
}
