import { describe, expect, it } from 'vitest';
import exchanges from '../../../../../../assets/exchanges/exchanges.json';
import { clockSpans } from '../../../../../../src/shared/domain/alert/engine/bar-spans';
import { calendarSpans } from '../../../../../../src/shared/domain/alert/engine/calendar-spans';
import type { ExchangesFile } from '../../../../../../src/shared/domain/calendar/exchanges-file';
import { readExchangeCalendars } from '../../../../../../src/shared/domain/calendar/read-exchange-calendars';
import type { ChartInterval } from '../../../../../../src/shared/domain/candle/interval';

const calendars = readExchangeCalendars(exchanges as ExchangesFile);
const spans = calendarSpans((id) => calendars.get(id.split(':')[0] ?? ''));
const spanOf = (interval: ChartInterval, at: string, id = 'XHKG:02513' as const): string[] => {
  const { start, end } = spans(id, interval, Date.parse(at));
  return [start, end].map((ms) => new Date(ms).toISOString().slice(0, 23));
};

describe('bars of an exchange', () => {
  it('count from the open, anew after lunch, and end with the closing auction', () => {
    expect(spanOf('1h', '2026-07-10T02:00Z')).toEqual([
      '2026-07-10T01:30:00.000',
      '2026-07-10T02:30:00.000',
    ]);
    expect(spanOf('1h', '2026-07-10T05:00Z')[0]).toBe('2026-07-10T05:00:00.000');
    const last = spanOf('1h', '2026-07-10T08:05Z');
    expect(last[0]).toBe('2026-07-10T07:00:00.000');
    expect(last[1]).toBe('2026-07-10T08:10:00.001');
  });

  it('of a day end with its last price, and begin with the next session after it', () => {
    const friday = ['2026-07-10T00:00:00.000', '2026-07-10T08:10:00.001'];
    expect(spanOf('D', '2026-07-10T03:00Z')).toEqual(friday);
    expect(spanOf('D', '2026-07-10T08:10Z')).toEqual(friday);
    expect(spanOf('D', '2026-07-10T08:30Z')[0]).toBe('2026-07-13T00:00:00.000');
  });

  it('of a week and a month end with their last session', () => {
    expect(spanOf('W', '2026-07-08T03:00Z')).toEqual([
      '2026-07-06T00:00:00.000',
      '2026-07-10T08:10:00.001',
    ]);
    expect(spanOf('M', '2026-07-08T03:00Z')[1]).toBe('2026-07-31T08:10:00.001');
    expect(spanOf('M', '2026-12-08T03:00Z')[1]).toMatch(/^2026-12-31/);
  });

  it('go by the clock where no calendar is known', () => {
    const at = Date.parse('2026-07-08T03:07Z');
    for (const interval of ['5m', 'D', 'W', 'M'] as const) {
      const span = spans('NOWHERE:X', interval, at);
      expect(span).toEqual(clockSpans('NOWHERE:X', interval, at));
      expect(span.start <= at && at < span.end).toBe(true);
    }
  });
});
