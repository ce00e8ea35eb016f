import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observeSession } from '../../../../../src/shared/domain/calendar/observed-session';
import { phaseAt } from '../../../../../src/shared/domain/calendar/session-phase';
import { readShippedCalendars, shippedCalendar } from './read-shipped-calendars';

const utc = (text: string): number => Date.parse(`${text}:00Z`);

type Row = readonly [
  mic: string,
  moment: string,
  newestTrade: string | null,
  delayMinutes: number | null,
  verdict: string,
  why: string,
];

function verdict(
  mic: string,
  moment: string,
  newestTrade: string | null,
  delayMinutes: number | null,
): string {
  return observeSession(shippedCalendar(mic), utc(moment), {
    newestTradeAt: newestTrade === null ? null : utc(newestTrade),
    delayMinutes,
  }).verdict;
}

describe('trades while the calendar has the exchange closed', () => {
  it.each<Row>([
    ['XHKG', '2023-09-01T02:00', '2023-09-01T01:58', 0, 'open', 'two minutes old on a holiday'],
    ['XHKG', '2023-09-01T02:00', '2023-09-01T01:57', 0, 'open', 'three minutes old'],
    ['XHKG', '2023-09-01T02:00', '2023-09-01T01:56', 0, 'as-calendar', 'four minutes old'],
    ['XHKG', '2023-09-01T02:00', '2023-09-01T01:42', 15, 'open', 'late by the delay'],
    ['XHKG', '2023-09-01T02:00', '2023-09-01T01:41', 15, 'as-calendar', 'late by more than that'],
    ['XHKG', '2023-09-01T02:00', '2023-09-01T01:56', null, 'as-calendar', 'delay not known'],
    ['XHKG', '2023-09-01T02:00', null, 0, 'as-calendar', 'no trade'],
    ['XHKG', '2023-09-01T02:00', '2023-09-01T02:01', 0, 'as-calendar', 'a trade from the future'],
    ['XHKG', '2026-12-24T06:00', '2026-12-24T05:59', 0, 'open', 'no half day after all'],
    ['XHKG', '2026-11-23T08:11', '2026-11-23T08:09', 0, 'as-calendar', 'print of the auction'],
    ['XHKG', '2026-11-23T08:20', '2026-11-23T08:18', 0, 'as-calendar', 'print after the auction'],
    ['XLON', '2026-11-23T16:50', '2026-11-23T16:34', 15, 'as-calendar', 'the close, told late'],
    ['XTAI', '2026-11-23T05:45', '2026-11-23T05:29', 20, 'as-calendar', 'the close, told late'],
    ['FOREX', '2026-11-29T22:30', '2026-11-29T22:29', 0, 'open', 'Sunday evening'],
  ])('%s at %s, last at %s, delay %s: %s (%s)', (mic, moment, trade, delay, expected) => {
    expect(verdict(mic, moment, trade, delay)).toBe(expected);
  });

  it('are what they are before the open, after the close and at lunch', () => {
    expect(verdict('XNAS', '2026-11-23T10:00', '2026-11-23T10:00', 0)).toBe('as-calendar');
    expect(verdict('XNAS', '2026-11-23T22:00', '2026-11-23T22:00', 0)).toBe('as-calendar');
    expect(verdict('XHKG', '2026-11-23T04:30', '2026-11-23T04:30', 0)).toBe('as-calendar');
  });
});

describe('no trade while the calendar has the exchange open', () => {
  it.each<Row>([
    ['XTAI', '2026-11-23T01:19', '2026-11-20T05:30', 0, 'as-calendar', '19 minutes'],
    ['XTAI', '2026-11-23T01:20', '2026-11-20T05:30', 0, 'closed-or-delayed', '20 minutes'],
    ['XTAI', '2026-11-23T01:20', null, 0, 'closed-or-delayed', 'never a trade'],
    ['XTAI', '2026-11-23T01:39', '2026-11-20T05:30', 20, 'as-calendar', 'delay not over'],
    ['XTAI', '2026-11-23T01:40', '2026-11-20T05:30', 20, 'closed-or-delayed', 'delay over'],
    ['XTAI', '2026-11-23T01:39', null, null, 'as-calendar', 'delay not known'],
    ['XTAI', '2026-11-23T01:40', null, null, 'closed-or-delayed', 'the longest usual delay over'],
    ['XTAI', '2026-11-23T05:00', '2026-11-23T01:00', 0, 'as-calendar', 'it did open'],
    ['XHKG', '2022-08-24T05:20', '2022-08-24T03:59', 0, 'closed-or-delayed', 'no afternoon'],
    ['XHKG', '2022-08-24T05:19', '2022-08-24T03:59', 0, 'as-calendar', 'perhaps no afternoon'],
    ['XHKG', '2026-11-23T04:40', '2026-11-20T08:00', 0, 'as-calendar', 'lunch'],
    ['CRYPTO', '2026-11-28T00:20', '2026-11-27T23:00', 0, 'closed-or-delayed', 'even here'],
  ])('%s at %s, last at %s, delay %s: %s (%s)', (mic, moment, trade, delay, expected) => {
    expect(verdict(mic, moment, trade, delay)).toBe(expected);
  });
});

it('always tells what the calendar says, too', () => {
  const calendars = fc.constantFrom(...readShippedCalendars().values());
  const moments = fc.integer({ min: utc('2012-01-01T00:00'), max: utc('2026-12-01T00:00') });
  const ages = fc.option(fc.integer({ min: -600_000, max: 7_200_000 }));
  const delays = fc.constantFrom(null, 0, 15, 20);
  fc.assert(
    fc.property(calendars, moments, ages, delays, (calendar, moment, ageMs, delayMinutes) => {
      const newestTradeAt = ageMs === null ? null : moment - ageMs;
      const observed = observeSession(calendar, moment, { newestTradeAt, delayMinutes });
      expect(observed.calendar).toEqual(phaseAt(calendar, moment));
      if (observed.verdict === 'open') expect(observed.calendar.phase).toBe('closed');
      if (observed.verdict === 'closed-or-delayed') expect(observed.calendar.phase).toBe('open');
    }),
  );
});
