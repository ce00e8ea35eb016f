import type { AnnouncementSet } from '../../core/timeline/announcement-repository-port';

/**
 * Every file of the data set, part of the bundle. Only `announcement-repository.ts` imports this
 * module, and only when it is asked: it is far too large for the path to the first paint.
 */
export const BUNDLED_ANNOUNCEMENTS: readonly AnnouncementSet[] = Object.values(
  import.meta.glob<AnnouncementSet>('../../../assets/announcements/*.json', {
    eager: true,
    import: 'default',
  }),
);
