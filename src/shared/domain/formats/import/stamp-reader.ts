import { asciiText } from '../csv-cells';
import { dayStart, fullYear } from './civil-day';
import { readDateInWords } from './date-words';
import type { DateForm } from './import-plan';
import { plainTimeOfDay, readTimeOfDay, type TimeOfDay } from './time-of-day';
import { utf8Text } from './utf8-text';

const ZERO = 0x30;
const SPACE = 0x20;
const LONGEST_STAMP = 64;
const NO_FRACTION = /^(\.0*)?$/;
const LAST_MS = 8.64e15;

/** Reads dates and times of day into the same fields, one after another. */
export class StampReader {
  /** Seconds of the wall clock, counted as if it stood in UTC; of epoch forms those of UTC itself. */
  wall = 0;
  /** Seconds east of UTC; NaN where the cell says nothing of it. */
  offset = NaN;
  hasTime = false;

  private position = 0;
  /** The date of most rows of a file of minutes is that of the row before. */
  private lastKey = -1;
  private lastDay = NaN;

  constructor(private readonly form: DateForm) {}

  /**
   * Reads the cell `[start, end)`.
   *
   * @returns false where it is no date of this form, or one that does not exist
   */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.offset = NaN;
    this.hasTime = false;
    if (end <= start || end - start > LONGEST_STAMP) return false;
    if (this.form === 'epoch-s' || this.form === 'epoch-ms') {
      return this.readEpoch(bytes, start, end);
    }
    this.wall = this.readDay(bytes, start, end);
    if (Number.isNaN(this.wall)) return this.readWords(bytes, start, end);
    return this.position === end || this.readTimeBehind(bytes, this.position, end);
  }

  /** Reads a time of day in a cell of its own, and adds it to the date that was read before. */
  addTime(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > LONGEST_STAMP) return false;
    const plain = plainTimeOfDay(bytes, start, end);
    if (plain < 0) return this.putTime(readTimeOfDay(utf8Text(bytes, start, end)));
    this.wall += plain;
    this.hasTime = true;
    return true;
  }

  private putTime(time: TimeOfDay | null): boolean {
    if (time === null) return false;
    this.wall += time.seconds;
    this.offset = time.offset;
    this.hasTime = true;
    return true;
  }

  private readEpoch(bytes: Uint8Array, start: number, end: number): boolean {
    const value = this.digits(bytes, start, end);
    // Some sources write `1514764800.0`.
    const isWhole = this.position === end || NO_FRACTION.test(asciiText(bytes, this.position, end));
    const ms = this.form === 'epoch-ms' ? value : value * 1000;
    if (this.position === start || !isWhole || ms > LAST_MS) return false;
    this.wall = Math.floor(ms / 1000);
    this.offset = 0;
    this.hasTime = true;
    return true;
  }

  /** Seconds of the date's midnight; NaN where there is none. `position` is left behind it. */
  private readDay(bytes: Uint8Array, start: number, end: number): number {
    const first = this.digits(bytes, start, end);
    const length = this.position - start;
    if (length === 8 && this.form === 'ymd') return this.day(Math.floor(first / 10_000), 0, first);
    const mark = bytes[this.position] as number;
    if (length === 0 || length > 4 || !isMark(mark)) return NaN;
    const second = this.digits(bytes, this.position + 1, end);
    if (bytes[this.position] !== mark || this.position >= end) return NaN;
    const behind = this.position + 1;
    const third = this.digits(bytes, behind, end);
    const lastLength = this.position - behind;
    if (this.form === 'ymd') {
      return length === 4 && lastLength <= 2 ? this.day(first, second, third) : NaN;
    }
    if (length > 2) return NaN;
    const year = fullYear(third, lastLength);
    return this.form === 'dmy' ? this.day(year, second, first) : this.day(year, first, second);
  }

  /** @param month - 0 where `day` holds all of `YYYYMMDD` */
  private day(year: number, month: number, day: number): number {
    const key = month === 0 ? day : year * 10_000 + month * 100 + day;
    if (key === this.lastKey) return this.lastDay;
    this.lastKey = key;
    this.lastDay =
      month === 0
        ? dayStart(year, Math.floor(day / 100) % 100, day % 100)
        : dayStart(year, month, day);
    return this.lastDay;
  }

  private readWords(bytes: Uint8Array, start: number, end: number): boolean {
    const words = readDateInWords(utf8Text(bytes, start, end));
    if (words === null) return false;
    const { year, month, day, rest } = words;
    this.wall = dayStart(fullYear(Number(year), year.length), month, day);
    if (Number.isNaN(this.wall)) return false;
    return rest === '' || this.putTime(readTimeOfDay(rest.replace(/^[T,]\s*/i, '')));
  }

  private readTimeBehind(bytes: Uint8Array, start: number, end: number): boolean {
    const mark = bytes[start];
    if (mark !== SPACE && mark !== 0x54 && mark !== 0x74 && mark !== 0x2c) return false;
    let first = start + 1;
    while (first < end && bytes[first] === SPACE) first++;
    return this.addTime(bytes, first, end);
  }

  /** The number at `start`; `position` is left behind its last digit. */
  private digits(bytes: Uint8Array, start: number, end: number): number {
    let value = 0;
    let index = start;
    for (; index < end; index++) {
      const digit = (bytes[index] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.position = index;
    return value;
  }
}

/** `-`, `/` or `.` between the parts of a date. */
function isMark(byte: number): boolean {
  return byte === 0x2d || byte === 0x2f || byte === 0x2e;
}
