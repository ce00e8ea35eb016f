import { describe, expect, it } from 'vitest';
import { historyDue } from '../../../../../electron/core/history/history-due';
import { toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { utc } from '../quotes/live-samples';

const newYork = shippedCalendar('XNAS');
const binance = shippedCalendar('BINANCE');
const due = (stored: string, now: string, calendar = newYork): ReturnType<typeof historyDue> =>
  historyDue(toSessionKey(stored), calendar, utc(now));

describe('historyDue', () => {
  it('is all of it where nothing is stored', () => {
    expect(historyDue(null, newYork, utc('2026-11-24T17:00'))).toEqual({ since: null });
  });

  it('is nothing as long as no session has ended since', () => {
    expect(due('2026-11-23', '2026-11-24T17:00')).toBeNull();
    expect(due('2026-11-20', '2026-11-22T12:00')).toBeNull();
    expect(due('2026-11-24', '2026-11-24T17:00')).toBeNull();
  });

  it('is the tail from half an hour after the close on, five sessions overlapping', () => {
    expect(due('2026-11-23', '2026-11-24T21:29:59')).toBeNull();
    expect(due('2026-11-23', '2026-11-24T21:30')).toEqual({ since: toSessionKey('2026-11-16') });
  });

  it('counts sessions and not days: Thanksgiving is none', () => {
    expect(due('2026-11-30', '2026-12-02T12:00')).toEqual({ since: toSessionKey('2026-11-20') });
    expect(due('2026-11-25', '2026-11-27T12:00')).toBeNull();
  });

  it('has a bar for every day where the venue never closes', () => {
    expect(due('2026-11-22', '2026-11-23T12:00', binance)).toBeNull();
    expect(due('2026-11-22', '2026-11-24T00:30', binance)).toEqual({
      since: toSessionKey('2026-11-17'),
    });
  });

  it('goes by days where no calendar is known', () => {
    const day = toSessionKey('2026-11-22');
    expect(historyDue(day, undefined, utc('2026-11-23T12:00'))).toBeNull();
    expect(historyDue(day, undefined, utc('2026-11-24T12:00'))).toEqual({
      since: toSessionKey('2026-11-15'),
    });
  });
});
