import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import { LOCALES } from '../../shared/domain/settings/settings';
import type { TimelineState } from '../../state/timeline-state.svelte';
import type { Searchable } from './ranked-search';
import { fold } from './text-search';

/** Announcements by title, company, programme and chip in both languages, and by date (`2016-05`). */
export function searchableAnnouncements(
  timeline: TimelineState,
): readonly Searchable<AnnouncementSummary>[] {
  return timeline.all.map((item) => {
    const names = LOCALES.flatMap((locale) => [
      timeline.companyName(item.company, locale),
      timeline.labelOf(item, locale),
      ...item.programmes.map((id) => timeline.programmeName(id, locale)),
      ...item.chips.map((id) => timeline.chipName(id, locale)),
    ]);
    const texts = [...new Set(names), item.title.en, item.title.zh, item.date];
    return { item, texts: texts.map(fold) };
  });
}
