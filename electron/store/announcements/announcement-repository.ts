import type {
  AnnouncementRepository,
  AnnouncementSet,
} from '../../core/timeline/announcement-repository-port';

/** The announcements that come with the app. */
export class BundledAnnouncementRepository implements AnnouncementRepository {
  async load(): Promise<AnnouncementSet> {
    const { BUNDLED_ANNOUNCEMENTS } = await import('./bundled-announcements');
    return mergeAnnouncementSets(BUNDLED_ANNOUNCEMENTS);
  }
}

/**
 * One set out of several files. A company may stand in several of them, an announcement in one.
 *
 * @throws Error for an announcement that stands there twice: the data set is wrong then
 */
export function mergeAnnouncementSets(sets: readonly AnnouncementSet[]): AnnouncementSet {
  const companies = new Map(sets.flatMap((set) => set.companies.map((each) => [each.id, each])));
  const announcements = sets.flatMap((set) => set.announcements);
  const ids = new Set<string>();
  for (const { id } of announcements) {
    if (ids.has(id)) throw new Error(`announcement ${id} stands in the data set twice`);
    ids.add(id);
  }
  return { companies: [...companies.values()], announcements };
}
