import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { TimelineState } from '../../state/timeline-state.svelte';
import type { Searchable } from './ranked-search';

/** Announcements by the texts that the filter of the timeline knows them by. */
export function searchableAnnouncements({
  all,
  filters,
}: Pick<TimelineState, 'all' | 'filters'>): readonly Searchable<AnnouncementSummary>[] {
  return all.map((item) => ({ item, texts: filters.subjects.get(item.id)?.texts ?? [] }));
}
