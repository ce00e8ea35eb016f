import { describe, expect, it } from 'vitest';
import {
  extendedStretches,
  regularBars,
} from '../../../../../src/shared/domain/candle/regular-bars';
import { shippedCalendar } from '../calendar/read-shipped-calendars';
import { type BarRow, barsOf } from './bar-rows';

const NEW_YORK = shippedCalendar('XNAS');
const HONG_KONG = shippedCalendar('XHKG');
const seconds = (text: string): number => Date.parse(`${text}Z`) / 1000;
const barsAt = (...times: string[]) =>
  barsOf(times.map((time): BarRow => [seconds(time), ...([5, 6, 4, 5, 1, NaN] as const)]));
const stamps = (times: Iterable<number>): string[] =>
  [...times].map((time) => new Date(time * 1000).toISOString().slice(5, 16));

/** Before the open, within the hours and after the close of two days in New York. */
const MIXED = barsAt(
  ...['2026-05-27T12:00', '2026-05-27T13:30', '2026-05-27T19:59', '2026-05-27T20:00'],
  ...['2026-05-27T23:00', '2026-05-28T08:00', '2026-05-28T14:00', '2026-05-28T21:00'],
);

describe('bars within the hours of trading', () => {
  it('leave out what starts before the open and from the close on', () => {
    const { bars, leftOut } = regularBars(MIXED, NEW_YORK);
    expect(stamps(bars.time)).toEqual(['05-27T13:30', '05-27T19:59', '05-28T14:00']);
    expect(leftOut).toBe(5);
    expect([...bars.volume]).toEqual([1, 1, 1]);
  });

  it('are the very same where there are no others', () => {
    const bars = barsAt('2026-05-27T13:30', '2026-05-28T13:30');
    expect(regularBars(bars, NEW_YORK)).toEqual({ bars, leftOut: 0 });
    expect(regularBars(bars, NEW_YORK).bars).toBe(bars);
    expect(regularBars(barsAt(), NEW_YORK).leftOut).toBe(0);
  });

  it('keep the closing auction and leave lunch out', () => {
    const bars = barsAt(
      '2026-05-28T03:59',
      '2026-05-28T04:30',
      '2026-05-28T08:08',
      '2026-05-28T08:11',
    );
    const { bars: kept } = regularBars(bars, HONG_KONG);
    expect(stamps(kept.time)).toEqual(['05-28T03:59', '05-28T08:08']);
  });
});

describe('stretches outside of them', () => {
  it('reach from the first to the last bar of each', () => {
    const stretches = extendedStretches(MIXED, NEW_YORK);
    expect(stretches.map(({ fromKey, toKey }) => stamps([fromKey, toKey]))).toEqual([
      ['05-27T12:00', '05-27T12:00'],
      ['05-27T20:00', '05-27T23:00'],
      ['05-28T08:00', '05-28T08:00'],
      ['05-28T21:00', '05-28T21:00'],
    ]);
  });
});
