import type { ChartHighlight, ChartMarker, KeyRange } from '../../chart/chart-types';
import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { Placement } from '../../shared/domain/announcement/placement';

export type Place = (announcement: AnnouncementSummary) => Placement;

/** Where sessions stand among the bars of the chart, which may be shorter or longer than one. */
export interface SessionPlaces {
  /** Time of the first bar of a session, or of the bar that holds it; null where it has none. */
  barTimeOf(sessionKey: number): number | null;
  /** Times of the first and the last bar of a range of sessions. */
  barTimesOf(fromKey: number, toKey: number): KeyRange | null;
}

/**
 * One marker for each bar on which announcements stand. What is only known to the month or vaguer, or
 * has no session among the bars, gets none.
 */
export function markersOf(
  announcements: readonly AnnouncementSummary[],
  place: Place,
  places: SessionPlaces,
): readonly ChartMarker[] {
  const byBar = new Map<number, AnnouncementSummary[]>();
  for (const announcement of announcements) {
    const placement = place(announcement);
    const time = placement.kind === 'session' ? places.barTimeOf(placement.sessionKey) : null;
    if (time === null) continue;
    byBar.set(time, [...(byBar.get(time) ?? []), announcement]);
  }
  return [...byBar]
    .sort(([a], [b]) => a - b)
    .map(([sessionKey, marked]) => ({ sessionKey, announcements: marked }));
}

/** How the selected announcement is marked on the chart. */
export function highlightOf(placement: Placement, places: SessionPlaces): ChartHighlight | null {
  if (placement.kind === 'none') return null;
  if (placement.kind === 'session') {
    const time = places.barTimeOf(placement.sessionKey);
    return time === null ? null : { kind: 'session', sessionKey: time };
  }
  const range = places.barTimesOf(placement.fromKey, placement.toKey);
  return range && { kind: 'span', ...range };
}
