import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../src/shared/domain/calendar/calendar-date';
import { createZoneClock } from '../../../../../src/shared/domain/calendar/zone-clock';

const HOUR = 60;
const iso = (utcMs: number): string => new Date(utcMs).toISOString().slice(0, 16);

describe('createZoneClock', () => {
  it.each([
    ['America/New_York', '2026-03-08', 1 * HOUR + 59, '2026-03-08T06:59', 'a minute before 2 a.m.'],
    ['America/New_York', '2026-03-08', 3 * HOUR, '2026-03-08T07:00', 'the minute after it'],
    ['America/New_York', '2026-11-01', 3 * HOUR, '2026-11-01T08:00', 'after the hour that repeats'],
    ['Europe/London', '2026-03-29', 8 * HOUR, '2026-03-29T07:00', 'first summer morning'],
    ['Asia/Kolkata', '2026-11-23', 9 * HOUR + 15, '2026-11-23T03:45', 'half-hour offset'],
    ['Australia/Sydney', '2026-10-04', 10 * HOUR, '2026-10-03T23:00', 'first southern summer day'],
    ['Asia/Seoul', '2026-11-23', 0, '2026-11-22T15:00', 'local midnight'],
    ['Asia/Tokyo', '2026-11-23', 24 * HOUR, '2026-11-23T15:00', 'end of the day'],
  ])('%s: %s minute %i is %s UTC (%s)', (zone, date, minute, expected) => {
    expect(iso(createZoneClock(zone).toUtc(date, minute))).toBe(expected);
  });

  it.each([
    ['America/New_York', '2026-11-01T03:59', '2026-10-31'],
    ['America/New_York', '2026-11-01T04:00', '2026-11-01'],
    ['America/New_York', '2026-11-02T04:59', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00', '2026-11-02'],
    ['Asia/Shanghai', '2026-11-23T15:59', '2026-11-23'],
    ['Asia/Shanghai', '2026-11-23T16:00', '2026-11-24'],
  ])('%s: %s UTC is %s', (zone, moment, date) => {
    expect(createZoneClock(zone).dateAt(Date.parse(`${moment}Z`))).toBe(date);
  });

  it('agrees with the runtime minute by minute', () => {
    const moments = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2030, 0, 1) });
    const zones = fc.constantFrom('America/New_York', 'Europe/London', 'Australia/Sydney');
    fc.assert(
      fc.property(zones, moments, (zone, moment) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
        expect(createZoneClock(zone).dateAt(moment)).toBe(shown.format(moment));
      }),
    );
  });

  it('finds its way back from UTC, outside the hour of a change', () => {
    const days = fc.integer({ min: 0, max: 9000 }).map((day) => addDays('2005-01-01', day));
    const minutes = fc.integer({ min: 4 * HOUR, max: 24 * HOUR - 1 });
    const clocks = fc.constantFrom(
      createZoneClock('America/New_York'),
      createZoneClock('Europe/Berlin'),
      createZoneClock('Asia/Hong_Kong'),
    );
    fc.assert(
      fc.property(clocks, days, minutes, (clock, date, minute) => {
        const moment = clock.toUtc(date, minute);
        expect(clock.dateAt(moment)).toBe(date);
        const wall = new Intl.DateTimeFormat('en-GB', {
          timeZone: clock.timezone,
          timeStyle: 'short',
        }).format(moment);
        expect(Number(wall.slice(0, 2)) * HOUR + Number(wall.slice(3))).toBe(minute);
      }),
    );
  });

  it('refuses a zone that the runtime does not know', () => {
    expect(() => createZoneClock('Mars/Olympus')).toThrow(RangeError);
  });
});
