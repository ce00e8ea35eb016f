import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../../src/shared/domain/calendar/calendar-date';
import { sessionHours } from '../../../../../src/shared/domain/calendar/session-clock';
import { tradingSpans } from '../../../../../src/shared/domain/calendar/trading-spans';
import { readShippedCalendars, shippedCalendar } from './read-shipped-calendars';

const MS_PER_MINUTE = 60_000;

/** Minutes after local midnight; a part of the session has an `R`, its auction the close in brackets. */
function written(mic: string, date: string): string[] {
  const calendar = shippedCalendar(mic);
  const midnight = calendar.clock.toUtc(date, 0);
  const clock = (ms: number): string => {
    const minutes = (ms - midnight) / MS_PER_MINUTE;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };
  return tradingSpans(calendar, date).map(({ start, end, close, regular }) => {
    const auction = close === end ? '' : ` (${clock(close)})`;
    return `${regular ? 'R ' : ''}${clock(start)}-${clock(end)}${auction}`;
  });
}

describe('tradingSpans', () => {
  it('parts the night, the hours before and after, and the session', () => {
    expect(written('XNAS', '2026-11-23')).toEqual([
      '00:00-04:00',
      '04:00-09:30',
      'R 09:30-16:00',
      '16:00-20:00',
      '20:00-24:00',
    ]);
  });

  it('ends early on a half day', () => {
    expect(written('XNAS', '2026-11-27')).toEqual([
      '00:00-04:00',
      '04:00-09:30',
      'R 09:30-13:00',
      '13:00-17:00',
      '17:00-24:00',
    ]);
  });

  it('lets an auction after the close settle the last part', () => {
    const spans = written('XHKG', '2026-11-23');
    expect(spans).toContain('R 09:30-12:00');
    expect(spans).toContain('12:00-13:00');
    expect(spans.find((span) => span.startsWith('R 13:00'))).toBe('R 13:00-16:10 (16:00)');
  });

  it('holds an auction inside the last part', () => {
    expect(written('XSHE', '2026-11-23')).toContain('R 13:00-15:00');
  });

  it('takes a day without a session by the hours in force', () => {
    expect(written('XNAS', '2026-11-26')).toEqual(['00:00-09:30', 'R 09:30-16:00', '16:00-24:00']);
  });

  it('has one span for a venue that never closes', () => {
    expect(written('CRYPTO', '2026-11-28')).toEqual(['R 00:00-24:00']);
  });

  it('covers each day without gaps, and its parts are those of the session', () => {
    const calendars = fc.constantFrom(...readShippedCalendars().values());
    const dates = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2015-01-01', days));
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        const spans = tradingSpans(calendar, date);
        let reached = calendar.clock.toUtc(date, 0);
        for (const { start, end, close } of spans) {
          expect(start).toBe(reached);
          expect(end).toBeGreaterThan(start);
          expect(close).toBeLessThanOrEqual(end);
          reached = end;
        }
        expect(reached).toBe(calendar.clock.toUtc(addDays(date, 1), 0));
        const parts = sessionHours(calendar, date);
        if (parts.length === 0) return;
        expect(
          spans.filter(({ regular }) => regular).map(({ start, close }) => ({ start, end: close })),
        ).toEqual(parts);
      }),
      { numRuns: 2_000 },
    );
  });
});
