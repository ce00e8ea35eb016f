const SECONDS_PER_DAY = 86_400;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Two digits of a year: from 1970 to 2069. */
const CENTURY_TURN = 70;

/** Seconds of 00:00 UTC of a date; NaN where the date does not exist. */
export function dayStart(year: number, month: number, day: number): number {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return NaN;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] as number);
  return day > last ? NaN : daysFromCivil(year, month, day) * SECONDS_PER_DAY;
}

/** A year of two digits is one from 1970 to 2069; NaN for another number of digits. */
export function fullYear(year: number, digits: number): number {
  if (digits === 4) return year;
  if (digits !== 2) return NaN;
  return year < CENTURY_TURN ? 2000 + year : 1900 + year;
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
