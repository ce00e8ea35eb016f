import { weekdayOf, type CalendarDate } from './calendar-date';
import type { ExchangeCalendar, SessionHours, SpecialDay } from './exchange-calendar';
import type { ExchangeEntry, ExchangesFile, HolidaysEntry, LocalHours } from './exchanges-file';
import { createZoneClock, type ZoneClock } from './zone-clock';

const FIXED_HOLIDAYS = ['01-01', '12-25'];

/**
 * Calendars of the exchanges file by MIC. Segment MICs give the calendar of their exchange, and an
 * exchange that keeps another one's holidays gets those days with its own hours.
 *
 * @throws Error where the file names an exchange that it does not hold, or a time that is none
 */
export function readExchangeCalendars(file: ExchangesFile): ReadonlyMap<string, ExchangeCalendar> {
  const clocks = new Map<string, ZoneClock>();
  const calendars = new Map<string, ExchangeCalendar>();
  for (const entry of file.exchanges) {
    const clock = clocks.get(entry.timezone) ?? createZoneClock(entry.timezone);
    clocks.set(entry.timezone, clock);
    const calendar = readCalendar(entry, holidaysOf(file, entry), clock);
    for (const mic of [entry.mic, ...entry.segmentMics]) calendars.set(mic, calendar);
  }
  return calendars;
}

function holidaysOf(file: ExchangesFile, entry: ExchangeEntry): HolidaysEntry {
  const { sameAs } = entry.holidays;
  if (sameAs === null) return entry.holidays;
  const source = file.exchanges.find(({ mic }) => mic === sameAs);
  if (!source || source.holidays.sameAs !== null) {
    throw new Error(
      `exchanges: ${entry.mic} keeps the days of ${sameAs}, which has none of its own`,
    );
  }
  return source.holidays;
}

function readCalendar(
  entry: ExchangeEntry,
  holidays: HolidaysEntry,
  clock: ZoneClock,
): ExchangeCalendar {
  const days = readDays(holidays);
  const coveredYears = new Set(holidays.years.map(({ year }) => year));
  return {
    mic: entry.mic,
    timezone: entry.timezone,
    regular: entry.sessions.regular.map(readHours),
    former: entry.sessions.former.map(({ until, regular }) => ({
      until,
      regular: regular.map(readHours),
    })),
    earlyCloseMinute:
      entry.sessions.earlyClose === null ? null : readMinute(entry.sessions.earlyClose),
    days,
    coveredYears,
    observed: new Set(FIXED_HOLIDAYS.filter((day) => isObserved(day, days, coveredYears))),
    clock,
  };
}

function readDays(holidays: HolidaysEntry): Map<CalendarDate, SpecialDay> {
  const days = new Map<CalendarDate, SpecialDay>();
  for (const { date, reason } of holidays.singleDays) days.set(date, { kind: 'closed', reason });
  for (const year of holidays.years) {
    for (const date of year.closed) days.set(date, { kind: 'closed', reason: null });
    for (const { date, close } of year.early) {
      days.set(date, { kind: 'early', closeMinute: readMinute(close) });
    }
    for (const { date, open } of year.late) {
      days.set(date, { kind: 'late', openMinute: readMinute(open) });
    }
  }
  return days;
}

/** Kept in every covered year in which it falls on a weekday, and in one at least. */
function isObserved(
  day: string,
  days: ReadonlyMap<CalendarDate, SpecialDay>,
  years: ReadonlySet<number>,
): boolean {
  const weekdays = [...years]
    .map((year) => `${year}-${day}`)
    .filter((date) => weekdayOf(date) % 6 !== 0);
  return weekdays.length > 0 && weekdays.every((date) => days.get(date)?.kind === 'closed');
}

function readHours({ open, close }: LocalHours): SessionHours {
  return { openMinute: readMinute(open), closeMinute: readMinute(close) };
}

function readMinute(text: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) throw new Error(`exchanges: ${text} is no time of day`);
  return Number(match[1]) * 60 + Number(match[2]);
}
