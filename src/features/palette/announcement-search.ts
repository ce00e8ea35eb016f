import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { TimelineState } from '../../state/timeline-state.svelte';
import type { Searchable } from './ranked-search';
import { fold } from './text-search';

/** Announcements by title, company and chip in both languages, and by date (`2016-05`). */
export function searchableAnnouncements(
  timeline: TimelineState,
): readonly Searchable<AnnouncementSummary>[] {
  return timeline.all.map((item) => {
    const companies = [
      timeline.companyName(item.company, 'en'),
      timeline.companyName(item.company, 'zh-CN'),
    ];
    const texts = [...companies, item.chip, item.title.en, item.title.zh, item.date];
    return { item, texts: texts.map(fold) };
  });
}
