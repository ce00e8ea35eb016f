import type { AnnouncementFilter } from '../../../shared/domain/announcement-filter/announcement-filter';
import { createMatcher } from '../../../shared/domain/announcement-filter/apply-filter';
import type { TimelineFilterState } from '../../../state/timeline-filter-state.svelte';

/** How many of what the list follows a filter would show. */
export function savedCount(
  filter: AnnouncementFilter,
  { followed, subjects }: Pick<TimelineFilterState, 'followed' | 'subjects'>,
): number {
  const matches = createMatcher(filter);
  return followed.filter(({ id }) => {
    const subject = subjects.get(id);
    return subject !== undefined && matches(subject);
  }).length;
}
