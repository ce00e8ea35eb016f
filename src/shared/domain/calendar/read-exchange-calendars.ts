import { weekdayOf, type CalendarDate } from './calendar-date';
import type { ExchangeCalendar, SessionHours, SpecialDay } from './exchange-calendar';
import type {
  ExchangeEntry,
  ExchangesFile,
  HolidaysEntry,
  LocalHours,
  VenueEntry,
} from './exchanges-file';
import { createZoneClock, type ZoneClock } from './zone-clock';

const FIXED_HOLIDAYS = ['01-01', '12-25'];
const MONDAY_TO_FRIDAY: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);
const MINUTES_PER_DAY = 1440;
/** A venue without holidays has no year whose closures are not known. */
const VENUE_YEARS = { first: 1970, last: 2100 };

/**
 * Calendars of the exchanges file by MIC or name of the venue. Segment MICs give the calendar of
 * their exchange, and an exchange that keeps another one's holidays gets those days with its own
 * hours.
 *
 * @throws Error where the file names an exchange that it does not hold, or a time that is none
 */
export function readExchangeCalendars(file: ExchangesFile): ReadonlyMap<string, ExchangeCalendar> {
  const clocks = new Map<string, ZoneClock>();
  const clockOf = (timezone: string): ZoneClock => {
    const clock = clocks.get(timezone) ?? createZoneClock(timezone);
    clocks.set(timezone, clock);
    return clock;
  };
  const calendars = new Map<string, ExchangeCalendar>();
  for (const entry of file.exchanges) {
    const calendar = readCalendar(entry, holidaysOf(file, entry), clockOf(entry.timezone));
    for (const mic of [entry.mic, ...entry.segmentMics]) calendars.set(mic, calendar);
  }
  for (const entry of file.venues) {
    calendars.set(entry.code, readVenue(entry, clockOf(entry.timezone)));
  }
  return calendars;
}

function readVenue({ code, timezone, weekdays }: VenueEntry, clock: ZoneClock): ExchangeCalendar {
  const years = VENUE_YEARS.last - VENUE_YEARS.first + 1;
  return {
    mic: code,
    timezone,
    weekdays: new Set(weekdays),
    regular: [{ openMinute: 0, closeMinute: MINUTES_PER_DAY }],
    former: [],
    preMarket: null,
    postMarket: null,
    closingAuction: null,
    earlyCloseMinute: null,
    days: new Map(),
    coveredYears: new Set(Array.from({ length: years }, (_, year) => VENUE_YEARS.first + year)),
    observed: new Set(),
    clock,
  };
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
  const { sessions } = entry;
  return {
    mic: entry.mic,
    timezone: entry.timezone,
    weekdays: MONDAY_TO_FRIDAY,
    regular: sessions.regular.map(readHours),
    former: sessions.former.map(({ until, regular, closingAuction }) => ({
      until,
      regular: regular.map(readHours),
      closingAuction: readOptionalHours(closingAuction),
    })),
    preMarket: readOptionalHours(sessions.preMarket),
    postMarket: readOptionalHours(sessions.postMarket),
    closingAuction: readOptionalHours(sessions.closingAuction),
    earlyCloseMinute: readOptionalMinute(sessions.earlyClose),
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
    for (const { date, reason } of year.closed) days.set(date, { kind: 'closed', reason });
    for (const { date, close, reason } of year.early) {
      days.set(date, { kind: 'early', closeMinute: readMinute(close), reason });
    }
    for (const { date, open, close, reason } of year.late) {
      const closeMinute = readOptionalMinute(close);
      days.set(date, { kind: 'late', openMinute: readMinute(open), closeMinute, reason });
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

function readOptionalHours(hours: LocalHours | null): SessionHours | null {
  return hours === null ? null : readHours(hours);
}

function readOptionalMinute(text: string | null): number | null {
  return text === null ? null : readMinute(text);
}

function readMinute(text: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) throw new Error(`exchanges: ${text} is no time of day`);
  return Number(match[1]) * 60 + Number(match[2]);
}
