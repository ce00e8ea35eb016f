import type { CalendarDate } from './calendar-date';

/** Wall clock of one IANA time zone. Made by {@link createZoneClock}; holds a cache of its own. */
export interface ZoneClock {
  readonly timezone: string;
  /** UTC milliseconds of a wall-clock minute (minutes after local midnight) of a date. */
  toUtc(date: CalendarDate, minute: number): number;
  /** Date on the wall at a moment (UTC milliseconds). */
  dateAt(utcMs: number): CalendarDate;
  /** What the wall shows at a moment (UTC milliseconds), as if it were UTC: milliseconds. */
  wallAt(utcMs: number): number;
  /** Milliseconds by which the wall is ahead of UTC at a moment (UTC milliseconds). */
  offsetAt(utcMs: number): number;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/**
 * A clock for one zone. Offsets come from `Intl`, whose formatter is slow to build and to call, so
 * each clock builds one and keeps the offset of every UTC midnight that it has seen.
 *
 * @throws RangeError where the runtime does not know the zone
 */
export function createZoneClock(timezone: string): ZoneClock {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const midnightOffsets = new Map<number, number>();

  function readOffset(utcMs: number): number {
    const fields = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of formatter.formatToParts(utcMs)) {
      if (type in fields) fields[type as keyof typeof fields] = Number(value);
    }
    const { year, month, day, hour, minute, second } = fields;
    const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
    return wallMs - Math.floor(utcMs / 1000) * 1000;
  }

  function offsetAtMidnight(day: number): number {
    const known = midnightOffsets.get(day);
    if (known !== undefined) return known;
    const offset = readOffset(day * MS_PER_DAY);
    midnightOffsets.set(day, offset);
    return offset;
  }

  function offsetAt(utcMs: number): number {
    const day = Math.floor(utcMs / MS_PER_DAY);
    const before = offsetAtMidnight(day);
    return before === offsetAtMidnight(day + 1) ? before : readOffset(utcMs);
  }

  return {
    timezone,
    toUtc(date, minute) {
      const wallMs = Date.parse(`${date}T00:00:00Z`) + minute * MS_PER_MINUTE;
      const guess = wallMs - offsetAt(wallMs);
      return wallMs - offsetAt(guess);
    },
    wallAt: (utcMs) => utcMs + offsetAt(utcMs),
    dateAt: (utcMs) => new Date(utcMs + offsetAt(utcMs)).toISOString().slice(0, 10),
    offsetAt,
  };
}
