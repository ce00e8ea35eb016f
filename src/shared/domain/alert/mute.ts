import { addDays } from '../calendar/calendar-date';
import type { ZoneClock } from '../calendar/zone-clock';

/** For how long the user does not want to be told of alerts. */
export const MUTE_CHOICES = ['hour', 'tomorrow'] as const;
export type MuteChoice = (typeof MUTE_CHOICES)[number];

const HOUR_MS = 3_600_000;
const MORNING_MINUTE = 8 * 60;
/** Whoever is up at this hour calls the morning before them "tomorrow". */
const NIGHT_ENDS_MINUTE = 4 * 60;

/**
 * When a mute ends: in an hour, or at eight in the morning of the next day. Before four at night that
 * is the morning of the same date.
 *
 * @param nowMs - UTC milliseconds
 * @returns UTC milliseconds
 */
export function muteEnd(choice: MuteChoice, clock: ZoneClock, nowMs: number): number {
  if (choice === 'hour') return nowMs + HOUR_MS;
  const today = clock.dateAt(nowMs);
  const isNight = nowMs < clock.toUtc(today, NIGHT_ENDS_MINUTE);
  return clock.toUtc(isNight ? today : addDays(today, 1), MORNING_MINUTE);
}
