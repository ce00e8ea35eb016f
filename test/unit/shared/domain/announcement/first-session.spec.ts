import { describe, expect, it } from 'vitest';
import { firstSession } from '../../../../../src/shared/domain/announcement/first-session';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const at = (zone: string, time: string | null) => ({ zone, time });

describe('the first session that could react', () => {
  it.each([
    ['before the open', 'XNYS', '2026-05-28', 'America/New_York', '08:00', '2026-05-28'],
    ['during the session', 'XNYS', '2026-05-28', 'America/New_York', '15:59', '2026-05-28'],
    ['at the close', 'XNYS', '2026-05-28', 'America/New_York', '16:00', '2026-05-29'],
    [
      'after the close of a Friday',
      'XNYS',
      '2026-05-29',
      'America/New_York',
      '18:00',
      '2026-06-01',
    ],
    [
      'in the American evening, in Hong Kong',
      'XHKG',
      '2026-05-28',
      'America/New_York',
      '09:30',
      '2026-05-29',
    ],
    ['in the lunch break', 'XHKG', '2026-05-28', 'Asia/Shanghai', '12:30', '2026-05-28'],
    ['on the eve of a holiday', 'XNYS', '2025-07-03', 'America/New_York', '14:00', '2025-07-07'],
    [
      'on a half day, after its close',
      'XNYS',
      '2025-11-28',
      'America/New_York',
      '13:30',
      '2025-12-01',
    ],
    [
      'in the Asian morning, in New York',
      'XNYS',
      '2026-05-28',
      'Asia/Shanghai',
      '09:00',
      '2026-05-28',
    ],
  ])('%s', (_when, mic, date, zone, time, session) => {
    expect(firstSession({ date, at: at(zone, time) }, shippedCalendar(mic))).toBe(session);
  });

  it('is not known without a time of day, nor in a year that the calendar does not cover', () => {
    const calendar = shippedCalendar('XNYS');
    expect(firstSession({ date: '2026-05-28', at: null }, calendar)).toBeNull();
    const noTime = at('America/New_York', null);
    expect(firstSession({ date: '2026-05-28', at: noTime }, calendar)).toBeNull();
    const early = { date: '1990-05-28', at: at('America/New_York', '09:00') };
    expect(firstSession(early, calendar)).toBeNull();
  });
});
