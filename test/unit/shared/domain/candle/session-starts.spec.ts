import { describe, expect, it } from 'vitest';
import { sessionStarts } from '../../../../../src/shared/domain/candle/session-starts';
import { shippedCalendar } from '../calendar/read-shipped-calendars';
import { barsOf } from './bar-rows';

const seconds = (text: string): number => Date.parse(`${text}Z`) / 1000;

function starts(mic: string | null, ...moments: string[]): string[] {
  const bars = barsOf(moments.map((moment) => [seconds(moment), 1, 1, 1, 1, 1, NaN]));
  const found = sessionStarts(bars, mic === null ? undefined : shippedCalendar(mic));
  return [...found].map((time) => new Date(time * 1000).toISOString().slice(0, 16));
}

describe('sessionStarts', () => {
  it('takes no break for a start', () => {
    const morning = ['2026-11-23T01:30', '2026-11-23T03:59'] as const;
    const afternoon = ['2026-11-23T05:00', '2026-11-23T07:59'] as const;
    expect(starts('XHKG', ...morning, ...afternoon, '2026-11-24T01:31')).toEqual([
      '2026-11-23T01:30',
      '2026-11-24T01:31',
    ]);
  });

  it('goes by the date at the exchange', () => {
    const moments = ['2026-11-22T23:00', '2026-11-23T02:00', '2026-11-23T23:00'] as const;
    expect(starts('XASX', ...moments)).toEqual(['2026-11-22T23:00', '2026-11-23T23:00']);
    expect(starts(null, ...moments)).toEqual(['2026-11-22T23:00', '2026-11-23T02:00']);
  });

  it('includes what trades before the open', () => {
    expect(starts('XNAS', '2026-11-23T09:00', '2026-11-23T14:30')).toEqual(['2026-11-23T09:00']);
  });

  it('is empty of nothing', () => {
    expect(starts('XNAS')).toEqual([]);
  });
});
