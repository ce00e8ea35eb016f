import { describe, expect, it } from 'vitest';
import type { ChartInterval } from '../../../../../src/shared/domain/candle/interval';
import { barCloses } from '../../../../../src/shared/domain/replay/bar-close';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const seconds = (text: string): number => Date.parse(`${text}Z`) / 1000;

function closeOf(mic: string | null, interval: ChartInterval, start: string): string {
  const calendar = mic === null ? null : shippedCalendar(mic);
  const time = seconds(start.length === 10 ? `${start}T00:00` : start);
  return new Date(barCloses(interval, calendar)(time)).toISOString().slice(0, 16);
}

describe('a bar is complete', () => {
  it.each([
    // 16:00 in New York.
    ['XNAS', 'D', '2026-05-28', '2026-05-28T20:00'],
    // The closing auction of Hong Kong ends at 16:10.
    ['XHKG', 'D', '2026-05-28', '2026-05-28T08:10'],
    ['XSHG', 'D', '2026-05-28', '2026-05-28T07:00'],
    // The day after Thanksgiving closes at 13:00.
    ['XNAS', 'D', '2025-11-28', '2025-11-28T18:00'],
    // Around the clock, a day is the day.
    ['BINANCE', 'D', '2026-05-28', '2026-05-29T00:00'],
    // A day on which the calendar has no session ends in New York.
    ['XNAS', 'D', '2026-05-30', '2026-05-31T04:00'],
    [null, 'D', '2026-05-28', '2026-05-29T12:00'],
  ] as const)('%s %s %s with the last price of its session', (mic, interval, start, end) => {
    expect(closeOf(mic, interval, start)).toBe(end);
  });

  it.each([
    // Keyed by Tuesday, because Monday was a holiday.
    ['XNAS', 'W', '2026-05-26', '2026-05-29T20:00'],
    // Good Friday: the week ends on Thursday.
    ['XNAS', 'W', '2026-03-30', '2026-04-02T20:00'],
    ['XNAS', 'M', '2026-05-01', '2026-05-29T20:00'],
    [null, 'W', '2026-05-25', '2026-06-01T12:00'],
    [null, 'M', '2026-02-02', '2026-03-01T12:00'],
  ] as const)('%s %s %s with the last session of its period', (mic, interval, start, end) => {
    expect(closeOf(mic, interval, start)).toBe(end);
  });

  it.each([
    ['XNAS', '5m', '2026-05-28T14:00', '2026-05-28T14:05'],
    ['XNAS', '4h', '2026-05-28T17:30', '2026-05-28T20:00'],
    // Before lunch, and with the auction after the close.
    ['XHKG', '1h', '2026-05-28T03:30', '2026-05-28T04:00'],
    ['XHKG', '5m', '2026-05-28T07:55', '2026-05-28T08:10'],
    [null, '15m', '2026-05-28T14:00', '2026-05-28T14:15'],
  ] as const)('%s %s %s with its period', (mic, interval, start, end) => {
    expect(closeOf(mic, interval, start)).toBe(end);
  });
});
