import { type CalendarDate, toDate, toSessionKey } from '../calendar/calendar-date';
import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import { tradingSpans } from '../calendar/trading-spans';

/** A stretch of continuous trading on the axis. */
export interface AxisPart {
  readonly date: CalendarDate;
  /** True for the first part of its session; a later one follows a break. */
  readonly opens: boolean;
  /** UTC seconds; trading goes on until `close`, and what settles the part comes before `end`. */
  readonly start: number;
  readonly close: number;
  readonly end: number;
  /** Place of its first slot on the axis. */
  readonly from: number;
  readonly slots: number;
}

/**
 * The whole of one session or several, one slot for each step of trading time whether or not it has
 * come: what lies between the parts (lunch, nights) has none.
 */
export interface SessionAxis {
  /** Ascending, never empty. */
  readonly parts: readonly AxisPart[];
  readonly slots: number;
  /** UTC seconds that one slot covers; the last one of a part may be shorter. */
  readonly stepSeconds: number;
}

const SECONDS_PER_DAY = 86_400;

/**
 * @param calendar - of the instrument's exchange; null where it is not known: a session is then a day of
 *   UTC
 * @param dates - sessions, ascending, at least one
 */
export function sessionAxis(
  calendar: ExchangeCalendar | null,
  dates: readonly CalendarDate[],
  stepSeconds: number,
): SessionAxis {
  const parts: AxisPart[] = [];
  let from = 0;
  for (const date of dates) {
    for (const [index, span] of partsOf(calendar, date).entries()) {
      const slots = Math.ceil((span.close - span.start) / stepSeconds);
      parts.push({ ...span, date, opens: index === 0, from, slots });
      from += slots;
    }
  }
  return { parts, slots: from, stepSeconds };
}

/**
 * The slot of a moment (UTC seconds); null outside trading. What settles a part after its close, the
 * closing auction, stands in its last slot.
 */
export function slotAt({ parts, stepSeconds }: SessionAxis, time: number): number | null {
  const part = parts.find(({ start, end }) => start <= time && time < end);
  if (!part) return null;
  const within = Math.floor((time - part.start) / stepSeconds);
  return part.from + Math.min(within, part.slots - 1);
}

/** UTC seconds at which a slot begins. */
export function slotStart({ parts, stepSeconds }: SessionAxis, slot: number): number {
  const part = parts.findLast(({ from }) => from <= slot) as AxisPart;
  return part.start + (slot - part.from) * stepSeconds;
}

function partsOf(
  calendar: ExchangeCalendar | null,
  date: CalendarDate,
): readonly Pick<AxisPart, 'start' | 'close' | 'end'>[] {
  if (calendar) {
    return tradingSpans(calendar, date)
      .filter(({ regular }) => regular)
      .map(({ start, close, end }) => ({
        ...{ start: start / 1000, close: close / 1000, end: end / 1000 },
      }));
  }
  const start = toSessionKey(date);
  const end = start + SECONDS_PER_DAY;
  return [{ start, close: end, end }];
}

/** The date at the exchange of a moment (UTC seconds). */
export function dateOf(calendar: ExchangeCalendar | null, time: number): CalendarDate {
  return calendar ? calendar.clock.dateAt(time * 1000) : toDate(time);
}
