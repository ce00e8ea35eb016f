const COLON = 0x3a;
const ZERO = 0x30;
const LONGEST = 40;
/** Behind hours and minutes: seconds with fractions, AM or PM, an offset. */
const BEHIND =
  /^(?::(\d\d)(?:[.,]\d{1,9})?)?\s*(am|pm|上午|下午)?\s*(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?$/i;
const CLOCK = /^(上午|下午)?\s*(\d{1,2}):(\d\d)(.*)$/;
const DIGITS = /^\d{3,6}$/;

/** Seconds after midnight, and seconds east of UTC; NaN where nothing is said of it. */
export interface TimeOfDay {
  readonly seconds: number;
  readonly offset: number;
}

/** `HH:MM` or `HH:MM:SS` and nothing else, without a string; -1 for every other text. */
export function plainTimeOfDay(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if ((length !== 5 && length !== 8) || bytes[start + 2] !== COLON) return -1;
  const hours = twoDigits(bytes, start);
  const minutes = twoDigits(bytes, start + 3);
  const seconds = length === 5 ? 0 : twoDigits(bytes, start + 6);
  if (length === 8 && bytes[start + 5] !== COLON) return -1;
  const exists = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
  return exists && seconds >= 0 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : -1;
}

/**
 * Any usual time of day: `9:30`, `09:30:00.000`, `9:30 AM`, `下午 3:00`, `0930`, `93000` (of which a
 * spreadsheet took the zero), with an offset behind it or not. Null for everything else.
 */
export function readTimeOfDay(text: string): TimeOfDay | null {
  if (text.length > LONGEST) return null;
  const written = text.trim();
  if (DIGITS.test(written)) return digitsOnly(Number(written), written.length);
  const clock = CLOCK.exec(written);
  const behind = BEHIND.exec(clock?.[4] ?? 'x');
  if (!clock || !behind) return null;
  const [, seconds = '0', half = clock[1], zone] = behind;
  const hours = hour24(Number(clock[2]), half);
  return timeOf(
    hours,
    Number(clock[3]),
    Number(seconds),
    zone === undefined ? NaN : offsetOf(zone),
  );
}

function digitsOnly(value: number, length: number): TimeOfDay | null {
  if (length <= 4) return timeOf(Math.floor(value / 100), value % 100, 0, NaN);
  return timeOf(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100, NaN);
}

function timeOf(hours: number, minutes: number, seconds: number, offset: number): TimeOfDay | null {
  const exists = hours >= 0 && hours < 24 && minutes < 60 && seconds < 60;
  return exists ? { seconds: hours * 3600 + minutes * 60 + seconds, offset } : null;
}

function hour24(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return -1;
  const isAfternoon = /pm|下午/i.test(half);
  return (hours % 12) + (isAfternoon ? 12 : 0);
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  return sign === '-' ? -seconds : seconds;
}

function twoDigits(bytes: Uint8Array, start: number): number {
  const tens = (bytes[start] as number) - ZERO;
  const ones = (bytes[start + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
