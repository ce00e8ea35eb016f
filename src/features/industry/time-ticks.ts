import { type CalendarDate, weekdayOf } from '../../shared/domain/calendar/calendar-date';
import { dateOf, dayAt, dayOf, type TimeScale, xOf } from './time-scale';

export type TickUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A line of the axis at the beginning of a unit. */
export interface TimeTick {
  readonly date: CalendarDate;
  readonly x: number;
}

export interface TimeTicks {
  readonly unit: TickUnit;
  readonly minor: readonly TimeTick[];
  /** Years, or months over days and weeks; also the one in which the picture begins. */
  readonly majorUnit: 'year' | 'month';
  readonly major: readonly TimeTick[];
}

/** Finest first. `px` is the room that a label of the unit needs. */
const UNITS: readonly { readonly unit: TickUnit; readonly days: number; readonly px: number }[] = [
  { unit: 'day', days: 1, px: 24 },
  { unit: 'week', days: 7, px: 28 },
  { unit: 'month', days: 28, px: 38 },
  { unit: 'quarter', days: 90, px: 34 },
];

/** The lines of the axis in view, as fine as their labels have room. */
export function timeTicks(scale: TimeScale, widthPx: number): TimeTicks {
  const unit = UNITS.find(({ days, px }) => days * scale.dayPx >= px)?.unit ?? 'year';
  const majorUnit = unit === 'day' || unit === 'week' ? 'month' : 'year';
  return {
    unit,
    minor: ticksOf(unit, scale, widthPx),
    majorUnit,
    major: ticksOf(majorUnit, scale, widthPx),
  };
}

function ticksOf(unit: TickUnit, scale: TimeScale, widthPx: number): TimeTick[] {
  const ticks: TimeTick[] = [];
  let date = beginningOf(unit, dateOf(scale.fromDay));
  for (let day = dayOf(date); day <= dayAt(scale, widthPx); day = dayOf(date)) {
    ticks.push({ date, x: xOf(scale, day) });
    date = nextOf(unit, date);
  }
  return ticks;
}

const MONTHS: Readonly<Partial<Record<TickUnit, number>>> = { month: 1, quarter: 3, year: 12 };

function beginningOf(unit: TickUnit, date: CalendarDate): CalendarDate {
  const months = MONTHS[unit];
  if (months !== undefined) return monthsLater(date, months, 0);
  // Weeks begin on Monday.
  return unit === 'day' ? date : dateOf(dayOf(date) - ((weekdayOf(date) + 6) % 7));
}

function nextOf(unit: TickUnit, date: CalendarDate): CalendarDate {
  const months = MONTHS[unit];
  if (months !== undefined) return monthsLater(date, months, months);
  return dateOf(dayOf(date) + (unit === 'day' ? 1 : 7));
}

/** The first day of the period of `size` months that `date` lies in, `later` months on. */
function monthsLater(date: CalendarDate, size: number, later: number): CalendarDate {
  const month = Number(date.slice(5, 7)) - 1;
  const first = month - (month % size) + later;
  return new Date(Date.UTC(Number(date.slice(0, 4)), first, 1)).toISOString().slice(0, 10);
}
