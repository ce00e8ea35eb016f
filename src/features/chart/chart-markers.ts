import type { ChartHighlight, ChartMarker } from '../../chart/chart-types';
import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { Placement } from '../../shared/domain/announcement/placement';

export type Place = (announcement: AnnouncementSummary) => Placement;

/**
 * One marker for each session on which announcements stand. What is only known to the month or
 * vaguer, or has no session among the bars, gets none.
 */
export function markersOf(
  announcements: readonly AnnouncementSummary[],
  place: Place,
): readonly ChartMarker[] {
  const bySession = new Map<number, AnnouncementSummary[]>();
  for (const announcement of announcements) {
    const placement = place(announcement);
    if (placement.kind !== 'session') continue;
    const there = bySession.get(placement.sessionKey) ?? [];
    bySession.set(placement.sessionKey, [...there, announcement]);
  }
  return [...bySession]
    .sort(([a], [b]) => a - b)
    .map(([sessionKey, marked]) => ({ sessionKey, announcements: marked }));
}

/** How the selected announcement is marked on the chart. */
export function highlightOf(placement: Placement): ChartHighlight | null {
  switch (placement.kind) {
    case 'session':
      return { kind: 'session', sessionKey: placement.sessionKey };
    case 'span':
      return { kind: 'span', fromKey: placement.fromKey, toKey: placement.toKey };
    case 'none':
      return null;
  }
}
