import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../src/shared/domain/calendar/calendar-date';
import { dayPhases } from '../../../../../src/shared/domain/calendar/day-phases';
import type { ExchangeCalendar } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { sessionStateAt } from '../../../../../src/shared/domain/calendar/session-clock';
import { phaseAt } from '../../../../../src/shared/domain/calendar/session-phase';
import { readShippedCalendars, shippedCalendar } from './read-shipped-calendars';

const utc = (text: string): number => Date.parse(`${text}:00Z`);

/** Phases but `closed`, in the exchange's own time. */
function phases(mic: string, date: string): string {
  const calendar = shippedCalendar(mic);
  const midnight = calendar.clock.toUtc(date, 0);
  const clock = (ms: number): string => {
    const minutes = (ms - midnight) / 60_000;
    return [Math.floor(minutes / 60), minutes % 60].map((n) => `${n}`.padStart(2, '0')).join(':');
  };
  return dayPhases(calendar, date)
    .filter(({ phase }) => phase !== 'closed')
    .map(({ phase, start, end }) => `${phase} ${clock(start)}-${clock(end)}`)
    .join(', ');
}

describe('dayPhases', () => {
  it.each([
    ['XNAS', '2026-11-23', 'pre 04:00-09:30, open 09:30-16:00, post 16:00-20:00', 'usual'],
    ['XNAS', '2026-11-27', 'pre 04:00-09:30, open 09:30-13:00, post 13:00-17:00', 'half day'],
    ['XNAS', '2026-11-26', '', 'Thanksgiving'],
    [
      'XHKG',
      '2026-11-23',
      'pre 09:00-09:30, open 09:30-12:00, lunch 12:00-13:00, open 13:00-16:00, closing-auction 16:00-16:10',
      'usual',
    ],
    [
      'XHKG',
      '2026-12-24',
      'pre 09:00-09:30, open 09:30-12:00, closing-auction 12:00-12:10',
      'half day',
    ],
    [
      'XHKG',
      '2022-11-02',
      'pre 09:00-09:30, open 09:30-12:00, lunch 12:00-13:00, open 13:00-13:55',
      'a storm takes the auction too',
    ],
    [
      'XHKG',
      '2021-06-28',
      'open 13:30-16:00, closing-auction 16:00-16:10',
      'late, without a pre-opening session',
    ],
    [
      'XHKG',
      '2016-07-22',
      'pre 09:00-09:30, open 09:30-12:00, lunch 12:00-13:00, open 13:00-16:00',
      'before the auction came',
    ],
    [
      'XSHG',
      '2026-11-23',
      'pre 09:15-09:30, open 09:30-11:30, lunch 11:30-13:00, open 13:00-14:57, closing-auction 14:57-15:00',
      'the auction is part of the session',
    ],
    [
      'XTKS',
      '2026-11-24',
      'open 09:00-11:30, lunch 11:30-12:30, open 12:30-15:25, closing-auction 15:25-15:30',
      'new close',
    ],
    ['XTKS', '2024-11-01', 'open 09:00-11:30, lunch 11:30-12:30, open 12:30-15:00', 'old close'],
    ['XTAI', '2026-11-23', 'pre 08:30-09:00, open 09:00-13:25, closing-auction 13:25-13:30', ''],
    ['XKRX', '2024-11-14', 'open 10:00-16:20, closing-auction 16:20-16:30', 'examination'],
    ['XKRX', '2016-07-29', 'open 09:00-14:50, closing-auction 14:50-15:00', 'old close'],
    ['XLON', '2026-12-24', 'open 08:00-12:30, closing-auction 12:30-12:35', 'half day'],
    ['XETR', '2024-12-30', 'open 09:00-14:00, closing-auction 14:00-14:05', 'half day'],
    ['XASX', '2026-11-23', 'open 10:00-16:00, closing-auction 16:00-16:12', 'orders from 16:00'],
    ['CRYPTO', '2026-11-28', 'open 00:00-24:00', 'the whole day'],
  ])('%s on %s is %s (%s)', (mic, date, expected) => {
    expect(phases(mic, date)).toBe(expected);
  });
});

describe('phaseAt', () => {
  it.each([
    ['XNAS', '2026-11-23T08:59', 'closed', 'regular', '2026-11-23', '2026-11-23T09:00'],
    ['XNAS', '2026-11-23T09:00', 'pre', 'regular', '2026-11-23', '2026-11-23T14:30'],
    ['XNAS', '2026-11-23T21:00', 'post', 'regular', '2026-11-23', '2026-11-24T01:00'],
    ['XNAS', '2026-11-24T01:00', 'closed', 'regular', '2026-11-23', '2026-11-24T09:00'],
    ['XNAS', '2026-11-26T15:00', 'closed', 'holiday', null, '2026-11-27T09:00'],
    ['XNAS', '2026-11-27T18:00', 'post', 'half', '2026-11-27', '2026-11-27T22:00'],
    ['XNAS', '2026-11-28T15:00', 'closed', 'weekend', null, '2026-11-30T09:00'],
    ['XHKG', '2026-11-23T04:00', 'lunch', 'regular', '2026-11-23', '2026-11-23T05:00'],
    ['XHKG', '2026-11-23T08:05', 'closing-auction', 'regular', '2026-11-23', '2026-11-23T08:10'],
    ['XHKG', '2022-08-25T02:00', 'closed', 'late', '2022-08-25', '2022-08-25T05:00'],
    ['XSHG', '2026-09-30T07:00', 'closed', 'regular', '2026-09-30', '2026-10-08T01:15'],
    ['CRYPTO', '2026-11-28T12:00', 'open', 'regular', '2026-11-28', '2026-11-29T00:00'],
    ['FOREX', '2026-11-28T12:00', 'closed', 'weekend', null, '2026-11-30T00:00'],
  ])('%s at %s is %s on a %s day', (mic, moment, phase, day, session, nextChangeAt) => {
    const state = phaseAt(shippedCalendar(mic), utc(moment));
    expect(state).toMatchObject({ phase, day, session, nextChangeAt: utc(nextChangeAt) });
  });

  it('gives up on a calendar that never opens', () => {
    const nothing = { weekdays: new Set<number>(), days: new Map() };
    const shut = { ...shippedCalendar('XNAS'), ...nothing };
    expect(() => phaseAt(shut, utc('2026-11-23T12:00'))).toThrow(RangeError);
  });
});

describe('phases of any day', () => {
  const calendars = fc.constantFrom<ExchangeCalendar[]>(...readShippedCalendars().values());
  const dates = fc.integer({ min: 0, max: 6900 }).map((days) => addDays('2008-01-01', days));
  const moments = fc.integer({ min: utc('2008-01-01T00:00'), max: utc('2026-12-20T00:00') });

  it('cover it from midnight to midnight without gaps', () => {
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        const spans = dayPhases(calendar, date);
        expect(spans[0]?.start).toBe(calendar.clock.toUtc(date, 0));
        expect(spans.at(-1)?.end).toBe(calendar.clock.toUtc(addDays(date, 1), 0));
        for (const [index, span] of spans.entries()) {
          expect(span.end).toBeGreaterThan(span.start);
          const next = spans[index + 1];
          if (next) expect([next.start, next.phase !== span.phase]).toEqual([span.end, true]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('change at nextChangeAt, which is strictly later, and not a millisecond before', () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, moment) => {
        const { phase, session, nextChangeAt } = phaseAt(calendar, moment);
        expect(nextChangeAt).toBeGreaterThan(moment);
        expect(phaseAt(calendar, nextChangeAt - 1)).toMatchObject({ phase, nextChangeAt });
        const after = phaseAt(calendar, nextChangeAt);
        expect([after.phase, after.session]).not.toEqual([phase, session]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('agree with the session states', () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, moment) => {
        const { phase } = phaseAt(calendar, moment);
        const { state } = sessionStateAt(calendar, moment);
        // An auction may be inside the session or after it.
        if (phase === 'closing-auction') expect(['open', 'closed']).toContain(state);
        else expect(state).toBe(phase === 'open' || phase === 'lunch' ? phase : 'closed');
      }),
      { numRuns: 1_000 },
    );
  });
});
