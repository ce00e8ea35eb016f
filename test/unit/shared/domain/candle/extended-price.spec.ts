import { describe, expect, it } from 'vitest';
import { extendedPrice } from '../../../../../src/shared/domain/candle/extended-price';
import { shippedCalendar } from '../calendar/read-shipped-calendars';
import { type BarRow, barsOf } from './bar-rows';

const NEW_YORK = shippedCalendar('XNAS');
const HONG_KONG = shippedCalendar('XHKG');
const barsAt = (...bars: readonly (readonly [string, number])[]) =>
  barsOf(
    bars.map(([time, close]): BarRow => {
      const key = Date.parse(`${time}Z`) / 1000;
      return [key, close, close, close, close, 1, NaN];
    }),
  );

describe('the price outside the hours', () => {
  it('is of after the close, beside the last price within the hours', () => {
    const bars = barsAt(
      ['2026-05-27T19:59', 100],
      ['2026-05-27T20:00', 101],
      ['2026-05-27T23:00', 103],
    );
    expect(extendedPrice(bars, NEW_YORK)).toEqual({
      price: 103,
      asOf: Date.parse('2026-05-27T23:00Z'),
      side: 'after',
      regularClose: 100,
    });
  });

  it('is of before the open, beside the close of the day before', () => {
    const bars = barsAt(['2026-05-27T19:59', 100], ['2026-05-28T08:00', 98]);
    expect(extendedPrice(bars, NEW_YORK)).toMatchObject({
      price: 98,
      side: 'before',
      regularClose: 100,
    });
    expect(extendedPrice(barsAt(['2026-05-28T08:00', 98]), NEW_YORK)?.regularClose).toBeNull();
  });

  it('is none within the hours, at noon and without bars', () => {
    expect(extendedPrice(barsAt(['2026-05-27T14:00', 100]), NEW_YORK)).toBeNull();
    expect(extendedPrice(barsAt(['2026-05-28T04:30', 100]), HONG_KONG)).toBeNull();
    expect(extendedPrice(barsAt(), NEW_YORK)).toBeNull();
  });
});
