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
 * One set out of several files. A company may stand in several of them, all else in one.
 *
 * @throws Error for what stands there twice: the data set is wrong then
 */
export function mergeAnnouncementSets(sets: readonly AnnouncementSet[]): AnnouncementSet {
  const companies = new Map(sets.flatMap((set) => set.companies.map((each) => [each.id, each])));
  return {
    companies: [...companies.values()],
    programmes: once(
      'programme',
      sets.flatMap((set) => set.programmes),
    ),
    chips: once(
      'chip',
      sets.flatMap((set) => set.chips),
    ),
    announcements: once(
      'announcement',
      sets.flatMap((set) => set.announcements),
    ),
  };
}

function once<T extends { readonly id: string }>(what: string, all: readonly T[]): readonly T[] {
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id)) throw new Error(`${what} ${id} stands in the data set twice`);
    ids.add(id);
  }
  return all;
}
