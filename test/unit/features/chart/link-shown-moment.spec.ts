import { describe, expect, it } from 'vitest';
import { barTimeAt } from '../../../../src/features/chart/link-shown-moment.svelte';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import type { ChartInterval } from '../../../../src/shared/domain/candle/interval';
import { barsOf } from '../../shared/domain/candle/bar-rows';
import { shippedCalendar } from '../../shared/domain/calendar/read-shipped-calendars';

const HONG_KONG = shippedCalendar('XHKG');

function series(interval: ChartInterval, times: readonly number[], calendar = HONG_KONG) {
  return { interval, calendar, bars: barsOf(times.map((time) => [time, 1, 1, 1, 1, 1, 1])) };
}

const seconds = (moment: string): number => Date.parse(moment) / 1000;

describe('barTimeAt', () => {
  const days = ['2026-05-26', '2026-05-27', '2026-05-28'].map(toSessionKey);

  it('is the session of the date at the exchange', () => {
    // Half past midnight of the 28th in Hong Kong.
    const at = Date.parse('2026-05-27T16:30:00Z');
    expect(barTimeAt(series('D', days), at)).toBe(toSessionKey('2026-05-28'));
    expect(barTimeAt({ ...series('D', days), calendar: null }, at)).toBe(
      toSessionKey('2026-05-27'),
    );
  });

  it('is the bar under way where bars are shorter', () => {
    const hours = ['01:30', '02:30', '03:30'].map((time) => seconds(`2026-05-28T${time}:00Z`));
    const bars = series('1h', hours);
    expect(barTimeAt(bars, Date.parse('2026-05-28T02:30:00Z'))).toBe(hours[1]);
    expect(barTimeAt(bars, Date.parse('2026-05-28T03:29:59.999Z'))).toBe(hours[1]);
  });

  it('is the nearest one outside of the bars, and none without any', () => {
    const bars = series('D', days);
    expect(barTimeAt(bars, Date.parse('2020-01-01T00:00:00Z'))).toBe(days[0]);
    expect(barTimeAt(bars, Date.parse('2026-06-30T00:00:00Z'))).toBe(days[2]);
    expect(barTimeAt(series('D', []), Date.parse('2026-05-28T00:00:00Z'))).toBeNull();
  });
});
