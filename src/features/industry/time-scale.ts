import {
  type CalendarDate,
  toDate,
  toSessionKey,
} from '../../shared/domain/calendar/calendar-date';

/** How time lies on the picture. Days are counted from 1 January 1970; a date is a whole one. */
export interface TimeScale {
  /** The moment at the left edge. */
  readonly fromDay: number;
  /** CSS pixels of a day. */
  readonly dayPx: number;
}

/** Days, the end not included. */
export interface DaySpan {
  readonly fromDay: number;
  readonly toDay: number;
}

const SECONDS_PER_DAY = 86_400;
const DAYS_PER_YEAR = 365.25;
const FEWEST_DAYS = 14;
const MOST_DAYS = 20 * DAYS_PER_YEAR;
/** Room beside the first and the last thing when all is shown, as shares of the width. */
const LEFT_MARGIN = 0.03;
/** Behind the last glyph stands its stage in words. */
const RIGHT_MARGIN = 0.09;
const FILLED = 1 - LEFT_MARGIN - RIGHT_MARGIN;

export function dayOf(date: CalendarDate): number {
  return toSessionKey(date) / SECONDS_PER_DAY;
}

/** The date that a day lies in. */
export function dateOf(day: number): CalendarDate {
  return toDate(Math.floor(day) * SECONDS_PER_DAY);
}

export function xOf({ fromDay, dayPx }: TimeScale, day: number): number {
  return (day - fromDay) * dayPx;
}

export function dayAt({ fromDay, dayPx }: TimeScale, x: number): number {
  return fromDay + x / dayPx;
}

/** All of a span with a margin, within what can be shown. */
export function fitSpan({ fromDay, toDay }: DaySpan, widthPx: number): TimeScale {
  const days = clampDays((toDay - fromDay) / FILLED, toDay - fromDay);
  const spare = days - (toDay - fromDay);
  const before = (spare * LEFT_MARGIN) / (LEFT_MARGIN + RIGHT_MARGIN);
  return { fromDay: fromDay - before, dayPx: widthPx / days };
}

/**
 * Nearer (`factor` above 1) or further away, with the moment under `x` where it is. Never nearer than
 * two weeks and never further than two decades, or than the record where that is longer.
 */
export function zoomAbout(
  scale: TimeScale,
  factor: number,
  x: number,
  { widthPx, record }: { readonly widthPx: number; readonly record: DaySpan },
): TimeScale {
  const days = clampDays(widthPx / (scale.dayPx * factor), record.toDay - record.fromDay);
  const dayPx = widthPx / days;
  return { fromDay: dayAt(scale, x) - x / dayPx, dayPx };
}

/** Moved by pixels; the middle of the picture stays within the record. */
export function panBy(scale: TimeScale, px: number, widthPx: number, record: DaySpan): TimeScale {
  const half = widthPx / scale.dayPx / 2;
  const middle = scale.fromDay + half + px / scale.dayPx;
  const kept = Math.min(record.toDay, Math.max(record.fromDay, middle));
  return { ...scale, fromDay: kept - half };
}

/** The least move that brings a span into view, its beginning first; the same scale where it is. */
export function reveal(
  scale: TimeScale,
  { fromDay, toDay }: DaySpan,
  widthPx: number,
  marginPx: number,
): TimeScale {
  const left = xOf(scale, fromDay) - marginPx;
  const right = xOf(scale, toDay) + marginPx - widthPx;
  if (left >= 0 && right <= 0) return scale;
  const px = left < 0 ? left : Math.min(right, left);
  return { ...scale, fromDay: scale.fromDay + px / scale.dayPx };
}

function clampDays(days: number, ofRecord: number): number {
  const most = Math.max(MOST_DAYS, ofRecord / FILLED);
  return Math.min(most, Math.max(FEWEST_DAYS, days));
}
