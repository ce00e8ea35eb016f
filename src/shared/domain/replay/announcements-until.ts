import type { Announcement } from '../announcement/announcement';
import { daySpan } from '../announcement/placement';
import { addDays } from '../calendar/calendar-date';
import { createZoneClock, type ZoneClock } from '../calendar/zone-clock';

/** Companies of this field publish nowhere on earth where a date ends later. */
const LAST_ZONE = 'America/Los_Angeles';

type Dated = Pick<Announcement, 'date' | 'precision' | 'at'>;

/**
 * Tells when it is certain that an announcement was public, in UTC milliseconds: at its time where that
 * is known, else when its day, month, quarter or year is over in its own zone; where no zone is known
 * either, on the west coast of America. It may have been known earlier, never later.
 */
export function createPublicationClock(): (announcement: Dated) => number {
  const clocks = new Map<string, ZoneClock>();
  const clockOf = (zone: string): ZoneClock => {
    const clock = clocks.get(zone) ?? createZoneClock(zone);
    clocks.set(zone, clock);
    return clock;
  };
  return (announcement) => {
    const { date, precision, at } = announcement;
    const clock = clockOf(at?.zone ?? LAST_ZONE);
    if (at?.time && precision === 'day') return clock.toUtc(date, minuteOf(at.time));
    return clock.toUtc(addDays(daySpan(announcement).to, 1), 0);
  };
}

/** @param time - `HH:MM` */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
