import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  isCalendarDate,
  toDate,
  toSessionKey,
  weekdayOf,
} from '../../../../../src/shared/domain/calendar/calendar-date';

describe('isCalendarDate', () => {
  it.each(['2024-02-29', '2000-02-29', '1970-01-01', '2026-12-31'])('accepts %s', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each(['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31'])(
    'refuses %s, which does not exist',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
    },
  );

  it.each(['', '2026-1-1', '26-01-01', '2026/01/01', '2026-01-01T00:00', ' 2026-01-01'])(
    'refuses %j, which is written another way',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
    },
  );
});

describe('session keys', () => {
  it('are seconds of UTC midnight', () => {
    expect(toSessionKey('1970-01-02')).toBe(86_400);
    expect(toSessionKey('2001-09-09')).toBe(999_993_600);
    expect(toDate(999_993_600)).toBe('2001-09-09');
  });

  it('of no number have no date', () => {
    expect(toDate(Number.NaN)).toBe('');
    expect(toDate(Infinity)).toBe('');
  });

  it('go there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => {
        const date = toDate(day * 86_400);
        expect(isCalendarDate(date)).toBe(true);
        expect(toSessionKey(date)).toBe(day * 86_400);
        expect(addDays(addDays(date, 400), -400)).toBe(date);
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
      }),
    );
  });
});

describe('addDays and weekdayOf', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29', 4],
    ['2023-02-28', 1, '2023-03-01', 3],
    ['2026-01-01', -1, '2025-12-31', 3],
    ['2026-11-23', 6, '2026-11-29', 0],
    ['2026-11-23', 0, '2026-11-23', 1],
  ])('%s and %i days is %s, weekday %i', (date, days, expected, weekday) => {
    expect(addDays(date, days)).toBe(expected);
    expect(weekdayOf(expected)).toBe(weekday);
  });
});
