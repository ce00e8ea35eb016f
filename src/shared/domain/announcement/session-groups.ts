import type { Announcement } from './announcement';
import type { Placement } from './placement';

/** An announcement with its place on the charted series. */
export interface PlacedAnnouncement<Item extends Pick<Announcement, 'id' | 'date'>> {
  readonly announcement: Item;
  readonly placement: Placement;
}

/** All announcements that stand on one bar: one marker. */
export interface SessionGroup<Item extends Pick<Announcement, 'id' | 'date'>> {
  readonly index: number;
  readonly sessionKey: number;
  /** By date, then by id; never empty. */
  readonly announcements: readonly Item[];
}

/** Groups what stands on a session by that session, in order of time. Spans and unplaced ones are left out. */
export function groupBySession<Item extends Pick<Announcement, 'id' | 'date'>>(
  placed: readonly PlacedAnnouncement<Item>[],
): SessionGroup<Item>[] {
  const groups = new Map<number, { index: number; sessionKey: number; announcements: Item[] }>();
  for (const { announcement, placement } of placed) {
    if (placement.kind !== 'session') continue;
    const { index, sessionKey } = placement;
    const group = groups.get(index) ?? { index, sessionKey, announcements: [] };
    group.announcements.push(announcement);
    groups.set(index, group);
  }
  for (const group of groups.values()) group.announcements.sort(byDateThenId);
  return [...groups.values()].sort((left, right) => left.index - right.index);
}

function byDateThenId(
  left: Pick<Announcement, 'id' | 'date'>,
  right: Pick<Announcement, 'id' | 'date'>,
): number {
  return compare(left.date, right.date) || compare(left.id, right.id);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
