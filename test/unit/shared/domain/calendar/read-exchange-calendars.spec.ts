import { describe, expect, it } from 'vitest';
import type {
  ExchangeEntry,
  HolidaysEntry,
} from '../../../../../src/shared/domain/calendar/exchanges-file';
import { readExchangeCalendars } from '../../../../../src/shared/domain/calendar/read-exchange-calendars';
import { readShippedCalendars, shippedCalendar } from './read-shipped-calendars';

const NO_DAYS: HolidaysEntry = { sameAs: null, years: [], singleDays: [] };

function exchange(change: Partial<ExchangeEntry>): ExchangeEntry {
  return {
    mic: 'XAAA',
    segmentMics: [],
    name: 'Exchange',
    country: 'GB',
    timezone: 'Europe/London',
    currency: 'GBP',
    minorUnit: null,
    priceDecimals: null,
    sessions: {
      regular: [{ open: '08:00', close: '16:30' }],
      former: [],
      earlyClose: null,
      preMarket: null,
      postMarket: null,
      closingAuction: null,
    },
    holidays: NO_DAYS,
    codes: {
      yahoo: { suffix: '', exchangeCodes: ['AAA'], delayMinutes: null },
      tradingview: ['AAA'],
      tencent: null,
      sina: null,
      eastmoney: null,
      mis: null,
      codePattern: null,
    },
    ...change,
  };
}

const read = (...exchanges: ExchangeEntry[]) =>
  readExchangeCalendars({ version: 1, asOf: '2026-11-23', exchanges, venues: [] });

const CLOSED_2026: HolidaysEntry = {
  sameAs: null,
  years: [
    {
      year: 2026,
      closed: [
        { date: '2026-01-01', reason: 'New Year' },
        { date: '2026-05-04', reason: null },
      ],
      early: [{ date: '2026-12-24', close: '12:30', reason: 'Christmas Eve' }],
      late: [
        { date: '2026-01-02', open: '10:05', close: null, reason: null },
        { date: '2026-11-19', open: '10:00', close: '17:30', reason: 'examination' },
      ],
      status: 'made up for the test',
    },
  ],
  singleDays: [{ date: '2012-10-29', reason: 'storm', source: 'https://example.com/' }],
};

describe('readExchangeCalendars', () => {
  it('turns times into minutes and days into special days', () => {
    const calendar = read(exchange({ holidays: CLOSED_2026 })).get('XAAA');
    expect(calendar).toMatchObject({
      mic: 'XAAA',
      timezone: 'Europe/London',
      regular: [{ openMinute: 480, closeMinute: 990 }],
      earlyCloseMinute: null,
      coveredYears: new Set([2026]),
    });
    expect([...(calendar?.days ?? [])]).toEqual([
      ['2012-10-29', { kind: 'closed', reason: 'storm' }],
      ['2026-01-01', { kind: 'closed', reason: 'New Year' }],
      ['2026-05-04', { kind: 'closed', reason: null }],
      ['2026-12-24', { kind: 'early', closeMinute: 750, reason: 'Christmas Eve' }],
      ['2026-01-02', { kind: 'late', openMinute: 605, closeMinute: null, reason: null }],
      ['2026-11-19', { kind: 'late', openMinute: 600, closeMinute: 1050, reason: 'examination' }],
    ]);
    expect(calendar).toMatchObject({ preMarket: null, postMarket: null, closingAuction: null });
  });

  it('reads what surrounds the session, now and in earlier times', () => {
    const sessions = {
      ...exchange({}).sessions,
      former: [
        {
          until: '2019-12-31',
          regular: [{ open: '08:00', close: '16:00' }],
          closingAuction: { open: '16:00', close: '16:10' },
        },
      ],
      earlyClose: '12:30',
      preMarket: { open: '07:00', close: '08:00' },
      postMarket: { open: '16:35', close: '17:00' },
      closingAuction: { open: '16:30', close: '16:35' },
    };
    expect(read(exchange({ sessions })).get('XAAA')).toMatchObject({
      weekdays: new Set([1, 2, 3, 4, 5]),
      former: [
        {
          until: '2019-12-31',
          regular: [{ openMinute: 480, closeMinute: 960 }],
          closingAuction: { openMinute: 960, closeMinute: 970 },
        },
      ],
      earlyCloseMinute: 750,
      preMarket: { openMinute: 420, closeMinute: 480 },
      postMarket: { openMinute: 995, closeMinute: 1020 },
      closingAuction: { openMinute: 990, closeMinute: 995 },
    });
  });

  it('makes venues trade whole days, in years that are all covered', () => {
    const venues = [{ code: 'MADEUP', name: 'Made up', timezone: 'UTC', weekdays: [0, 6] }];
    const calendar = readExchangeCalendars({
      version: 1,
      asOf: '2026-11-23',
      exchanges: [],
      venues,
    }).get('MADEUP');
    expect(calendar).toMatchObject({
      mic: 'MADEUP',
      timezone: 'UTC',
      weekdays: new Set([0, 6]),
      regular: [{ openMinute: 0, closeMinute: 1440 }],
    });
    expect([1970, 2026, 2100].every((year) => calendar?.coveredYears.has(year))).toBe(true);
    expect(calendar?.days.size).toBe(0);
  });

  it('takes 25 December for kept only where every covered weekday of it is closed', () => {
    // 25 December 2026 is a Friday and not in the list; 1 January 2026, a Thursday, is.
    const calendar = read(exchange({ holidays: CLOSED_2026 })).get('XAAA');
    expect([...(calendar?.observed ?? [])]).toEqual(['01-01']);
    expect(read(exchange({})).get('XAAA')?.observed.size).toBe(0);
  });

  it('gives segments the calendar of their exchange', () => {
    const calendars = read(exchange({ segmentMics: ['XAAB', 'XAAC'] }));
    expect([...calendars.keys()]).toEqual(['XAAA', 'XAAB', 'XAAC']);
    expect(calendars.get('XAAB')).toBe(calendars.get('XAAA'));
  });

  it('lends days, not hours, to an exchange that keeps the same ones, in any order of the file', () => {
    const lender = exchange({ mic: 'XBBB', holidays: CLOSED_2026 });
    const borrower = exchange({
      timezone: 'Europe/Paris',
      holidays: { ...NO_DAYS, sameAs: 'XBBB' },
    });
    const calendars = read(borrower, lender);
    expect(calendars.get('XAAA')?.days).toEqual(calendars.get('XBBB')?.days);
    expect(calendars.get('XAAA')?.timezone).toBe('Europe/Paris');
  });

  it('refuses days of an exchange that is not there or has none of its own', () => {
    const lost = exchange({ holidays: { ...NO_DAYS, sameAs: 'XZZZ' } });
    expect(() => read(lost)).toThrow(/XAAA.*XZZZ/);
    const chained = exchange({ mic: 'XZZZ', holidays: { ...NO_DAYS, sameAs: 'XAAA' } });
    expect(() => read(lost, chained)).toThrow(/XZZZ/);
  });

  it.each(['9:00', '09.00', '', '0900'])('refuses %j for a time', (open) => {
    const sessions = { ...exchange({}).sessions, regular: [{ open, close: '16:30' }] };
    expect(() => read(exchange({ sessions }))).toThrow(/no time of day/);
  });
});

describe('the calendars of the app', () => {
  it('are reached through every segment', () => {
    const calendars = readShippedCalendars();
    expect(calendars.get('XNGS')?.mic).toBe('XNAS');
    expect(calendars.get('XASE')?.mic).toBe('ARCX');
    expect(calendars.get('XJPX')?.mic).toBe('XTKS');
    expect(calendars.get('XXXX')).toBeUndefined();
  });

  it.each([
    ['XNAS', '09:30', [[570, 960]], 780, [2010, 2028]],
    [
      'XHKG',
      '09:30',
      [
        [570, 720],
        [780, 960],
      ],
      720,
      [2012, 2027],
    ],
    [
      'XSHG',
      '09:30',
      [
        [570, 690],
        [780, 900],
      ],
      null,
      [2010, 2026],
    ],
    ['XKOS', '09:00', [[540, 930]], null, [2010, 2027]],
    ['XNSE', '09:15', [[555, 930]], null, []],
  ])('%s opens at %s', (mic, _open, regular, earlyClose, years) => {
    const calendar = shippedCalendar(mic);
    expect(calendar.regular.map((part) => [part.openMinute, part.closeMinute])).toEqual(regular);
    expect(calendar.earlyCloseMinute).toBe(earlyClose);
    const [first, last] = years;
    const all = first && last ? Array.from({ length: last - first + 1 }, (_, n) => first + n) : [];
    expect([...calendar.coveredYears]).toEqual(all);
  });
});
