import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSession } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import {
  exchangeDate,
  lastFinishedSession,
  sessionCloseAt,
  sessionHours,
  sessionOpenAt,
  sessionProgress,
  sessionStateAt,
} from '../../../../../src/shared/domain/calendar/session-clock';
import { readShippedCalendars, shippedCalendar } from './read-shipped-calendars';

const utc = (text: string): number => Date.parse(`${text}:00Z`);

/** `09:30-16:00` on the date itself; a time with `-1d` is on the day before. */
function utcParts(mic: string, date: string): string[] {
  const clock = (ms: number): string => {
    const text = new Date(ms).toISOString();
    return text.startsWith(date) ? text.slice(11, 16) : text.slice(0, 16);
  };
  return sessionHours(shippedCalendar(mic), date).map(
    ({ start, end }) => `${clock(start)}-${clock(end)}`,
  );
}

describe('sessionHours on real days, in UTC', () => {
  it.each([
    ['XNAS', '2026-03-06', ['14:30-21:00'], 'Friday before summer time (EST, -5)'],
    ['XNAS', '2026-03-08', [], 'the Sunday on which clocks change'],
    ['XNAS', '2026-03-09', ['13:30-20:00'], 'Monday after it (EDT, -4)'],
    ['XNYS', '2026-10-30', ['13:30-20:00'], 'Friday before winter time'],
    ['XNYS', '2026-11-01', [], 'the Sunday on which clocks change'],
    ['XNYS', '2026-11-02', ['14:30-21:00'], 'Monday after it'],
    ['XNAS', '2025-12-24', ['14:30-18:00'], 'half day in winter'],
    ['XNAS', '2026-11-27', ['14:30-18:00'], 'half day after Thanksgiving'],
    ['XNYS', '2028-07-03', ['13:30-17:00'], 'half day in summer'],
    ['XNAS', '2026-11-26', [], 'Thanksgiving'],
    ['XLON', '2026-03-27', ['08:00-16:30'], 'Friday before summer time (GMT)'],
    ['XLON', '2026-03-30', ['07:00-15:30'], 'Monday after it (BST, +1)'],
    ['XLON', '2026-10-23', ['07:00-15:30'], 'Friday before winter time'],
    ['XLON', '2026-10-26', ['08:00-16:30'], 'Monday after it'],
    ['XLON', '2026-12-24', ['08:00-12:30'], 'half day'],
    ['XHKG', '2026-11-23', ['01:30-04:00', '05:00-08:00'], 'lunch (+8)'],
    ['XHKG', '2026-02-16', ['01:30-04:00'], 'half day: morning only'],
    ['XHKG', '2026-12-31', ['01:30-04:00'], 'half day: morning only'],
    ['XHKG', '2026-02-17', [], 'Lunar New Year'],
    ['XSHG', '2026-11-23', ['01:30-03:30', '05:00-07:00'], 'lunch (+8)'],
    ['XSHE', '2026-11-23', ['01:30-03:30', '05:00-07:00'], 'hours of its own, days of Shanghai'],
    ['XSHG', '2026-10-01', [], 'National Day'],
    ['XTAI', '2026-11-23', ['01:00-05:30'], 'no lunch (+8)'],
    ['XKRX', '2026-11-23', ['00:00-06:30'], 'no lunch (+9)'],
    ['XKRX', '2026-01-02', ['01:00-06:30'], 'first session of the year opens at ten'],
    ['XKOS', '2025-01-02', ['01:00-06:30'], 'and on KOSDAQ'],
    ['XTKS', '2026-11-24', ['00:00-02:30', '03:30-06:30'], 'lunch (+9)'],
    ['XTKS', '2024-11-01', ['00:00-02:30', '03:30-06:00'], 'last Friday with the old close'],
    ['XTKS', '2024-11-05', ['00:00-02:30', '03:30-06:30'], 'first day with the new close'],
    ['XETR', '2026-07-01', ['07:00-15:30'], 'summer (CEST, +2)'],
    ['XETR', '2026-11-23', ['08:00-16:30'], 'winter (CET, +1)'],
    ['XAMS', '2026-12-24', ['08:00-13:05'], 'half day'],
    ['XPAR', '2025-12-31', ['08:00-13:05'], 'half day, kept like Amsterdam'],
    ['XSWX', '2026-11-23', ['08:00-16:20'], 'Zurich'],
    ['XTSE', '2026-11-23', ['14:30-21:00'], 'Toronto'],
    ['XSES', '2026-11-23', ['01:00-04:00', '05:00-09:00'], 'lunch (+8)'],
    ['XNSE', '2026-11-23', ['03:45-10:00'], 'half an hour off (+5:30)'],
    ['XASX', '2026-06-10', ['00:00-06:00'], 'southern winter (AEST, +10)'],
    ['XASX', '2026-11-23', ['2026-11-22T23:00-05:00'], 'southern summer: opens on the day before'],
  ])('%s on %s is %j: %s', (mic, date, parts) => {
    expect(utcParts(mic, date)).toEqual(parts);
  });
});

describe('sessionStateAt', () => {
  const hongKong = shippedCalendar('XHKG');
  const newYork = shippedCalendar('XNAS');

  it.each([
    ['2026-11-23T01:29', 'closed', null, '2026-11-23T01:30'],
    ['2026-11-23T01:30', 'open', '2026-11-23', '2026-11-23T04:00'],
    ['2026-11-23T03:59', 'open', '2026-11-23', '2026-11-23T04:00'],
    ['2026-11-23T04:00', 'lunch', '2026-11-23', '2026-11-23T05:00'],
    ['2026-11-23T05:00', 'open', '2026-11-23', '2026-11-23T08:00'],
    ['2026-11-23T08:00', 'closed', null, '2026-11-24T01:30'],
    ['2026-11-22T17:00', 'closed', null, '2026-11-23T01:30'],
    ['2026-12-24T04:00', 'closed', null, '2026-12-28T01:30'],
  ])('Hong Kong at %s is %s', (moment, state, session, nextChangeAt) => {
    expect(sessionStateAt(hongKong, utc(moment))).toEqual({
      state,
      session,
      nextChangeAt: utc(nextChangeAt),
    });
  });

  it('sees the Monday after a change of clocks in the new offset', () => {
    const friday = utc('2026-03-06T21:00');
    expect(sessionStateAt(newYork, friday).nextChangeAt).toBe(utc('2026-03-09T13:30'));
    const november = utc('2026-10-31T12:00');
    expect(sessionStateAt(newYork, november).nextChangeAt).toBe(utc('2026-11-02T14:30'));
  });

  it('names the session of Sydney that opened on the UTC day before', () => {
    const state = sessionStateAt(shippedCalendar('XASX'), utc('2026-11-22T23:30'));
    expect(state).toMatchObject({ state: 'open', session: '2026-11-23' });
  });

  it('changes at nextChangeAt and not a millisecond before', () => {
    const moments = fc.integer({ min: utc('2024-01-01T00:00'), max: utc('2027-12-20T00:00') });
    // A venue that never closes changes its session at nextChangeAt, see below.
    const exchanges = fc.constantFrom(
      ...[...readShippedCalendars().values()].filter(({ regular }) => regular[0]?.openMinute !== 0),
    );
    fc.assert(
      fc.property(exchanges, moments, (calendar, moment) => {
        const { state, session, nextChangeAt } = sessionStateAt(calendar, moment);
        expect(nextChangeAt).toBeGreaterThan(moment);
        expect(sessionStateAt(calendar, nextChangeAt - 1)).toEqual({
          state,
          session,
          nextChangeAt,
        });
        expect(sessionStateAt(calendar, nextChangeAt).state).not.toBe(state);
        expect(session === null).toBe(state === 'closed');
      }),
    );
  });
});

describe('a venue that trades whole days', () => {
  it.each([
    ['CRYPTO', '2026-11-28T00:00', 'open', '2026-11-28', '2026-11-29T00:00'],
    ['CRYPTO', '2026-11-28T23:59', 'open', '2026-11-28', '2026-11-29T00:00'],
    ['BINANCE', '2026-12-25T12:00', 'open', '2026-12-25', '2026-12-26T00:00'],
    ['FOREX', '2026-11-27T23:59', 'open', '2026-11-27', '2026-11-28T00:00'],
    ['FOREX', '2026-11-28T00:00', 'closed', null, '2026-11-30T00:00'],
    ['FOREX', '2026-11-29T23:59', 'closed', null, '2026-11-30T00:00'],
  ])('%s at %s is %s in the session of %s', (code, moment, state, session, nextChangeAt) => {
    expect(sessionStateAt(shippedCalendar(code), utc(moment))).toEqual({
      state,
      session,
      nextChangeAt: utc(nextChangeAt),
    });
  });

  it.each([
    ['CRYPTO', '2026-11-29T00:00', '2026-11-28'],
    ['BITGET', '2026-11-28T23:59', '2026-11-27'],
    ['FOREX', '2026-11-29T12:00', '2026-11-27'],
    ['FOREX', '2026-11-30T12:00', '2026-11-27'],
  ])('%s at %s has finished %s', (code, moment, session) => {
    expect(lastFinishedSession(shippedCalendar(code), utc(moment))).toBe(session);
  });

  it('has half a session behind it at noon', () => {
    const noon = utc('2026-11-28T12:00');
    expect(sessionProgress(shippedCalendar('CRYPTO'), '2026-11-28', noon)).toBe(0.5);
  });
});

describe('exchangeDate', () => {
  it.each([
    ['XNAS', '2026-11-24T04:59', '2026-11-23'],
    ['XNAS', '2026-11-24T05:00', '2026-11-24'],
    ['XHKG', '2026-11-23T16:00', '2026-11-24'],
    ['XLON', '2026-07-01T23:00', '2026-07-02'],
  ])('%s at %s has %s', (mic, moment, date) => {
    expect(exchangeDate(shippedCalendar(mic), utc(moment))).toBe(date);
  });
});

describe('sessionOpenAt, sessionCloseAt', () => {
  it('are the ends of the whole session', () => {
    const hongKong = shippedCalendar('XHKG');
    expect(sessionOpenAt(hongKong, '2026-11-23')).toBe(utc('2026-11-23T01:30'));
    expect(sessionCloseAt(hongKong, '2026-11-23')).toBe(utc('2026-11-23T08:00'));
  });

  it('refuse a date without a session', () => {
    expect(() => sessionOpenAt(shippedCalendar('XNAS'), '2026-11-26')).toThrow(RangeError);
    expect(() => sessionCloseAt(shippedCalendar('XNAS'), '2026-11-28')).toThrow(/2026-11-28/);
  });
});

describe('lastFinishedSession', () => {
  it.each([
    ['XNAS', '2026-11-23T20:59', '2026-11-20', 'still open'],
    ['XNAS', '2026-11-23T21:00', '2026-11-23', 'the closing minute'],
    ['XNAS', '2026-11-27T17:59', '2026-11-25', 'half day, Thanksgiving before it'],
    ['XNAS', '2026-11-27T18:00', '2026-11-27', 'half day over'],
    ['XNAS', '2026-11-29T12:00', '2026-11-27', 'Sunday'],
    ['XHKG', '2026-11-23T04:30', '2026-11-20', 'lunch'],
    ['XASX', '2026-11-22T23:30', '2026-11-20', 'open since the UTC day before'],
  ])('%s at %s is %s: %s', (mic, moment, session) => {
    expect(lastFinishedSession(shippedCalendar(mic), utc(moment))).toBe(session);
  });

  it('is closed already, and the session after it is not', () => {
    const calendar = shippedCalendar('XLON');
    const moments = fc.integer({ min: utc('2025-01-02T00:00'), max: utc('2027-12-20T00:00') });
    fc.assert(
      fc.property(moments, (moment) => {
        const session = lastFinishedSession(calendar, moment);
        expect(isSession(calendar, session)).toBe(true);
        expect(sessionCloseAt(calendar, session)).toBeLessThanOrEqual(moment);
        const day = 86_400_000;
        const later = exchangeDate(calendar, moment + day);
        if (isSession(calendar, later))
          expect(sessionCloseAt(calendar, later)).toBeGreaterThan(moment);
      }),
    );
  });
});

describe('sessionProgress', () => {
  const hongKong = shippedCalendar('XHKG');

  it.each([
    ['2026-11-23T00:00', 0, 'before the open'],
    ['2026-11-23T01:30', 0, 'at the open'],
    ['2026-11-23T02:45', 1.25 / 5.5, 'half the morning'],
    ['2026-11-23T04:00', 2.5 / 5.5, 'start of lunch'],
    ['2026-11-23T04:59', 2.5 / 5.5, 'end of lunch'],
    ['2026-11-23T06:30', 4 / 5.5, 'half the afternoon'],
    ['2026-11-23T08:00', 1, 'at the close'],
    ['2026-11-25T00:00', 1, 'long after it'],
  ])('at %s is %f: %s', (moment, share) => {
    expect(sessionProgress(hongKong, '2026-11-23', utc(moment))).toBeCloseTo(share, 12);
  });

  it('runs to the early close on a half day', () => {
    expect(sessionProgress(hongKong, '2026-12-24', utc('2026-12-24T02:45'))).toBeCloseTo(0.5, 12);
  });

  it('is over where there is no session', () => {
    expect(sessionProgress(hongKong, '2026-11-22', utc('2026-11-22T02:45'))).toBe(1);
  });
});
