import { describe, expect, it } from 'vitest';
import { calendarMicOf } from '../../../../../src/shared/domain/instrument/calendar-mic';
import { shippedCalendar } from '../calendar/read-shipped-calendars';

describe('calendarMicOf', () => {
  it.each([
    [{ id: 'XHKG:02513' }, 'XHKG'],
    [{ id: 'INDEX:^GSPC', calendar: 'XNYS' }, 'XNYS'],
    [{ id: 'BINANCE:BTCUSDT' }, 'BINANCE'],
    [{ id: 'BITGET:AAPLUSDT' }, 'BITGET'],
    [{ id: 'CRYPTO:BTC-USD' }, 'CRYPTO'],
    [{ id: 'FOREX:EURUSD' }, 'FOREX'],
  ] as const)('%j follows %s, which has a calendar', (instrument, mic) => {
    expect(calendarMicOf(instrument)).toBe(mic);
    expect(shippedCalendar(mic).mic).toBe(mic);
  });
});
