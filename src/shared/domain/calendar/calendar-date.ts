/** A calendar date without a time zone, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** Both ends are included. */
export interface DateRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const SECONDS_PER_DAY = 86_400;
const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a date that exists (`2024-02-29` does, `2023-02-29` does not). */
export function isCalendarDate(text: string): boolean {
  const match = DATE_PATTERN.exec(text);
  return match !== null && toDate(Date.parse(`${text}T00:00:00Z`) / 1000) === text;
}

/** The session key of a date: UTC seconds of its 00:00 UTC. The date must be valid. */
export function toSessionKey(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

/** The date of a session key; an empty string for a key that is no number. */
export function toDate(sessionKey: number): CalendarDate {
  return Number.isFinite(sessionKey) ? new Date(sessionKey * 1000).toISOString().slice(0, 10) : '';
}

/** The date `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toDate(toSessionKey(date) + days * SECONDS_PER_DAY);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(toSessionKey(date) * 1000).getUTCDay();
}
