import type { MeasuredEvent } from '../event-measure';
import type { Sharing } from './panel-measure';

/** How the event windows of a panel lie to each other in the calendar. */
export function sharingOf(events: readonly MeasuredEvent[]): Sharing {
  const [first] = events;
  if (first === undefined || events.length === 1) return 'none';
  if (events.every(({ session }) => session === first.session)) return 'all';
  const windows = events
    .map(({ keys }) => [keys[0] as number, keys[keys.length - 1] as number] as const)
    .sort(([one], [other]) => one - other);
  let latest = -Infinity;
  for (const [start, end] of windows) {
    if (start <= latest) return 'some';
    latest = end;
  }
  return 'none';
}

/** Sessions that two event windows share. */
export function sharedSessions(one: Float64Array, other: Float64Array): number {
  let shared = 0;
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    const difference = (one[left] as number) - (other[right] as number);
    if (difference === 0) shared++;
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  return shared;
}
