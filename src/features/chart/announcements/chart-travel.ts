import type { AnnouncementSummary } from '../../../shared/domain/announcement/announcement';
import type { Placement } from '../../../shared/domain/announcement/placement';

/** An announcement that stands on the chart, with the session key at which it does. */
export interface TravelStop {
  readonly announcement: AnnouncementSummary;
  readonly key: number;
}

/** The announcements that stand on the chart, in the order of their sessions; spans at their first one. */
export function travelStops(
  announcements: readonly AnnouncementSummary[],
  place: (announcement: AnnouncementSummary) => Placement,
): readonly TravelStop[] {
  const stops = announcements.flatMap((announcement) => {
    const placement = place(announcement);
    if (placement.kind === 'none') return [];
    const key = placement.kind === 'span' ? placement.fromKey : placement.sessionKey;
    return [{ announcement, key }];
  });
  // Newest first as they come: those of one session in the order of a reader.
  return stops.reverse().sort((one, other) => one.key - other.key);
}

/**
 * The next stop from the selected one; from a session where none of the stops is selected. Null: the
 * travel ends here.
 *
 * @param step - 1 to newer ones, -1 to older ones
 */
export function nextStop(
  stops: readonly TravelStop[],
  selectedId: string | null,
  fromKey: number,
  step: 1 | -1,
): TravelStop | null {
  const selected = stops.findIndex(({ announcement }) => announcement.id === selectedId);
  if (selected >= 0) return stops[selected + step] ?? null;
  return step > 0
    ? (stops.find(({ key }) => key >= fromKey) ?? null)
    : (stops.findLast(({ key }) => key <= fromKey) ?? null);
}
