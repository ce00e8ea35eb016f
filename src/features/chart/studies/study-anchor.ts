import type { Placement } from '../../../shared/domain/announcement/placement';
import type { AnnouncementSummary } from '../../../shared/domain/announcement/announcement';
import type { StudyChoice } from '../../../shared/domain/chart/study-choice';
import type { StudyAnchor } from '../../../shared/domain/chart/study-gap';
import type { SeriesState } from '../../../state/series-state.svelte';
import type { TimelineState } from '../../../state/timeline-state.svelte';

type Timeline = Pick<TimelineState, 'get' | 'selected' | 'loaded'>;

/** The announcement that an anchored average counts from; undefined where there is none. */
export function anchorOf(
  { announcement }: Pick<StudyChoice, 'announcement'>,
  timeline: Timeline,
): AnnouncementSummary | undefined {
  return announcement === null ? (timeline.selected ?? undefined) : timeline.get(announcement);
}

/** The bar of a series that an anchored average starts with. */
export function anchorTime(
  choice: Pick<StudyChoice, 'announcement'>,
  timeline: Timeline,
  series: Pick<SeriesState, 'place' | 'barTimeOf'>,
): StudyAnchor | null {
  const announcement = anchorOf(choice, timeline);
  if (announcement !== undefined) return placedTime(series.place(announcement), series);
  if (choice.announcement === null) return { gap: 'nothing-selected' };
  return timeline.loaded ? { gap: 'unknown-announcement' } : null;
}

function placedTime(placement: Placement, series: Pick<SeriesState, 'barTimeOf'>): StudyAnchor {
  if (placement.kind === 'span') return { gap: 'no-day' };
  const time = placement.kind === 'session' ? series.barTimeOf(placement.sessionKey) : null;
  return time === null ? { gap: 'no-session-bar' } : { time };
}
