import { describe, expect, it } from 'vitest';
import { intradayDue, intradayPaceMs } from '../../../../../electron/core/history/intraday-due';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { utc } from '../quotes/live-samples';

const hongKong = shippedCalendar('XHKG');
const STORED = utc('2026-05-28T02:00') / 1000;
const due = (checked: string | null, now: string) =>
  intradayDue('5m', STORED, checked === null ? null : utc(checked), hongKong, utc(now), false);
const SINCE = { since: STORED - 1500 };

describe('intradayDue', () => {
  it('is all of it where nothing is stored, and the tail where something is', () => {
    expect(intradayDue('5m', null, null, hongKong, utc('2026-05-28T02:00'), false)).toEqual({
      since: null,
    });
    expect(due(null, '2026-05-30T12:00')).toEqual(SINCE);
  });

  it('comes at the pace of the interval while the exchange trades', () => {
    expect(due('2026-05-28T02:00', '2026-05-28T02:04:59')).toBeNull();
    expect(due('2026-05-28T02:00', '2026-05-28T02:05')).toEqual(SINCE);
    expect([intradayPaceMs('1m'), intradayPaceMs('5m'), intradayPaceMs('1h')]).toEqual([
      60_000, 300_000, 300_000,
    ]);
  });

  it('goes on for half an hour into lunch and after the close, then comes once', () => {
    // Lunch from 04:00 UTC, the close at 08:00.
    expect(due('2026-05-28T04:20', '2026-05-28T04:25')).toEqual(SINCE);
    expect(due('2026-05-28T04:29', '2026-05-28T04:30')).toEqual(SINCE);
    expect(due('2026-05-28T04:31', '2026-05-28T04:59')).toBeNull();
    expect(due('2026-05-28T04:31', '2026-05-28T05:00')).toEqual(SINCE);
    expect(due('2026-05-28T08:29', '2026-05-28T20:00')).toEqual(SINCE);
    expect(due('2026-05-28T08:31', '2026-05-29T01:29')).toBeNull();
    expect(due('2026-05-28T08:31', '2026-05-29T01:30')).toEqual(SINCE);
  });

  it('goes on before the open and after the close where such bars are shown', () => {
    const newYork = shippedCalendar('XNAS');
    const asked = (checked: string, now: string, extended: boolean) =>
      intradayDue('5m', STORED, utc(checked), newYork, utc(now), extended);
    // Open from 13:30 UTC to 20:00, before it from 08:00 and after it to 00:00.
    for (const [checked, now] of [
      ['2026-05-28T08:00', '2026-05-28T08:05'],
      ['2026-05-28T22:00', '2026-05-28T22:05'],
    ] as const) {
      expect(asked(checked, now, true)).toEqual(SINCE);
      expect(asked(checked, now, false)).toBeNull();
    }
    expect(asked('2026-05-29T00:29', '2026-05-29T07:59', true)).toEqual(SINCE);
    expect(asked('2026-05-29T00:31', '2026-05-29T07:59', true)).toBeNull();
    // Sunday.
    expect(asked('2026-05-31T00:31', '2026-05-31T12:00', true)).toBeNull();
  });

  it('knows exchanges that have no such hours', () => {
    const lunch = utc('2026-05-28T04:31');
    expect(intradayDue('5m', STORED, lunch, hongKong, lunch + 300_000, true)).toBeNull();
  });

  it('counts an exchange without a calendar as always open', () => {
    const saturday = utc('2026-05-30T02:00');
    expect(intradayDue('5m', STORED, saturday, undefined, saturday + 300_000, false)).toEqual(
      SINCE,
    );
    expect(intradayDue('5m', STORED, saturday, hongKong, saturday + 300_000, false)).toBeNull();
  });
});
