import type { AnnouncementSummary } from '../../../shared/domain/announcement/announcement';
import type { Chart } from '../../../state/chart.svelte';
import type { Desk } from '../../../state/desk.svelte';

/** The announcements that a chart shows, newest first: what the filter of the timeline lets through. */
export function chartAnnouncements(desk: Desk, { series }: Chart): readonly AnnouncementSummary[] {
  return series.instrument === null ? [] : desk.timeline.markedFor(series.instrument);
}
