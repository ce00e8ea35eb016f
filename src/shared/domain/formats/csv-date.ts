import { asciiText } from './csv-cells';

const ZERO = 0x30;
const DASH = 0x2d;
const SLASH = 0x2f;
const SECONDS_PER_DAY = 86_400;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** `T` or a blank, hours and minutes, and whatever seconds and offset follow. */
const TIME = /^[T ](\d\d):(\d\d)(:\d\d(\.\d{1,9})?)? ?(Z|[+-]\d\d:?\d\d)?$/;
const LONGEST_TIME = 32;

/** A cell that names a session. */
export interface SessionStamp {
  /** 00:00 UTC of the date in the cell, in UTC seconds. */
  readonly sessionKey: number;
  /** The time of day in the cell, in minutes; null where it holds a date only. */
  readonly minuteOfDay: number | null;
}

/**
 * The session that the cell `[start, end)` names: `YYYY-MM-DD`, `YYYY/MM/DD` or `YYYYMMDD`, or one
 * of them with a time of day behind it. The date is taken as written: time and offset are those of
 * the exchange, so they never move a bar to another day.
 *
 * @returns null where the cell is no such date, or a date that does not exist
 */
export function parseSessionStamp(
  bytes: Uint8Array,
  start: number,
  end: number,
): SessionStamp | null {
  const mark = bytes[start + 4];
  const spaced = mark === DASH || mark === SLASH;
  const dateEnd = start + (spaced ? 10 : 8);
  if (dateEnd > end || (spaced && bytes[start + 7] !== mark)) return null;
  const sessionKey = sessionKeyOf(
    digitsAt(bytes, start, 4),
    digitsAt(bytes, start + (spaced ? 5 : 4), 2),
    digitsAt(bytes, start + (spaced ? 8 : 6), 2),
  );
  if (sessionKey === null) return null;
  if (dateEnd === end) return { sessionKey, minuteOfDay: null };
  const minuteOfDay = minuteOfDayAt(bytes, dateEnd, end);
  return minuteOfDay === null ? null : { sessionKey, minuteOfDay };
}

/** -1 where a byte is no digit. */
function digitsAt(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let index = start; index < start + count; index++) {
    const digit = (bytes[index] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function sessionKeyOf(year: number, month: number, day: number): number | null {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return daysFromCivil(year, month, day) * SECONDS_PER_DAY;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] as number);
}

/**
 * Days from 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", days_from_civil).
 */
function daysFromCivil(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function minuteOfDayAt(bytes: Uint8Array, start: number, end: number): number | null {
  if (end - start > LONGEST_TIME) return null;
  const match = TIME.exec(asciiText(bytes, start, end));
  const hours = Number(match?.[1]);
  const minutes = Number(match?.[2]);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
