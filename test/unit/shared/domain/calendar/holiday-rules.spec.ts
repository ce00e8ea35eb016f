import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  weekdayOf,
} from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  coversDate,
  type ExchangeCalendar,
  isSession,
} from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { shippedCalendar } from './read-shipped-calendars';

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/** Closures of New York that no rule gives. */
const SPECIAL = ['2012-10-29', '2012-10-30', '2018-12-05', '2025-01-09'];

describe('the closures of New York', () => {
  const calendar = shippedCalendar('XNYS');

  it.each(yearsOf(calendar))('of %i are those of its rules', (year) => {
    const closed = weekdaysOf(year).filter((date) => !isSession(calendar, date));
    const special = SPECIAL.filter((date) => date.startsWith(`${year}`));
    expect(closed).toEqual([...newYorkHolidays(year), ...special].sort());
  });

  it.each(yearsOf(calendar))('leave the half days of %i to the eves of holidays', (year) => {
    const early = weekdaysOf(year).filter((date) => calendar.days.get(date)?.kind === 'early');
    const eves = [
      `${year}-07-03`,
      addDays(nthWeekday(year, 11, THURSDAY, 4), 1),
      `${year}-12-24`,
    ].filter((date) => isSession(calendar, date));
    // Independence Day on a Saturday is kept on the third, and on a Sunday it has no half day.
    const expected = eves.filter(
      (date) => !date.endsWith('07-03') || weekdayOf(addDays(date, 1)) % 6 !== 0,
    );
    expect(early).toEqual(expected.filter((date) => weekdayOf(date) % 6 !== 0));
  });
});

describe('the half days of Hong Kong', () => {
  const calendar = shippedCalendar('XHKG');

  it.each(yearsOf(calendar))('of %i hold both eves in December', (year) => {
    for (const date of [`${year}-12-24`, `${year}-12-31`]) {
      if (weekdayOf(date) % 6 === 0) continue;
      expect([date, calendar.days.get(date)]).toMatchObject([
        date,
        { kind: 'early', closeMinute: 12 * 60 },
      ]);
    }
  });

  it('hold the eve of the Lunar New Year where it is a weekday', () => {
    // First days of the lunar years, by the Hong Kong Observatory's almanac.
    const firstDays = [
      ...['2012-01-23', '2013-02-10', '2014-01-31', '2015-02-19', '2016-02-08', '2017-01-28'],
      ...['2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22'],
      ...['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06'],
    ];
    for (const first of firstDays) {
      const eve = addDays(first, -1);
      const half = calendar.days.get(eve)?.kind === 'early';
      expect([eve, half]).toEqual([eve, weekdayOf(eve) % 6 !== 0]);
    }
  });
});

describe.each(['XHKG', 'XLON', 'XETR', 'XAMS'])('%s', (mic) => {
  const calendar = shippedCalendar(mic);

  it.each(yearsOf(calendar))('is closed on Good Friday and Easter Monday of %i', (year) => {
    const sunday = easterSunday(year);
    expect(isSession(calendar, addDays(sunday, -2))).toBe(false);
    expect(isSession(calendar, addDays(sunday, 1))).toBe(false);
    expect(isSession(calendar, addDays(sunday, -3))).toBe(true);
  });
});

function yearsOf(calendar: ExchangeCalendar): readonly number[] {
  return Array.from({ length: 30 }, (_, index) => 2000 + index).filter((year) =>
    coversDate(calendar, `${year}-01-01`),
  );
}

function weekdaysOf(year: number): readonly CalendarDate[] {
  return Array.from({ length: 366 }, (_, day) => addDays(`${year}-01-01`, day)).filter(
    (date) => date.startsWith(`${year}`) && weekdayOf(date) % 6 !== 0,
  );
}

function newYorkHolidays(year: number): readonly CalendarDate[] {
  const newYear = `${year}-01-01`;
  return [
    // On a Saturday it is not kept: the Friday before it closes the year's books.
    weekdayOf(newYear) === SUNDAY ? addDays(newYear, 1) : newYear,
    nthWeekday(year, 1, MONDAY, 3),
    nthWeekday(year, 2, MONDAY, 3),
    addDays(easterSunday(year), -2),
    lastMondayOfMay(year),
    ...(year >= 2022 ? [observed(`${year}-06-19`)] : []),
    observed(`${year}-07-04`),
    nthWeekday(year, 9, MONDAY, 1),
    nthWeekday(year, 11, THURSDAY, 4),
    observed(`${year}-12-25`),
  ].filter((date) => weekdayOf(date) % 6 !== 0);
}

function observed(date: CalendarDate): CalendarDate {
  if (weekdayOf(date) === SATURDAY) return addDays(date, -1);
  return weekdayOf(date) === SUNDAY ? addDays(date, 1) : date;
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): CalendarDate {
  const first = `${year}-${`${month}`.padStart(2, '0')}-01`;
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

function lastMondayOfMay(year: number): CalendarDate {
  return addDays(nthWeekday(year, 6, MONDAY, 1), -7);
}

/** Anonymous Gregorian algorithm (Nature, 20 April 1876). */
function easterSunday(year: number): CalendarDate {
  const century = Math.floor(year / 100);
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const golden = year % 19;
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const inCentury = year % 100;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(`${year}-03-22`, epact + toSunday - 7 * shift);
}
