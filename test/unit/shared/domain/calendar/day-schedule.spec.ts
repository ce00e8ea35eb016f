import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../src/shared/domain/calendar/calendar-date';
import { daySchedule } from '../../../../../src/shared/domain/calendar/day-schedule';
import type { SpecialDay } from '../../../../../src/shared/domain/calendar/exchange-calendar';
import { readShippedCalendars, shippedCalendar } from './read-shipped-calendars';

const utc = (text: string): number => Date.parse(`${text}:00Z`);

describe('daySchedule', () => {
  it('tells the half day of Hong Kong before the year 2022', () => {
    expect(daySchedule(shippedCalendar('XHKG'), '2021-12-31')).toEqual({
      date: '2021-12-31',
      open: true,
      sessions: [[utc('2021-12-31T01:30'), utc('2021-12-31T04:00')]],
      half: true,
      reason: "New Year's Eve",
    });
  });

  it.each<[SpecialDay, string | null, boolean]>([
    [{ kind: 'closed', reason: null }, 'holiday', false],
    [{ kind: 'closed', reason: 'storm' }, 'storm', false],
    [{ kind: 'open', reason: null }, null, true],
    [{ kind: 'early', closeMinute: 720, reason: null }, 'half day', true],
    [{ kind: 'late', openMinute: 660, closeMinute: null, reason: null }, 'late open', true],
  ])('%j has the reason %s', (special, reason, open) => {
    const calendar = { ...shippedCalendar('XNAS'), days: new Map([['2026-11-24', special]]) };
    expect(daySchedule(calendar, '2026-11-24')).toMatchObject({ reason, open });
  });

  it('says where the closures of a year are not known, and keeps the weekdays', () => {
    const newYork = shippedCalendar('XNYS');
    expect(daySchedule(newYork, '2005-11-24')).toMatchObject({
      open: true,
      half: false,
      reason: 'year not covered',
      sessions: [[utc('2005-11-24T14:30'), utc('2005-11-24T21:00')]],
    });
    expect(daySchedule(newYork, '2005-11-26')).toMatchObject({ open: false, reason: 'weekend' });
    expect(daySchedule(newYork, '2003-12-25')).toMatchObject({
      open: false,
      reason: 'Christmas Day',
    });
    expect(daySchedule(newYork, '2004-01-01').reason).toBe("New Year's Day");
    expect(daySchedule(newYork, '2007-01-02').reason).toContain('Gerald Ford');
  });

  it('opens late and closes late where both are known', () => {
    expect(daySchedule(shippedCalendar('XKRX'), '2025-11-13').sessions).toEqual([
      [utc('2025-11-13T01:00'), utc('2025-11-13T07:30')],
    ]);
  });

  it('holds parts that ascend and never overlap, within two days of the date', () => {
    const calendars = fc.constantFrom(...readShippedCalendars().values());
    const dates = fc.integer({ min: 0, max: 9500 }).map((days) => addDays('2003-01-01', days));
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        const { open, sessions, half, reason } = daySchedule(calendar, date);
        expect(sessions.length > 0).toBe(open);
        if (half) expect(open).toBe(true);
        if (!open) expect(reason).not.toBeNull();
        const times = sessions.flat();
        expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(
          true,
        );
        for (const time of times) {
          expect(Math.abs(time - utc(`${date}T12:00`))).toBeLessThanOrEqual(36 * 3_600_000);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets no session run into the next one', () => {
    const calendars = fc.constantFrom(...readShippedCalendars().values());
    const dates = fc.integer({ min: 0, max: 9500 }).map((days) => addDays('2003-01-01', days));
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        const [, today] = [...daySchedule(calendar, date).sessions].at(-1) ?? [0, 0];
        const [tomorrow] = daySchedule(calendar, addDays(date, 1)).sessions;
        if (tomorrow) expect(tomorrow[0]).toBeGreaterThanOrEqual(today);
      }),
      { numRuns: 1_000 },
    );
  });
});
