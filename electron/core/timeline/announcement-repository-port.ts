import type { Announcement, Company } from '../../../src/shared/domain/announcement/announcement';

/** The whole data set, in no particular order. */
export interface AnnouncementSet {
  readonly companies: readonly Company[];
  readonly announcements: readonly Announcement[];
}

/** Where the announcements come from. */
export interface AnnouncementRepository {
  /** @returns identities are unique among the companies and among the announcements */
  load(): Promise<AnnouncementSet>;
}
