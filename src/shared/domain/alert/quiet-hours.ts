import { addDays } from '../calendar/calendar-date';
import type { ZoneClock } from '../calendar/zone-clock';

/**
 * A part of every day in which no alert is shown, in minutes after local midnight. It may go over
 * midnight (`22:00` to `07:00`); where both are the same there is no such part.
 */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/**
 * When the quiet hours end that hold at a moment.
 *
 * The span of a day is taken as two instants, not as what the wall shows: where the clocks are put
 * back inside it the hour that comes twice is quiet twice, and where they are put forward it ends
 * when the wall says so, an hour earlier by the sun.
 *
 * @param nowMs - UTC milliseconds
 * @returns UTC milliseconds, later than `nowMs`; null where it is not quiet
 */
export function quietUntil(hours: QuietHours, clock: ZoneClock, nowMs: number): number | null {
  const { fromMinute, toMinute } = hours;
  if (fromMinute === toMinute) return null;
  const today = clock.dateAt(nowMs);
  const endsNextDay = toMinute < fromMinute;
  for (const date of [addDays(today, -1), today]) {
    const from = clock.toUtc(date, fromMinute);
    const until = clock.toUtc(endsNextDay ? addDays(date, 1) : date, toMinute);
    if (from <= nowMs && nowMs < until) return until;
  }
  return null;
}
