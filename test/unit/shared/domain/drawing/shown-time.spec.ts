import { describe, expect, it } from 'vitest';
import type { ChartInterval } from '../../../../../src/shared/domain/candle/interval';
import { shownTime } from '../../../../../src/shared/domain/drawing/shown-time';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

const seconds = (text: string): number => Date.parse(`${text}Z`) / 1000;
const midnight = (date: string): string => `${date}T00:00`;

describe('shownTime', () => {
  it.each<[string | null, string, ChartInterval, ChartInterval, string]>([
    ['XASX', '2026-11-22T23:30', '5m', 'D', midnight('2026-11-23')],
    ['XNAS', '2026-11-24T00:30', '1m', 'W', midnight('2026-11-23')],
    ['XNAS', midnight('2026-11-23'), 'D', '1h', '2026-11-23T14:30'],
    ['XKRX', midnight('2026-01-02'), 'M', '4h', '2026-01-02T01:00'],
    ['XNAS', midnight('2026-11-26'), 'D', '1h', '2026-11-26T05:00'],
    ['XNAS', '2026-11-23T15:42', '1m', '4h', '2026-11-23T15:42'],
    ['XNAS', midnight('2026-11-25'), 'D', 'W', midnight('2026-11-25')],
    [null, '2026-11-22T23:30', '5m', 'D', midnight('2026-11-22')],
    [null, midnight('2026-11-22'), 'D', '5m', midnight('2026-11-22')],
  ])('%s %s from %s to %s is %s', (mic, time, drawnIn, shownIn, expected) => {
    const calendar = mic === null ? undefined : shippedCalendar(mic);
    expect(shownTime(seconds(time), drawnIn, shownIn, calendar)).toBe(seconds(expected));
  });

  it('comes back to the same session', () => {
    const calendar = shippedCalendar('XHKG');
    const key = seconds(midnight('2026-11-23'));
    expect(shownTime(shownTime(key, 'D', '5m', calendar), '5m', 'D', calendar)).toBe(key);
  });
});
