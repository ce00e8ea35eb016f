import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  coversDate,
  isSession,
  nextSession,
  previousSession,
  sessionsBetween,
} from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { readShippedCalendars, shippedCalendar } from './read-shipped-calendars';

const calendars = readShippedCalendars();
const dates = fc.integer({ min: 0, max: 365 * 25 }).map((days) => addDays('2005-01-01', days));
const exchanges = fc.constantFrom(...calendars.values());
const ofWeekdays = fc.constantFrom(
  ...[...calendars.values()].filter(({ weekdays }) => !weekdays.has(0)),
);

describe('isSession in covered years', () => {
  it.each([
    ['XNAS', '2025-01-09', 'day of mourning'],
    ['XNAS', '2026-03-07', 'Saturday'],
    ['XNAS', '2026-03-08', 'Sunday'],
    ['XNYS', '2026-04-03', 'Good Friday'],
    ['XNYS', '2026-06-19', 'Juneteenth'],
    ['ARCX', '2026-07-03', 'Independence Day, observed'],
    ['XNAS', '2026-11-26', 'Thanksgiving'],
    ['XNAS', '2027-12-24', 'Christmas, observed'],
    ['XHKG', '2026-02-17', 'Lunar New Year'],
    ['XHKG', '2026-10-19', 'day after Chung Yeung'],
    ['XSHG', '2026-10-07', 'National Day week'],
    ['XSHE', '2026-09-25', 'Mid-Autumn, kept like Shanghai'],
    ['XSHG', '2026-02-28', 'a working Saturday, without trading'],
    ['XTAI', '2026-02-12', 'clearing only'],
    ['XKRX', '2026-12-31', 'year-end closure'],
    ['XTKS', '2026-11-23', 'Labour Thanksgiving'],
    ['XLON', '2026-12-28', 'Boxing Day, substitute'],
    ['XETR', '2026-12-24', 'Christmas Eve'],
    ['XPAR', '2026-05-01', 'Labour Day'],
  ])('%s is closed on %s: %s', (mic, date) => {
    expect(isSession(shippedCalendar(mic), date)).toBe(false);
  });

  it.each([
    ['XNAS', '2026-11-27', 'half day after Thanksgiving'],
    ['XNAS', '2026-10-12', 'Columbus Day'],
    ['XNYS', '2028-01-03', 'no substitute for a New Year on Saturday'],
    ['XHKG', '2026-02-16', 'half day before Lunar New Year'],
    ['XSHG', '2026-10-08', 'first day after National Day week'],
    ['XSHG', '2026-12-25', 'no Christmas'],
    ['XKRX', '2026-01-02', 'late open'],
    ['XLON', '2026-05-01', 'no Labour Day'],
    ['XETR', '2026-12-30', 'last session of the year'],
  ])('%s trades on %s: %s', (mic, date) => {
    expect(isSession(shippedCalendar(mic), date)).toBe(true);
  });
});

describe('isSession outside covered years', () => {
  it('keeps New Year and Christmas where the exchange keeps them in the covered years', () => {
    expect(isSession(shippedCalendar('XNAS'), '2009-01-01')).toBe(false);
    expect(isSession(shippedCalendar('XNAS'), '2008-12-25')).toBe(false);
    expect(isSession(shippedCalendar('XSHG'), '2008-12-25')).toBe(true);
    expect(isSession(shippedCalendar('XSHG'), '2009-01-01')).toBe(false);
  });

  it('takes every other weekday for a session, and says so through coversDate', () => {
    expect(isSession(shippedCalendar('XNAS'), '2006-11-23')).toBe(true);
    expect(coversDate(shippedCalendar('XNAS'), '2006-11-23')).toBe(false);
    expect(coversDate(shippedCalendar('XNAS'), '2026-11-24')).toBe(true);
    expect(isSession(shippedCalendar('XSWX'), '2026-01-01')).toBe(true);
  });

  it('knows single closures', () => {
    for (const date of ['2001-09-11', '2001-09-14', '2004-06-11', '2007-01-02']) {
      expect(isSession(shippedCalendar('XNYS'), date)).toBe(false);
      expect(isSession(shippedCalendar('XNAS'), date)).toBe(false);
    }
    expect(isSession(shippedCalendar('XNYS'), '2001-09-17')).toBe(true);
    expect(isSession(shippedCalendar('XHKG'), '2011-09-29')).toBe(false);
    expect(isSession(shippedCalendar('XTAI'), '2016-09-28')).toBe(false);
  });
});

describe('venues without a MIC', () => {
  it.each(['BINANCE', 'BITGET', 'CRYPTO'])('%s trades every day of the year', (code) => {
    const calendar = shippedCalendar(code);
    expect(sessionsBetween(calendar, '2026-01-01', '2026-12-31')).toHaveLength(365);
    expect(nextSession(calendar, '2026-11-28')).toBe('2026-11-28');
    expect(previousSession(calendar, '2026-11-30')).toBe('2026-11-29');
    expect(coversDate(calendar, '2011-11-30')).toBe(true);
  });

  it('FOREX trades from Monday to Friday', () => {
    const calendar = shippedCalendar('FOREX');
    expect(sessionsBetween(calendar, '2026-12-24', '2027-01-02')).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
    ]);
    expect(nextSession(calendar, '2026-11-28')).toBe('2026-11-30');
    expect(previousSession(calendar, '2026-11-30')).toBe('2026-11-27');
  });
});

describe('a day that is known to trade', () => {
  it('does so on a weekend and on a holiday, in any year', () => {
    const open = { kind: 'open' as const, reason: null };
    const days = new Map([
      ['2026-11-28', open],
      ['1999-12-25', open],
    ]);
    const calendar = { ...shippedCalendar('XNAS'), days };
    expect(isSession(calendar, '2026-11-28')).toBe(true);
    expect(isSession(calendar, '1999-12-25')).toBe(true);
    expect(isSession(calendar, '2026-11-29')).toBe(false);
    expect(previousSession(calendar, '2026-11-30')).toBe('2026-11-28');
  });
});

describe('nextSession and previousSession', () => {
  it.each([
    ['XNAS', '2026-11-25', '2026-11-25', '2026-11-24'],
    ['XNAS', '2026-11-26', '2026-11-27', '2026-11-25'],
    ['XNAS', '2026-11-28', '2026-11-30', '2026-11-27'],
    ['XNYS', '2012-10-27', '2012-10-31', '2012-10-26'],
    ['XSHG', '2026-02-14', '2026-02-24', '2026-02-13'],
    ['XHKG', '2026-04-03', '2026-04-08', '2026-04-02'],
    ['XKRX', '2025-12-31', '2026-01-02', '2025-12-30'],
    ['XLON', '2026-12-25', '2026-12-29', '2026-12-24'],
  ])('%s at %s: next %s, before it %s', (mic, date, next, previous) => {
    expect(nextSession(shippedCalendar(mic), date)).toBe(next);
    expect(previousSession(shippedCalendar(mic), date)).toBe(previous);
  });

  it('leave no session out', () => {
    fc.assert(
      fc.property(exchanges, dates, (calendar, date) => {
        const previous = previousSession(calendar, date);
        const next = nextSession(calendar, date);
        expect(previous < date && date <= next).toBe(true);
        expect(isSession(calendar, previous) && isSession(calendar, next)).toBe(true);
        expect(sessionsBetween(calendar, previous, next)).toEqual([previous, next]);
      }),
    );
  });

  it('give up on a calendar that never opens', () => {
    const days = new Map(
      Array.from({ length: 80 }, (_, day) => [
        addDays('2026-01-01', day),
        { kind: 'closed' as const, reason: null },
      ]),
    );
    const shut = { ...shippedCalendar('XNAS'), days };
    expect(() => nextSession(shut, '2026-01-02')).toThrow(RangeError);
    expect(() => previousSession(shut, '2026-03-20')).toThrow(/XNAS.*2026-03-19/);
  });
});

describe('sessionsBetween', () => {
  it('lists a week with a holiday', () => {
    expect(sessionsBetween(shippedCalendar('XNAS'), '2026-11-21', '2026-11-30')).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-27',
      '2026-11-30',
    ]);
  });

  it('is empty where the range is turned round', () => {
    expect(sessionsBetween(shippedCalendar('XNAS'), '2026-11-24', '2026-11-23')).toEqual([]);
  });

  it('counts 250 sessions of New York and 243 of Shanghai', () => {
    // 2025 has 261 weekdays; New York closed on 11 of them, Shanghai on 18.
    expect(sessionsBetween(shippedCalendar('XNYS'), '2025-01-01', '2025-12-31')).toHaveLength(250);
    expect(sessionsBetween(shippedCalendar('XSHG'), '2025-01-01', '2025-12-31')).toHaveLength(243);
  });

  it('never holds a weekend', () => {
    fc.assert(
      fc.property(ofWeekdays, dates, (calendar, from) => {
        for (const date of sessionsBetween(calendar, from, addDays(from, 30))) {
          expect(weekdayOf(date)).not.toBe(0);
          expect(weekdayOf(date)).not.toBe(6);
        }
      }),
      { numRuns: 40 },
    );
  });
});
